import { inTransaction, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { sha256 } from "../evidence/hash.server.ts";
import { signingKey } from "../evidence/signing-key.server.ts";
import { eachByItself } from "../jobs/each-by-itself.server.ts";
import type { LawId } from "../law/laws.ts";
import { articleOf, GROUND_IDS } from "../law/refusal-articles.ts";
import { pseudonym } from "../vault/subject-key.server.ts";
import { certificateText, type Certified, type CertifiedDecision, type CertifiedRest } from "./certificate.ts";
import { readKept } from "./kept-facts.server.ts";
import { takeFairly } from "./take-fairly.server.ts";

/** Taken up in one go; what is left comes with the next minute. */
const AT_ONCE = 500;

/** Writes the certificates of requests that ended since; one that fails keeps none of the others, and comes again. */
export async function certifyClosed(now: Date): Promise<void> {
  const due = await takeFairly(`r."certifiedAt" IS NULL AND r."closedAt" <= $1`, [now], { now, atMost: AT_ONCE });
  await eachByItself("request.certify", due, ({ shop, request }) => certifyRequest(shop, request, now));
}

/**
 * Writes the certificate of a request that has ended, signed with the store's key, with its hash in the evidence. One that
 * was answered in part gets another when the rest is done. Safe to repeat.
 */
export async function certifyRequest(shop: string, request: string, now: Date): Promise<void> {
  const key = await signingKey(shop);
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "PrivacyRequest" WHERE "shop" = ${shop} AND "id" = ${request}::uuid FOR UPDATE`;
    const certified = await gather(tx, shop, request, now);
    if (!certified) return;
    const body = certificateText(certified);
    const row = {
      body,
      signature: new Uint8Array(key.sign(body)),
      publicKey: new Uint8Array(key.publicKey),
      issuedAt: now,
    };
    const where = { shop_request: { shop, request } };
    await tx.requestCertificate.upsert({ where, create: { shop, request, ...row }, update: row });
    await tx.privacyRequest.update({ where: { shop_id: { shop, id: request } }, data: { certifiedAt: now } });
    const facts = { sha256: sha256(body).toString("hex") };
    await appendEvidence(tx, shop, { kind: "request.certificate-issued", at: now, request, facts });
  });
}

async function gather(tx: Tx, shop: string, id: string, now: Date): Promise<Certified | null> {
  const row = await tx.privacyRequest.findUnique({ where: { shop_id: { shop, id } } });
  if (!row?.closedAt || row.certifiedAt) return null;
  const newest = await tx.evidenceEntry.findFirst({ where: { shop, request: id }, orderBy: { seq: "desc" } });
  if (!newest) return null;
  const { kind, source, behalf, status } = row;
  const law = row.law as LawId;
  return {
    ...{ shop, request: id, kind, source, behalf, law, status, outcome: row.outcome ?? "" },
    person: row.subject === null ? null : await pseudonym(shop, row.subject),
    received: row.receivedAt.toISOString(),
    verified: verifiedOf(row),
    due: row.deadline.toISOString(),
    extended: iso(row.extendedAt),
    closed: row.closedAt.toISOString(),
    systems: await systemsOf(tx, shop, id),
    decisions: await decisionsOf(tx, shop, { id, law }),
    stays: kind === "delete" && row.outcome !== "refused" ? await restOf(tx, shop, id) : [],
    evidence: { seq: Number(newest.seq), hash: Buffer.from(newest.hash).toString("hex") },
    issued: now.toISOString(),
  };
}

function verifiedOf({
  verifiedBy,
  verifiedAt,
}: {
  verifiedBy: string | null;
  verifiedAt: Date | null;
}): Certified["verified"] {
  return verifiedBy !== null && verifiedAt ? { by: verifiedBy, at: verifiedAt.toISOString() } : null;
}

const iso = (date: Date | null) => date?.toISOString() ?? null;

async function systemsOf(tx: Tx, shop: string, request: string): Promise<Certified["systems"]> {
  const tasks = await tx.requestTask.findMany({ where: { shop, request }, orderBy: { system: "asc" } });
  return tasks.map(({ system, status, result, doneBy, doneAt }) => {
    return { system, status, result, by: doneBy, at: iso(doneAt) };
  });
}

async function decisionsOf(
  tx: Tx,
  shop: string,
  { id, law }: { id: string; law: LawId },
): Promise<CertifiedDecision[]> {
  const rows = await tx.requestDecision.findMany({ where: { shop, request: id }, orderBy: { at: "asc" } });
  return rows.map(({ decision, ground, at }) => {
    const known = GROUND_IDS.find((one) => one === ground);
    const article = known === undefined ? "" : (articleOf(law, known) ?? "");
    return { decision, ground: known ?? "", article, at: at.toISOString() };
  });
}

async function restOf(tx: Tx, shop: string, request: string): Promise<CertifiedRest[]> {
  const { invoices, grounds } = await readKept(tx, shop, request);
  return [
    ...(invoices === null ? [] : [{ what: "invoices", ...invoices }]),
    ...grounds.map((what) => ({ what, law: "", until: "" })),
  ];
}
