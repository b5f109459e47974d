import type { Cover } from "./cover.ts";
import { dateText } from "./wording.ts";

/** A line of the letter: a heading, a sentence, or a named fact. */
export type LetterLine =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "fact"; readonly name: string; readonly value: string };

const heading = (text: string) => ({ kind: "heading", text }) as const;
const text = (words: string) => ({ kind: "text", text: words }) as const;
const fact = (name: string, value: string) => ({ kind: "fact", name, value }) as const;

const LISTED = (title: string, sentences: readonly string[]): LetterLine[] =>
  sentences.length === 0 ? [] : [heading(title), ...sentences.map(text)];

/** The letter on top of a package: what it is, what is in it and what is not, and what the person may still ask. */
export function letterLines(cover: Cover): LetterLine[] {
  const { shop, request, generatedAt, purposes, recipients, retention, missing } = cover;
  const at = (iso: string) => dateText(iso, shop.timeZone);
  return [
    text("You asked for your personal data. Here is what is held about you, and what it is used for."),
    fact("Store", shop.domain),
    fact("Request", request.id),
    fact("Received", at(request.receivedAt)),
    fact("Put together", at(generatedAt)),
    fact("Law", request.law),
    heading("What is in the package"),
    fact("index.html", "Everything, to be read in a browser."),
    fact("data.json", "The same, exactly, for machines. Its form is in data.schema.json."),
    fact("csv", "The same as tables."),
    fact("files", "What other companies handed over as files, where they did."),
    ...LISTED(
      "What could not be collected",
      missing.map(({ what }) => what),
    ),
    ...LISTED("What it is used for", purposes),
    ...LISTED("Who receives it", recipients),
    ...LISTED("How long it is kept", retention),
    heading("What you may still ask"),
    text("You can have your data corrected or deleted, ask for its use to be paused, or object to it."),
    text("You can complain to the data protection authority of the place where you live."),
    ...(shop.contactEmail === null ? [] : [fact("Questions", shop.contactEmail)]),
  ];
}
