/**
 * Languages whose letters the font has and that are written from left to right: the others are printed from the page, where
 * the browser has the fonts and the direction.
 */
const WITHOUT_PDF = ["ar", "he", "ja", "ko", "zh-CN", "zh-TW"];

/** Whether a policy in a language (BCP 47) can be had as PDF. */
export function hasPdf(language: string): boolean {
  return !WITHOUT_PDF.includes(language);
}
