import { canonical, type Canonical } from "./canonical.ts";
import type { RecordKind } from "./kinds.ts";

/** Where records of a kind are kept, and which of their columns a seal covers. */
export interface Sealed {
  table: string;
  /** Columns that never change and hold no person. `id` and `receivedAt` are among them. */
  columns: readonly string[];
}

/** Every kind of sealed record. Each table has `salt`, `sealSeq` and `sealIndex` beside these. */
export const SEALED: Readonly<Record<RecordKind, Sealed>> = {
  delivery: {
    table: "Delivery",
    columns: ["id", "receivedAt", "topic", "eventId", "webhookId", "bytes"],
  },
  consent: {
    table: "ConsentRecord",
    columns: [
      ...["id", "previous", "receivedAt", "at", "clockAt", "lapsesAt", "form", "allowed", "offered", "source"],
      ...["region", "regionSource", "model", "because", "agrees", "signal", "noTrack"],
      ...["policy", "policyHash", "settingsHash", "textHash", "language", "device", "variant"],
    ],
  },
};

/** A record's row, by column. Times are dates. */
export type SealedRow = Readonly<Record<string, unknown>>;

/** The text of a record's leaf. It is stored nowhere: changing the row afterwards changes the text. */
export function leafText(kind: RecordKind, row: SealedRow): string {
  const facts = SEALED[kind].columns.map((name) => [name, spelled(row[name])] as const);
  return canonical(Object.fromEntries(facts));
}

function spelled(value: unknown): Canonical {
  return value instanceof Date ? value.toISOString() : (value as Canonical);
}
