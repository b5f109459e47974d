import { say, sayDay } from "./say.ts";
import { buttonPage, noticePage } from "./plain-pages.ts";
import type { Reader } from "./reader.ts";
import { storefrontPage } from "../../storefront-page/storefront-page.ts";

/** A package that waits for its person. */
export interface WaitingPackage {
  /** Downloads that are left. */
  left: number;
  expiresAt: Date;
}

/** The way to a package: a link is sent to the mailbox, shown masked, when the button is pressed. */
export function askMailboxPage(
  reader: Reader,
  waiting: WaitingPackage,
  { email, action }: { email: string; action: string },
): string {
  const { words } = reader;
  if (waiting.left <= 0) return noticePage(reader, "no-package");
  return buttonPage(reader, {
    title: words.package_title,
    before: `<p>${say(words.package_text, { email })}</p>`,
    label: words.package_send,
    action,
    after: `<p>${left(reader, waiting)}</p>`,
  });
}

/** That the link was sent. */
export function linkSentPage(reader: Reader, email: string): string {
  const { words } = reader;
  const body = `<p>${say(words.package_sent, { email })}</p>\n<p>${say(words.sent_again)}</p>`;
  return storefrontPage({ ...reader, title: words.sent_title, body });
}

/** The button that saves the file, for whoever proved to be its person. */
export function downloadPage(
  reader: Reader,
  waiting: WaitingPackage,
  { action, fields }: { action: string; fields: Readonly<Record<string, string>> },
): string {
  const { words } = reader;
  if (waiting.left <= 0) return noticePage(reader, "no-package");
  return buttonPage(reader, {
    title: words.package_title,
    before: `<p>${say(words.package_save)}</p>`,
    label: words.package_button,
    ...{ action, fields },
    after: `<p>${left(reader, waiting)}</p>`,
  });
}

function left({ words, language, timeZone }: Reader, waiting: WaitingPackage): string {
  return say(words.package_left, { count: waiting.left, date: sayDay(waiting.expiresAt, language, timeZone) });
}
