/**
 * A telephone number in E.164 form (ITU-T), as APIs want it: "+49 (171) 123-4567" → "+491711234567". Null without a
 * country code: guessing one would lead to somebody else.
 */
export function toE164(phone: string | undefined): string | null {
  const text = (phone ?? "").normalize("NFKC").trim();
  const digits = text.replace(/\D/g, "").replace(/^00/, "");
  const isWhole = text.startsWith("+") || text.startsWith("00");
  return isWhole && /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : null;
}
