import { canonical } from "./canonical.ts";
import type { Link } from "./chain.ts";
import type { Share } from "./leaf.server.ts";
import type { SigningKey } from "./signing-key.server.ts";

/** What a bundle is made of. Pages keep memory bounded; a list of lists will do as well. */
export interface BundleSource {
  shop: string;
  exportedAt: Date;
  key: SigningKey;
  /** The entry with which the bundle ends. */
  head: Link;
  entries: Pages<{ body: string; hash: string }>;
  records: Pages<{ seq: number; leaves: readonly Share[] }>;
  checkpoints: Pages<{ seq: number; text: string; signature: Uint8Array }>;
}

type Pages<T> = AsyncIterable<readonly T[]> | Iterable<readonly T[]>;

/**
 * Writes a bundle (format `candor-evidence/1`) piece by piece. It is JSON with every entry on a line of its own, so
 * that even in a damaged file the damaged entry can be named. Signed texts and hashed texts stand in it as strings,
 * exactly as they were signed and hashed: whoever verifies need not spell anything again. `docs/decisions/003` explains.
 */
export async function* bundleText(source: BundleSource): AsyncGenerator<string> {
  const { shop, head, key } = source;
  const exportedAt = source.exportedAt.toISOString();
  const opening = {
    format: "candor-evidence/1",
    shop,
    exportedAt,
    publicKey: key.publicKey.toString("base64"),
    fingerprint: key.fingerprint,
  };
  yield `${JSON.stringify(opening).slice(0, -1)},"entries":[\n`;
  const entries = yield* list(source.entries, (entry) => entry);
  yield `],"records":[\n`;
  const records = yield* list(source.records, ({ seq, leaves }) => ({
    seq,
    leaves: leaves.map((share) =>
      "hash" in share ? { hash: share.hash.toString("hex") } : { salt: share.salt.toString("hex"), text: share.text },
    ),
  }));
  yield `],"checkpoints":[\n`;
  const checkpoints = yield* list(source.checkpoints, ({ seq, text, signature }) => ({
    seq,
    text,
    signature: Buffer.from(signature).toString("base64"),
  }));
  const counts = { entries, records, checkpoints };
  const statement = canonical({ format: "candor-evidence/1", shop, exportedAt, head, counts });
  const closing = { head, statement, signature: key.sign(statement).toString("base64") };
  yield `],${JSON.stringify(closing).slice(1)}\n`;
}

/** One member a line, separated by commas; returns how many there were. */
async function* list<T>(pages: Pages<T>, member: (item: T) => object): AsyncGenerator<string, number> {
  let count = 0;
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield (count === 0 ? "" : ",\n") + page.map((item) => JSON.stringify(member(item))).join(",\n");
    count += page.length;
  }
  if (count > 0) yield "\n";
  return count;
}
