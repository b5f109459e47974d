/** Zero-width joiners stay: names in Persian and in Indic scripts need them. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}|\p{Co}/gu;
const CONTROL = /[\p{Cc}\u2028\u2029]+/gu;
const CONTROL_BUT_NEWLINE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]+/gu;

/** The longest line that somebody typed, in characters; a longer one is cut. */
export const LONGEST_TEXT = 200;
/** The longest note, in characters. */
export const LONGEST_NOTE = 4_000;

/**
 * One line of what somebody typed, without anything that would act instead of being read: line breaks (they end a
 * mail's header, RFC 5322 section 2.2), control characters, marks that turn the writing direction (a name must not
 * reorder the sentence around it, UAX #9), private-use characters and halves of surrogate pairs.
 */
export function neutralise(text: string): string {
  return cut(
    text.normalize("NFC").replace(CONTROL, " ").replace(INVISIBLE, "").replace(/ +/g, " ").trim(),
    LONGEST_TEXT,
  );
}

/** The same for several lines: line breaks stay, never more than one empty line together. */
export function neutraliseNote(text: string): string {
  const lines = text.normalize("NFC").replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n");
  const plain = lines.replace(CONTROL_BUT_NEWLINE, " ").replace(INVISIBLE, "");
  return cut(
    plain
      .replace(/[ ]+\n/g, "\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
    LONGEST_NOTE,
  );
}

/** A text of any length without the characters that act instead of being read; line breaks stay. */
export function withoutHidden(text: string): string {
  return text.normalize("NFC").replace(CONTROL_BUT_NEWLINE, " ").replace(INVISIBLE, "");
}

function cut(text: string, longest: number): string {
  const characters = Array.from(text);
  return characters.length <= longest
    ? text
    : `${characters
        .slice(0, longest - 1)
        .join("")
        .trimEnd()}…`;
}

/**
 * Whether an address can be written to. Narrow on purpose: one address, nothing quoted, no comment, no list, and no
 * character that would mean something in a header.
 */
export function isAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[^\s"(),:;<>@[\\\]\p{C}]{1,64}@([^\s"(),:;<>@[\\\]\p{C}.]+\.)+[^\s"(),:;<>@[\\\]\p{C}.\d]{2,}$/u.test(text)
  );
}
