/** Languages for which somebody fitted a formula. */
export const MEASURED = ["en", "de", "fr", "es"] as const;
/** One of them. */
export type Measured = (typeof MEASURED)[number];

/**
 * Points lost for each word in a sentence and each syllable in a word, of a start: Flesch (1948), Amstad (1978), Kandel
 * and Moles (1958), Fernández Huerta (1959).
 */
const FORMULAS: Readonly<Record<Measured, { start: number; word: number; syllable: number }>> = {
  en: { start: 206.835, word: 1.015, syllable: 84.6 },
  de: { start: 180, word: 1, syllable: 58.5 },
  fr: { start: 207, word: 1.015, syllable: 73.6 },
  es: { start: 206.84, word: 1.02, syllable: 60 },
};

/** Endings that are written and not spoken. */
const SILENT: Readonly<Record<Measured, RegExp>> = {
  en: /(?<=[aeiouy].*[^aeiouyl])es?$|(?<=[aeiouy].*[^aeioutdy])ed$/,
  de: /$^/,
  fr: /(?<=[aeiouyàâéèêëîïôûù].*[^aeiouyàâéèêëîïôûù])(e|es|ent)$/,
  es: /$^/,
};

const VOWELS = /[aeiouyàâäáéèêëíîïóôöúûùü]+/g;

/** How easily texts are read: about 100 for the simplest sentences, 60 for plain ones, 30 and below for those of a law. */
export function readingEase(language: Measured, texts: readonly string[]): number {
  const sentences = texts
    .flatMap((text) => text.split(/[.:!?]+(?:\s|$)/))
    .filter((sentence) => /\p{L}/u.test(sentence));
  const words = sentences.flatMap((sentence) => sentence.toLowerCase().match(/\p{L}+/gu) ?? []);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(language, word), 0);
  const { start, word, syllable } = FORMULAS[language];
  return start - word * (words.length / sentences.length) - syllable * (syllables / words.length);
}

function syllablesIn(language: Measured, word: string): number {
  return Math.max(1, word.replace(SILENT[language], "").match(VOWELS)?.length ?? 0);
}
