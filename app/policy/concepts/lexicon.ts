import { COLLECTING } from "./collecting.ts";
import { LEGAL } from "./legal.ts";
import { RIGHTS } from "./rights.ts";
import { SHARING } from "./sharing.ts";
import { STORE } from "./store.ts";
import { TECHNOLOGY } from "./technology.ts";

/**
 * What policies speak of, in the words that people use for it. Each concept has phrases, parted by commas: "a|b" is
 * either word, "_" stands for up to two words, "__" for up to five, "word?" may be missing; all forms of a word count.
 */
export const LEXICON = { ...COLLECTING, ...TECHNOLOGY, ...STORE, ...SHARING, ...RIGHTS, ...LEGAL } as const;

/** The name of a concept, as it is shown to explain a hit. */
export type Concept = keyof typeof LEXICON;
