/** What of a customer can be corrected at Shopify, in the order in which people read it. */
export const CORRECTABLE_FIELDS = [
  ...(["firstName", "lastName", "email", "phone", "company"] as const),
  ...(["address1", "address2", "zip", "city", "provinceCode", "countryCode"] as const),
] as const;

/** One field that can be corrected. */
export type CorrectableField = (typeof CORRECTABLE_FIELDS)[number];

/** New values by field; a field that is absent stays. */
export type Changes = Readonly<Partial<Record<CorrectableField, string>>>;

/** A customer's values by field; null or absent where there is none. */
export type Values = Readonly<Partial<Record<CorrectableField, string | null>>>;

const OF_PERSON: readonly CorrectableField[] = ["firstName", "lastName", "email", "phone"];

/** Whether a field is part of the address. */
export function isOfAddress(field: CorrectableField): boolean {
  return !OF_PERSON.includes(field);
}

/** Whether two values of a field say the same: case of e-mail addresses and codes apart, digits of a telephone only. */
export function sameValue(field: CorrectableField, one: string | null | undefined, other: string): boolean {
  const plain = (text: string): string => {
    const trimmed = text.normalize("NFC").trim();
    if (field === "phone") return trimmed.replaceAll(/\D/g, "");
    return ["email", "provinceCode", "countryCode"].includes(field) ? trimmed.toLowerCase() : trimmed;
  };
  return plain(one ?? "") === plain(other);
}

/** The changes that are not so yet. */
export function missingChanges(values: Values, changes: Changes): Changes {
  const fields = CORRECTABLE_FIELDS.filter((field) => {
    const wanted = changes[field];
    return wanted !== undefined && !sameValue(field, values[field], wanted);
  });
  return Object.fromEntries(fields.map((field) => [field, changes[field]]));
}

/** The fields that some changes name. */
export function fieldsOf(changes: Changes): CorrectableField[] {
  return CORRECTABLE_FIELDS.filter((field) => changes[field] !== undefined);
}
