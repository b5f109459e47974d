/** Sentences of a paragraph behind each other: a space between, but none after the full stop of Chinese and Japanese. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.map((one, at) => (at === sentences.length - 1 || one.endsWith("。") ? one : `${one} `)).join("");
}
