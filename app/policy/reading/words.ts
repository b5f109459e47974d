import { stem } from "./stem.ts";

/**
 * One word of a passage. `stem` is what forms of it share, or a kind in angle brackets: "<email>", "<url>", "<phone>",
 * "<number>", "<blank>" (a place that a template's user should have filled in). Offsets are those of the whole text.
 */
export interface Word {
  stem: string;
  start: number;
  end: number;
  /** What stands between this word and the one before ends a clause: ";", ":", "—", a bracket, a comma before "but". */
  breaks: boolean;
}

const KINDS: readonly (readonly [kind: string, pattern: string])[] = [
  // what a content network leaves in place of an address
  ["<email>", String.raw`\[email\s?protected\]`],
  ["<blank>", String.raw`\[\[[^\]\n]{0,80}\]\]|\{\{[^}\n]{0,80}\}\}|\[[A-Z][A-Z ,.'’/_-]{2,60}\](?!\()|_{4,}`],
  ["<email>", String.raw`[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}`],
  ["<url>", String.raw`(?:https?:\/\/|www\.)[^\s<>"')\]]{1,300}`],
  [
    "<domain>",
    String.raw`[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{2,62}){0,3}\.(?:com|org|net|info|eu|io|co|shop|store|example|uk|de|fr|ca|us)\b(?:\/[^\s<>"')\]]{0,300})?`,
  ],
  // a cookie's name, "ajs_anonymous_id": its parts say nothing
  ["<name>", String.raw`_?[a-z\d]{1,40}(?:_[a-z\d]{1,40}){1,6}`],
  ["<date>", String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d{2}(?!\d)`],
  ["<phone>", String.raw`\+?\(?\d{1,4}\)?(?:[ ./-]\(?\d{2,5}\)?){2,5}(?![\d.-])`],
  ["<number>", String.raw`\d{1,6}(?:[.,]\d{1,3})*`],
];
const WORD = String.raw`[\p{L}\p{M}]+(?:['’][\p{L}]+)*`;
const PATTERN = new RegExp(`${KINDS.map(([, pattern]) => `(${pattern})`).join("|")}|(${WORD})`, "giu");

/** Ends of contractions, and the words in them. "n't" is a word of its own here: "not". */
const CONTRACTIONS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(ca)n't$/, ["can", "not"]],
  [/^(wo)n't$/, ["will", "not"]],
  [/^(sha)n't$/, ["shall", "not"]],
  [/^(.+)n't$/, ["", "not"]],
  [/^(dont|doesnt|didnt|cant|wont|isnt)$/, ["do", "not"]],
  [/^(.+)'ll$/, ["", "will"]],
  [/^(.+)'ve$/, ["", "have"]],
  [/^(.+)'re$/, ["", "are"]],
  [/^(.+)'d$/, ["", "would"]],
  [/^(i)'m$/, ["i", "am"]],
  [/^(.+)'s?$/, [""]],
];

const TOGETHER: Readonly<Record<string, string>> = { "e mail": "email", "e mails": "email", "web site": "website" };

/** The words of `text` from `start` to `end`. Never throws; the same text has the same words. */
export function wordsIn(text: string, start: number, end: number): Word[] {
  const slice = text.slice(start, end);
  const words: Word[] = [];
  let last = 0;
  for (const match of slice.matchAll(PATTERN)) {
    const breaks = endsClause(slice.slice(last, match.index));
    const at = { start: start + match.index, end: start + match.index + match[0].length };
    for (const [index, word] of stemsOf(match).entries())
      add(words, { stem: word, ...at, breaks: breaks && index === 0 });
    last = match.index + match[0].length;
  }
  return words;
}

function endsClause(between: string): boolean {
  return /[;:()–—|!?]|\.\s|\s-+\s/.test(between);
}

/** "e-mail" is one word however it is written. */
function add(words: Word[], word: Word): void {
  const before = words.at(-1);
  const together = before === undefined ? undefined : TOGETHER[`${before.stem} ${word.stem}`];
  if (before === undefined || together === undefined) words.push(word);
  else words[words.length - 1] = { ...before, stem: together, end: word.end };
}

function stemsOf(match: RegExpExecArray | RegExpMatchArray): string[] {
  const kind = KINDS.findIndex((_kind, index) => match[index + 1] !== undefined);
  if (kind >= 0) return [KINDS[kind]?.[0] ?? ""];
  const word = match[0].toLowerCase().normalize("NFC").replaceAll("’", "'");
  if (!word.includes("'") && !/^(dont|doesnt|didnt|cant|wont|isnt)$/.test(word)) return [stem(word)];
  for (const [pattern, parts] of CONTRACTIONS) {
    const found = pattern.exec(word);
    if (found) return parts.map((part) => stem(part === "" ? (found[1] ?? "") : part));
  }
  return word.split("'").map(stem);
}
