/** Whether two e-mail addresses are one: case and surrounding blanks apart, letter by letter. Missing is never the same. */
export function sameEmail(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && plainEmail(one) === plainEmail(other) && plainEmail(one) !== "";
}

function plainEmail(email: string): string {
  return email.normalize("NFC").trim().toLowerCase();
}

/** Whether two telephone numbers are one: digits only are compared. Missing, or under six digits, is never the same. */
export function samePhone(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && digitsOf(one) === digitsOf(other) && digitsOf(one).length >= 6;
}

function digitsOf(phone: string): string {
  return phone.replaceAll(/\D/g, "");
}

/**
 * Whether a text can be an e-mail address at all, and so may be searched for. A text that ends in `*` would be a search
 * for everybody: no domain does.
 */
export function isEmailAddress(text: string): boolean {
  return /^[^@].*@[^@\s*"\\]+$/su.test(text.trim());
}

/** Whether a text can be a telephone number: six digits at least, and nothing but what people write between them. */
export function isPhoneNumber(text: string): boolean {
  return /^\+?[\d\s().\-/]+$/.test(text.trim()) && digitsOf(text).length >= 6;
}
