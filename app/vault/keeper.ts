import type { PurposeSet } from "../law/purposes.ts";
import type { Identity } from "./identity.ts";

/** One record about a person, in words that the person understands. */
export interface HeldRecord {
  kind: string;
  /** ISO 8601. */
  recordedAt: string | null;
  facts: readonly { label: string; value: string }[];
}

/** A person on file, with what is known of them. */
export interface Person {
  subject: string;
  identity: Identity;
}

/**
 * Whoever stores persons says how to find and how to erase them. `Tx` is the database's transaction; the parameter
 * keeps this file free of the database.
 */
export interface PersonalDataKeeper<Tx> {
  /** Everything held about a person. */
  find: (shop: string, person: Person) => Promise<HeldRecord[]>;
  /** Deletes or empties it inside the caller's transaction; answers rows touched, by table. */
  erase: (tx: Tx, shop: string, person: Person) => Promise<Record<string, number>>;
  /** Takes back, inside the caller's transaction, what a person allowed; answers how many records that changed. */
  withdraw?: (tx: Tx, shop: string, person: Person, withdrawal: Withdrawal) => Promise<number>;
}

/** What is taken back: `purposes` of `law/purposes.ts`, for a request. */
export interface Withdrawal {
  purposes: PurposeSet;
  request: string;
  at: Date;
}
