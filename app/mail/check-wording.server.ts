import { withoutHidden } from "./neutralise.ts";
import { NotAllowed, readWording, type ReadWording } from "./sandbox.server.ts";
import { templateRules, variablesOf, type MailTemplate } from "./templates.ts";
import type { Wording } from "./texts.server.ts";

/** The longest subject line of a wording, in characters: its variables come on top. */
const LONGEST_SUBJECT = 150;

/** What has to be mended, and where, in words for the merchant. */
export interface WordingProblem {
  field: "subject" | "body";
  message: string;
}

/** A wording that was read and found right. */
export interface ReadMail {
  subject: ReadWording;
  body: ReadWording;
}

/** Reads a wording; answers what has to be mended when something has to. */
export function checkWording(template: MailTemplate, wording: Wording): ReadMail | WordingProblem[] {
  const problems: WordingProblem[] = [];
  const subject = readField("subject", wording.subject, problems);
  const body = readField("body", wording.body, problems);
  problems.push(...checkSubject(wording.subject), ...checkBody(wording.body));
  if (!subject || !body) return problems;
  problems.push(...checkVariables(template, { subject, body }));
  return problems.length > 0 ? problems : { subject, body };
}

function checkSubject(subject: string): WordingProblem[] {
  const problem = (message: string): WordingProblem[] => [{ field: "subject", message }];
  if (subject.trim() === "") return problem("Write a subject.");
  if (/[\r\n]/.test(subject)) return problem("A subject is one line.");
  if (Array.from(subject).length > LONGEST_SUBJECT)
    return problem(`The subject is too long: at most ${LONGEST_SUBJECT} characters.`);
  return holdsHidden(subject) ? problem(hidden("subject")) : [];
}

function checkBody(body: string): WordingProblem[] {
  const problem = (message: string): WordingProblem[] => [{ field: "body", message }];
  if (body.trim() === "") return problem("Write a text.");
  return holdsHidden(body) ? problem(hidden("text")) : [];
}

const hidden = (what: string) =>
  `The ${what} holds characters that nobody sees and that could mislead, such as marks that turn the writing direction. Type it anew instead of pasting it.`;

function holdsHidden(text: string): boolean {
  const plain = (some: string) => some.replace(/\s+/g, "");
  return plain(withoutHidden(text)) !== plain(text.normalize("NFC"));
}

function readField(
  field: WordingProblem["field"],
  source: string,
  problems: WordingProblem[],
): ReadWording | undefined {
  try {
    return readWording(source);
  } catch (error) {
    if (!(error instanceof NotAllowed)) throw error;
    problems.push({ field, message: error.message });
    return undefined;
  }
}

function checkVariables(template: MailTemplate, read: ReadMail): WordingProblem[] {
  const known = Object.keys(variablesOf(template));
  const problems: WordingProblem[] = [];
  for (const field of ["subject", "body"] as const) {
    const used = new Set([...read[field].shown, ...read[field].asked]);
    for (const name of used)
      if (!known.includes(name))
        problems.push({
          field,
          message: `“${name}” is not known in this mail. These are: ${known.map((one) => `{{ ${one} }}`).join(", ")}.`,
        });
  }
  for (const name of templateRules(template).shows)
    if (!read.body.shown.has(name))
      problems.push({ field: "body", message: `The text must show {{ ${name} }}: without it the mail is of no use.` });
  return problems;
}
