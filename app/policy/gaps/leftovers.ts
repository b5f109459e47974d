/** A stretch of a document's text. */
export interface Stretch {
  start: number;
  end: number;
}

/** What templates leave behind when nobody fills them in, or deletes the notes to the author. */
const LEFT = new RegExp(
  [
    String.raw`\[\[[^\]\n]{0,120}\]\]?`,
    String.raw`\{\{[^}\n]{0,80}\}\}|\{%[^%\n]{0,80}%\}`,
    String.raw`\[(?=[^\]\n]{1,120}\](?!\())(?:insert|enter|add|your|our|company|business|store|shop|website|site|name|legal|date|e-?mail(?!\s?protected)|address|phone|telephone|link|url|country|state|city|title|contact|specify|describe|list|if applicable|x+|placeholder|month|year|number|domain)\b[^\]\n]{0,120}\]`,
    String.raw`<(?:insert|your|company|store|website|e-?mail|date|address)\b[^>\n]{0,80}>`,
    String.raw`\(\s*(?:insert|enter|add|note: you should|delete this)\b[^)\n]{0,160}\)`,
    String.raw`lorem ipsum`,
    String.raw`\bsuggested text:`,
    String.raw`\bin this (?:sub)?section,? you should\b`,
    String.raw`\b(?-i:X{3,})\b`,
    String.raw`\b(?:your|the) (?:company|store|business|shop) name(?: here)?\b(?= \(|[,.:]? ?here)`,
    String.raw`\bexample\.(?:com|org)\b`,
    String.raw`\b123 Main St(?:reet)?\b|\bCity, State,? (?:ZIP|Zip)`,
    String.raw`_{4,}|\.{6,}`,
    String.raw`\bMM/DD/YYYY\b|\bDD/MM/YYYY\b`,
  ].join("|"),
  "giu",
);

/** Where a text still has what its template's user should have replaced. */
export function leftoversIn(text: string): Stretch[] {
  return [...text.matchAll(LEFT)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
