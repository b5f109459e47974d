import { checkWording } from "./check-wording.server.ts";
import type { MailLanguage } from "./languages.ts";
import { layOut, mark, type LaidOut, type Marked } from "./lay-out.ts";
import { neutralise } from "./neutralise.ts";
import { fillIn, readWording } from "./sandbox.server.ts";
import { templateRules, variablesOf, type MailTemplate } from "./templates.ts";
import { personTexts, type PersonTexts, type Wording } from "./texts.server.ts";
import { writeValue, type FactValue } from "./write-value.ts";

/** What a mail says to whom. */
export interface ToRender {
  template: MailTemplate;
  language: MailLanguage;
  wording: Wording;
  /** The store's name, as the sender. */
  store: string;
  timeZone: string;
  /** The request's short name, or null for a mail about none. */
  reference: string | null;
  facts: Readonly<Record<string, FactValue>>;
  /** Whether an answer to this mail reaches the store. */
  canReply: boolean;
}

/**
 * Fills in a mail. While LiquidJS works, each value is only a mark; the values come in afterwards, each escaped for its
 * form, so whatever somebody typed can neither be a template nor HTML. Throws `NotAllowed` or `TypeError` for a wording or
 * facts that do not fit.
 */
export function renderMail(mail: ToRender): LaidOut {
  const { marks, values } = markValues(mail);
  const read = checkWording(mail.template, mail.wording);
  if (Array.isArray(read)) throw new TypeError(`the wording does not fit: ${read[0]?.message ?? ""}`);
  const { words } = personTexts(mail.language);
  return layOut({
    language: mail.language,
    store: neutralise(mail.store),
    subject: fillIn(read.subject, marks),
    body: fillIn(read.body, marks),
    footer: footerOf(mail, words).map((source) => fillIn(readWording(source), marks)),
    values,
  });
}

function footerOf({ template, reference, canReply }: ToRender, words: PersonTexts["words"]): string[] {
  if (templateRules(template).to !== "person" || reference === null) return ["{{ store }}"];
  return [words.why, ...(canReply ? [words.answer] : []), words.reference];
}

function markValues(mail: ToRender) {
  const { template, language, timeZone } = mail;
  const reader = { language, timeZone, words: personTexts(language) };
  const facts: ToRender["facts"] = { ...mail.facts, store: mail.store, reference: mail.reference };
  const marks: Record<string, string | null> = {};
  const values = new Map<string, Marked>();
  Object.entries(variablesOf(template)).forEach(([name, type], index) => {
    const text = writeValue(type, facts[name], reader);
    marks[name] = text === null ? null : mark(index);
    if (text !== null) values.set(mark(index), { type, text });
  });
  return { marks, values };
}
