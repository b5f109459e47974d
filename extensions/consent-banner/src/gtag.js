/**
 * Pushes a command as Google's own function of this name does: its tags tell a command from data by its being an
 * arguments object, which is why this file is not TypeScript.
 * https://developers.google.com/tag-platform/gtagjs
 * @type {(...command: unknown[]) => void}
 */
export const gtag = function () {
  (window.dataLayer ??= []).push(arguments);
};
