/** Forms that no ending explains, each with the word whose stem stands for it. */
const IRREGULAR: Readonly<Record<string, string>> = forms(
  "sell sold; keep kept; hold held; give gave given; send sent; tell told; buy bought; make made; take took taken; " +
    "get got gotten; see saw seen; choose chose chosen; withdraw withdrew withdrawn; pay paid; say said; know knew known; " +
    "child children kid kids; write wrote written; find found; leave left; lose lost; mean meant; come came; go went gone; " +
    "be is are was were been being am; have has had having; do does did done doing; person people; show shown showed; " +
    "let lets; catch caught; let's; use uses used using; lend lent; hide hid hidden; forget forgot forgotten; ship shipped; " +
    "third 3rd; info information infos; accountancy accounting; advertisement ad ads advert adverts advertisements; photo photos photograph; " +
    "email emails; analysis analyses analytic analytics analyse analysed analysing analyze analyzed analyzing; datum data; basis bases; body bodies; cookie cookies; nobody none; " +
    "identify identifies identifying identified identification; die died; seek sought; bring brought; think thought; " +
    "understand understood; run ran running; begin began begun; become became; wear wore; speak spoke spoken; " +
    "process processes processed processing; access accesses accessed accessing; purpose purposes; " +
    "policy policies; notify notifies notified notifying notification; comply complies complied complying compliance; " +
    "apply applies applied applying; amend amends amended amending amendment amendments",
);

function forms(table: string): Record<string, string> {
  const rows = table.split(";").map((row) => row.trim().split(" "));
  return Object.fromEntries(rows.flatMap(([first = "", ...rest]) => [first, ...rest].map((form) => [form, first])));
}

/** Endings, longest first; each is taken off, or replaced, when at least `left` letters stay. */
const ENDINGS: readonly (readonly [ending: string, instead: string, left: number])[] = [
  ["izations", "iz", 3],
  ["ization", "iz", 3],
  ["ations", "", 4],
  ["ation", "", 4],
  ["ating", "", 4],
  ["ated", "", 4],
  ["ates", "", 4],
  ["ate", "", 4],
  ["ically", "ic", 3],
  ["ions", "", 4],
  ["ion", "", 4],
  ["ings", "", 3],
  ["ing", "", 3],
  ["edly", "", 4],
  ["ied", "y", 2],
  ["ies", "y", 2],
  ["ed", "", 3],
  ["ly", "", 4],
  ["sses", "ss", 2],
  ["xes", "x", 2],
  ["ches", "ch", 2],
  ["shes", "sh", 2],
  ["es", "e", 2],
  ["s", "", 3],
];

const BRITISH: readonly (readonly [RegExp, string])[] = [
  [/(behavi|hon|fav|col|lab)our/, "$1or"],
  [/is(e|es|ed|er|ers|ing|ation|ations)$/, "iz$1"],
  [/(ful|enrol)(fil|l)?l(ed|ing|s|ment)?$/, "$1$2$3"],
  [/centre/, "center"],
  [/cheque/, "check"],
];

const KNOWN = new Map<string, string>();

/**
 * What the forms of a word have in common: "collects", "collected", "collecting" and "collection" have one stem. The
 * word is lower case. Not a word that a person would read.
 */
export function stem(word: string): string {
  const known = KNOWN.get(word);
  if (known !== undefined) return known;
  const found = makeStem(word);
  if (KNOWN.size < 20_000) KNOWN.set(word, found);
  return found;
}

function makeStem(word: string): string {
  const irregular = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined;
  if (irregular !== undefined && irregular !== word) return stem(irregular);
  if (word.length <= 3 || !/^[a-z]+$/.test(word)) return word;
  const american = word.length < 6 ? word : BRITISH.reduce((text, [from, to]) => text.replace(from, to), word);
  return withoutLastE(withoutEnding(american));
}

function withoutEnding(word: string): string {
  if (/(ss|us|is)$/.test(word)) return word;
  for (const [ending, instead, left] of ENDINGS) {
    if (!word.endsWith(ending) || word.endsWith("ply")) continue;
    const rest = word.slice(0, -ending.length);
    if (rest.length >= left && /[aeiouy]/.test(rest)) return undoubled(rest + instead, ending);
  }
  return word;
}

/** "shipping" → "ship", but "selling" → "sell". */
function undoubled(rest: string, ending: string): string {
  return /^(ing|ings|ed)$/.test(ending) && /([bdgmnprt])\1$/.test(rest) ? rest.slice(0, -1) : rest;
}

function withoutLastE(word: string): string {
  return word.length > 3 && word.endsWith("e") ? word.slice(0, -1) : word;
}
