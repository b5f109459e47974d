import type { ConsentModel } from "../law/consent-rules.ts";
import type { PurposeSet } from "../law/purposes.ts";
import type { ChoiceForm, ChoiceReason } from "./choice.ts";
import type { ChoiceSource, Device, RegionSource } from "./record.ts";

/** A consent record as staff, and the shopper with its receipt, may see it. Nobody is named in it. */
export interface ConsentRow {
  /** The receipt. */
  id: string;
  /** The receipt that it replaced; null for the first. */
  previous: string | null;
  receivedAt: Date;
  /** When the choice was made; never later than `receivedAt`. */
  at: Date;
  /** The same as the browser's clock said. */
  clockAt: Date;
  /** When it no longer stands. */
  lapsesAt: Date;
  form: ChoiceForm;
  allowed: PurposeSet;
  offered: PurposeSet;
  source: ChoiceSource;
  region: string | null;
  regionSource: RegionSource;
  model: ConsentModel;
  because: ChoiceReason;
  /** Whether the server decides the same from the same facts. */
  agrees: boolean;
  signal: boolean;
  noTrack: boolean;
  policy: number;
  policyHash: string;
  settingsHash: string;
  textHash: string;
  language: string;
  device: Device;
  variant: string;
  /** Whether a customer was signed in. */
  hasCustomer: boolean;
  /** The evidence entry that sealed it; null until the next sealing. */
  sealSeq: number | null;
}

/** Its columns in the database, but for the last two. */
export const CONSENT_COLUMNS = [
  ...(["id", "previous", "receivedAt", "at", "clockAt", "lapsesAt", "form", "allowed", "offered", "source"] as const),
  ...(["region", "regionSource", "model", "because", "agrees", "signal", "noTrack", "policy"] as const),
  ...(["policyHash", "settingsHash", "textHash", "language", "device", "variant"] as const),
] as const satisfies readonly (keyof ConsentRow)[];

/** What a page of records may be narrowed to; all that is given must hold. */
export interface ConsentFilter {
  /** Made from this time on, and before that one. */
  from?: Date | undefined;
  to?: Date | undefined;
  /** A country ("US": with its parts) or a part of one ("US-CA"); "" for an unknown place. */
  region?: string | undefined;
  language?: string | undefined;
  device?: Device | undefined;
  source?: ChoiceSource | undefined;
  form?: ChoiceForm | undefined;
  /** All of these purposes were allowed. */
  allows?: PurposeSet | undefined;
  /** None of these purposes was allowed. */
  refuses?: PurposeSet | undefined;
  variant?: string | undefined;
}
