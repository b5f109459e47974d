/** The ways in which a person is known, strongest first. */
export const IDENTITY_KINDS = ["customerId", "email", "phone"] as const;

/** One of the ways in which a person is known. */
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/**
 * What a caller knows of a person; Shopify may send any subset ("a customer known by e-mail only").
 * https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance
 */
export type Identity = Readonly<Partial<Record<IdentityKind, string>>>;

const NORMALISE: Readonly<Record<IdentityKind, (text: string) => string>> = {
  // 191167 or gid://shopify/Customer/191167
  customerId: (text) => /(\d+)$/.exec(text.trim())?.[1] ?? "",
  email: (text) => text.normalize("NFKC").trim().toLowerCase(),
  // +1 (555) 625-1199, 0015556251199 and 15556251199 are one number
  phone: (text) => text.normalize("NFKC").replace(/\D/g, "").replace(/^00/, ""),
};

/** One form for all spellings of an identifier; "" when nothing of it remains. */
export function normalise(kind: IdentityKind, text: string): string {
  return NORMALISE[kind](text);
}

/** The identifiers of a person that hold something, in their one form, strongest first. */
export function identifiers(identity: Identity): { kind: IdentityKind; value: string }[] {
  return IDENTITY_KINDS.map((kind) => ({ kind, value: normalise(kind, identity[kind] ?? "") })).filter(
    ({ value }) => value !== "",
  );
}

/** `anna@example.com` → `a•••@e•••.com`, `+49 171 1234567` → `•••567`: enough to recognise, too little to use. */
export function mask(kind: IdentityKind, text: string): string {
  if (kind !== "email") return text.length > 3 ? `•••${text.slice(-3)}` : "•••";
  const [local = "", domain = ""] = text.split("@");
  const dot = domain.lastIndexOf(".");
  const top = dot > 0 ? domain.slice(dot) : "";
  return `${first(local)}•••@${first(domain)}•••${top}`;
}

/** The first character, whole also where it takes two code units. */
function first(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 32).trim();
}
