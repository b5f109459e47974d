/** A point after one of these ends no sentence. */
const SHORT = new Set(
  (
    "e.g i.e etc inc ltd llc co corp no nos art arts para paras lit sec sect approx vs mr mrs ms dr prof st ave rd tel fax " +
    "attn re cf al cal civ bus reg regs u.s u.k e.u u.s.c a.m p.m incl resp fig dept bldg ste apt inh abs nr str s.a s.l s.p.a " +
    "e.k e.v b.v n.v jan feb mar apr jun jul aug sep sept oct nov dec www abbr p pp"
  ).split(" "),
);

/** Where the sentences of `text` from `start` to `end` begin and end; without the blanks around them. */
export function sentencesIn(text: string, start: number, end: number): { start: number; end: number }[] {
  const cuts = [...text.slice(start, end).matchAll(/[.!?…]+["”’'»)\]*_]*(?=\s)/gu)]
    .map((match) => start + match.index + match[0].length)
    .filter((cut) => endsSentence(text, start, cut, end));
  const edges = [start, ...cuts, end];
  return edges.slice(1).flatMap((edge, index) => trimmed(text, edges[index] ?? start, edge));
}

/** What follows must look like a beginning, and what comes before must not be a short form or a number in a list. */
function endsSentence(text: string, start: number, cut: number, end: number): boolean {
  const before = /(\S+?)([.!?…]+)["”’'»)\]*_]*$/u.exec(text.slice(Math.max(start, cut - 40), cut));
  const after = text.slice(cut, Math.min(end, cut + 6)).trimStart();
  if (after === "") return true;
  if (!/^\.$/.test(before?.[2] ?? "")) return true;
  const word = (before?.[1] ?? "").toLowerCase().replace(/^["“(‘'*_]+/, "");
  if (SHORT.has(word) || /^(\d{1,3}|[a-z])$/.test(word)) return isOwnSentence(word, after);
  return true;
}

/** "… of Acme Inc. We use …" ends one after all; "Art. 6", "No. 12" and "1. Scope" do not. */
function isOwnSentence(word: string, after: string): boolean {
  return (
    /^(inc|ltd|llc|co|corp|etc|u\.s|u\.k|e\.u|b\.v|s\.a|e\.k)$/.test(word) &&
    /^(We|You|Th|It|If|In|By|Our|Yo|Wh|To)/.test(after)
  );
}

function trimmed(text: string, from: number, to: number): { start: number; end: number }[] {
  const slice = text.slice(from, to);
  const inner = slice.trim();
  if (!/[\p{L}\p{N}]/u.test(inner)) return [];
  const start = from + slice.indexOf(inner);
  return [{ start, end: start + inner.length }];
}
