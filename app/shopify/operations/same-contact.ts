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
