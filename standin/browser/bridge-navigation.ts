import { onShellMessage, tellShell } from "./bridge-channel.ts";
import { drawSoon, navLinkTo, pressButton } from "./bridge-chrome.ts";

let appListens = false;

/** Notices whether the app goes to `shopify:navigate` targets itself (Shopify's `AppProvider` does). */
function watchListeners(): void {
  const native = window.addEventListener.bind(window);
  window.addEventListener = (...args: Parameters<typeof native>): void => {
    if (args[0] === "shopify:navigate") appListens = true;
    native(...args);
  };
}

/** The sidebar was used: the app's own link decides how, so that it stays a client-side navigation. */
function goTo(path: string): void {
  const link = navLinkTo(new URL(path, location.href).pathname);
  if (link === undefined) location.assign(path);
  else if (appListens) link.dispatchEvent(new CustomEvent("shopify:navigate", { bubbles: true }));
  else link.click();
}

function watchHistory(): void {
  for (const name of ["pushState", "replaceState"] as const) {
    const native = history[name].bind(history);
    history[name] = (...args: Parameters<History["pushState"]>): void => {
      native(...args);
      drawSoon();
    };
  }
  window.addEventListener("popstate", drawSoon);
}

/** `shopify://admin/…` addresses a page of the admin, whichever window it is opened in. */
function adminPage(url: string): boolean {
  if (!/^shopify:\/{0,2}admin/i.test(url)) return false;
  tellShell({ type: "adminLink", href: url });
  return true;
}

function watchLinks(): void {
  const native = window.open.bind(window);
  window.open = (url, target, features) => (adminPage(String(url ?? "")) ? null : native(url, target, features));
  document.addEventListener("click", (event) => {
    const href = (event.target as Element | null)?.closest("a")?.getAttribute("href") ?? "";
    if (adminPage(href)) event.preventDefault();
  });
}

export function installNavigation(): void {
  watchListeners();
  watchHistory();
  watchLinks();
  onShellMessage((message) => {
    if (message.type === "navigate") goTo(message.path);
    else pressButton(message.selector, message.index);
  });
}
