const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The newest day that a sentence names, YYYY-MM-DD; undefined when it names none. A month alone is its last day. */
export function dayIn(sentence: string): string | undefined {
  const days = [...isoDays(sentence), ...numericDays(sentence), ...writtenDays(sentence)];
  return days.toSorted().at(-1);
}

function isoDays(text: string): string[] {
  return [...text.matchAll(/\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/g)].map(
    ([, year, month, day]) => `${year}-${month}-${day}`,
  );
}

/** 14.07.2026, 04/22/2026: where both orders are possible the later day, so that nobody is blamed for a month. */
function numericDays(text: string): string[] {
  return [...text.matchAll(/\b(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)?\d\d)\b/g)].flatMap(
    ([, one = "", two = "", year = ""]) => {
      const full = year.length === 2 ? `20${year}` : year;
      return [day(full, one, two), day(full, two, one)].filter((found) => found !== undefined);
    },
  );
}

function day(year: string, month: string, date: string): string | undefined {
  return Number(month) > 12 || Number(date) > 31
    ? undefined
    : `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
}

function writtenDays(text: string): string[] {
  const names = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
  const before = new RegExp(
    `\\b(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?)?${names},?\\s+(?:(\\d{1,2})(?:st|nd|rd|th)?,?\\s+)?((?:19|20)\\d\\d)\\b`,
    "gi",
  );
  return [...text.matchAll(before)].map(([, first, month = "", second, year = ""]) => {
    const number = String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, "0");
    return `${year}-${number}-${(first ?? second ?? "28").padStart(2, "0")}`;
  });
}

/** Whether a day is more than twelve months before `today`, both YYYY-MM-DD. */
export function isOverAYear(changed: string, today: string): boolean {
  return `${String(Number(changed.slice(0, 4)) + 1)}${changed.slice(4)}` < today;
}
