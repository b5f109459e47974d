import type { RequestKind } from "../../law/requests.ts";
import { escapeHtml } from "../../package/html.ts";
import { storefrontPage } from "../../storefront-page/storefront-page.ts";
import type { Reader } from "./reader.ts";
import { say, sayDay } from "./say.ts";

/** Pages that say one thing. None of them says whether anybody is known here. */
const NOTICES = {
  sent: { title: "sent_title", texts: ["sent_text", "sent_again"] },
  later: { title: "later_title", texts: ["later_text"] },
  large: { title: "large_title", texts: ["e_file"] },
  foreign: { title: "refused_title", texts: ["refused_text"] },
  dead: { title: "dead_title", texts: ["dead_text"] },
  objected: { title: "object_title", texts: ["object_done"] },
  "no-package": { title: "package_title", texts: ["package_gone"] },
} as const;
/** One of them. */
export type Notice = keyof typeof NOTICES;

/** A page that says one thing, with the way back to the form. */
export function noticePage(reader: Reader, notice: Notice): string {
  const { words, path } = reader;
  const { title, texts } = NOTICES[notice];
  const said = texts.map((text) => `<p>${say(words[text])}</p>`).join("\n");
  const form = `<p><a href="${escapeHtml(path)}/request">${say(words.form_title)}</a></p>`;
  return storefrontPage({ ...reader, title: words[title], body: `${said}\n${form}` });
}

/** A request that was taken in: what was asked, by when it is answered, and where it can be followed. */
export interface TakenIn {
  kind: RequestKind;
  /** Null while somebody still has to look who asks, or while it waits to be opened. */
  due: Date | null;
  /** Staff look at a proof first. */
  isLookedAt: boolean;
  /** Where its state is shown; null for none. */
  statusPath: string | null;
}

/** What is shown once it is known who asks. */
export function takenInPage(reader: Reader, { kind, due, isLookedAt, statusPath }: TakenIn): string {
  const { words, kinds, language, timeZone } = reader;
  const asked = kinds[kind];
  const text =
    due === null
      ? say(words.got_soon, { kind: asked })
      : say(words.got_text, { kind: asked, date: sayDay(due, language, timeZone) });
  const look = isLookedAt ? `<p>${say(words.look_text)}</p>` : "";
  const status = statusPath === null ? "" : `<p><a href="${escapeHtml(statusPath)}">${say(words.status_link)}</a></p>`;
  return storefrontPage({ ...reader, title: words.got_title, body: `<p>${text}</p>\n${look}\n${status}` });
}

/** A page with one button. */
export interface Button {
  title: string;
  /** HTML, before the button. */
  before: string;
  label: string;
  /** Where it leads, on the storefront. */
  action: string;
  /** Fields that go with it. */
  fields?: Readonly<Record<string, string>>;
  /** HTML, after the button. */
  after?: string;
}

/** A page whose link was opened, perhaps by a program that reads mails: only the button does something. */
export function buttonPage(reader: Reader, { title, before, label, action, fields = {}, after = "" }: Button): string {
  const hidden = Object.entries({ ...fields, locale: reader.language }).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const body = `${before}
<form method="post" action="${escapeHtml(action)}">
${hidden.join("\n")}
<button class="act">${say(label)}</button>
</form>
${after}`;
  return storefrontPage({ ...reader, title, body });
}

/** The page behind the link that proves a mailbox. */
export function verifyPage(reader: Reader, kind: RequestKind, action: string): string {
  const { words, kinds } = reader;
  return buttonPage(reader, {
    title: words.verify_title,
    before: `<p>${say(words.verify_text, { kind: kinds[kind] })}</p>`,
    label: words.verify_button,
    action,
    after: `<p>${say(words.verify_not)}</p>`,
  });
}

/** The page for a person in whose name somebody asks. */
export function objectPage(reader: Reader, kind: RequestKind, action: string): string {
  const { words, kinds } = reader;
  return buttonPage(reader, {
    title: words.object_title,
    before: `<p>${say(words.object_text, { kind: kinds[kind] })}</p>`,
    label: words.object_button,
    action,
  });
}
