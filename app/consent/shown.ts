import type { ConsentRow } from "./consent-row.ts";

/** What the hashes of a record stand for, as JSON texts; null for what is not kept. */
export interface Shown {
  /** The banner's texts in the language of the shopper. SHA-256 of it is `textHash`. */
  texts: string | null;
  /** The settings of the banner. SHA-256 of it is `settingsHash`. */
  settings: string | null;
}

/** What stood before a shopper who answered. */
export interface ShownWords {
  title: string;
  text: string;
  /** BCP 47. */
  language: string;
}

type Layer = Readonly<Record<string, string>>;
interface BannerWords {
  banner?: Layer;
  notice?: Layer;
  centre?: Layer;
}

/**
 * The words that a shopper read before answering: those of the preference centre where the answer was given in it, else
 * of the banner, in its wording, or of the notice. Null where nothing of ours was read, or it is not kept.
 */
export function wordsShown(
  { texts }: Shown,
  { source, form, variant, language, model }: Pick<ConsentRow, "source" | "form" | "variant" | "language" | "model">,
): ShownWords | null {
  if (texts === null) return null;
  const { banner, notice, centre } = JSON.parse(texts) as BannerWords;
  const found = (layer: Layer | undefined, title: string, text: string) =>
    layer?.[title] === undefined || layer[text] === undefined
      ? null
      : { title: layer[title], text: layer[text], language };
  if (source === "preferences") return found(centre, "title", model === "opt-in" ? "text" : "text_opt_out");
  if (source !== "banner") return null;
  if (form === "opt-out") return found(notice, "title", "text");
  return variant === "question" ? found(banner, "title_question", "text_question") : found(banner, "title", "text");
}
