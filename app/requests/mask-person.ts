import { mask, type Identity, type IdentityKind } from "../vault/identity.ts";

/** What staff recognise a person by, best first. */
const TELLING: readonly IdentityKind[] = ["email", "phone", "customerId"];

/** The most telling identifier of a person, masked; null when nothing is known of them, or nothing any more. */
export function maskPerson(identity: Identity | undefined): string | null {
  const kind = TELLING.find((one) => identity?.[one]);
  return kind === undefined ? null : mask(kind, identity?.[kind] ?? "");
}
