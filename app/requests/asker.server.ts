import type { Tx } from "../db/database.server.ts";
import type { Behalf, RequestKind } from "../law/requests.ts";
import { openFor } from "../vault/subject-key.server.ts";
import { readSubjectIn } from "../vault/subjects.server.ts";
import { detailColumn, type RequestDetail } from "./request-detail.ts";

/** Who asks, and so who is written to about a request. */
export interface Asker {
  kind: RequestKind;
  behalf: Behalf;
  /** The person whom it is about; their id says nothing about them. */
  subject: string;
  /** The address that was given, and that a link proves; the person's own where none was given. Null: none is known. */
  email: string | null;
  /** BCP 47; null when nobody knows what they read. */
  language: string | null;
}

/**
 * Who asks for a request: its person, or whoever asks for them. Mails go there, not to an older address on file.
 * Undefined once the person is erased. Throws `KeyShredded` while they are being erased.
 */
export async function askerOf(tx: Tx, shop: string, request: string): Promise<Asker | undefined> {
  const [row] = await tx.$queryRaw<
    (Omit<Asker, "subject" | "email"> & { subject: string | null; sealedDetail: Uint8Array | null })[]
  >`SELECT "kind", "behalf", "subject"::text, "language", "sealedDetail" FROM "PrivacyRequest"
    WHERE "shop" = ${shop} AND "id" = ${request}::uuid`;
  if (!row || row.subject === null) return undefined;
  const { sealedDetail, subject, ...rest } = row;
  const given = sealedDetail && (await addressIn(shop, { subject, request, sealedDetail }));
  const email = given ?? (await readSubjectIn(tx, shop, subject))?.email ?? null;
  return { ...rest, subject, email };
}

/** The address that came with a request; null when none did. */
async function addressIn(
  shop: string,
  { subject, request, sealedDetail }: { subject: string; request: string; sealedDetail: Uint8Array },
): Promise<string | null> {
  const plain = await openFor(shop, subject, detailColumn(request), sealedDetail);
  const { representative, mailbox } = JSON.parse(plain.toString()) as RequestDetail;
  return representative?.email ?? mailbox ?? null;
}
