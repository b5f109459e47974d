import { createHash } from "node:crypto";
import { inTransaction, pool, prisma } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { LAWS, type LawId } from "../law/deadlines.ts";
import type { RequestOutcome } from "../law/requests.ts";
import type { Cover, PackageSource } from "../package/cover.ts";
import type { Section, SectionItems } from "../package/sections.ts";
import { writePackage } from "../package/write-package.server.ts";
import { KeyShredded, openFor, subjectSealer } from "../vault/subject-key.server.ts";
import { readSubject } from "../vault/subjects.server.ts";
import { readMissing } from "./collect-from-shopify.server.ts";
import { openParts, type CollectedParts } from "./collected-parts.server.ts";
import { readShopFacts } from "../installation/read-shop-facts.server.ts";

/** A package can be downloaded for this long. Milliseconds. */
const KEPT_MS = 30 * 86_400_000;
/** Bytes of the zip in one row. */
const PART_BYTES = 256 * 1024;

const column = (id: string, index: number) => `PackagePart.sealed ${id}/${String(index)}`;

/**
 * Packs what was collected for an access request into one zip, sealed in parts under the person's key, and closes the
 * request. The package has the request's id; a repeated run writes the same parts again.
 */
export async function packRequest(shop: string, id: string, now: Date): Promise<void> {
  try {
    await pack(shop, id, now);
  } catch (error) {
    // erased meanwhile: the erasure closes this request
    if (!(error instanceof KeyShredded)) throw error;
    await prisma().packagePart.deleteMany({ where: { shop, package: id } });
  }
}

async function pack(shop: string, id: string, now: Date): Promise<void> {
  const request = await prisma().privacyRequest.findUnique({ where: { shop_id: { shop, id } } });
  if (request?.status !== "open" || request.subject === null) return;
  const { subject, receivedAt, deadline, law } = request;
  const collected = await openParts(shop, subject, id);
  const cover = await makeCover(shop, { id, subject, receivedAt, deadline, law: law as LawId }, collected, now);
  const source = sourceOf(collected);
  const written = await writeParts(shop, subject, id, writePackage(source, cover));
  const expiresAt = new Date(now.getTime() + KEPT_MS);
  const outcome: RequestOutcome = "package-ready";
  await inTransaction(async (tx) => {
    const closed = await tx.$executeRaw`
      UPDATE "PrivacyRequest" SET "status" = 'done', "outcome" = ${outcome}, "closedAt" = ${now}
      WHERE "shop" = ${shop} AND "id" = ${id}::uuid AND "status" = 'open'`;
    if (closed === 0) {
      await tx.$executeRaw`DELETE FROM "PackagePart" WHERE "shop" = ${shop} AND "package" = ${id}::uuid`;
      return;
    }
    const { bytes, parts, sha256 } = written;
    await tx.$executeRaw`
      INSERT INTO "Package" ("shop", "id", "request", "subject", "createdAt", "expiresAt", "bytes", "parts")
      VALUES (${shop}, ${id}::uuid, ${id}::uuid, ${subject}::uuid, ${now}, ${expiresAt}, ${bytes}, ${parts})`;
    await tx.$executeRaw`DELETE FROM "CollectedPart" WHERE "shop" = ${shop} AND "request" = ${id}::uuid`;
    await tx.$executeRaw`
      UPDATE "RequestTask" SET "sealedCursor" = NULL WHERE "shop" = ${shop} AND "request" = ${id}::uuid`;
    const facts = { package: id, sha256, bytes, expiresAt: expiresAt.toISOString() };
    await appendEvidence(tx, shop, { kind: "request.package-ready", at: now, request: id, facts });
    await appendEvidence(tx, shop, { kind: "request.closed", at: now, request: id, facts: { outcome } });
  });
}

async function makeCover(
  shop: string,
  request: { id: string; subject: string; receivedAt: Date; deadline: Date; law: LawId },
  collected: CollectedParts,
  now: Date,
): Promise<Cover> {
  const identity = await readSubject(shop, request.subject);
  const name = await nameOf(collected);
  return {
    shop: await readShopFacts(shop),
    person: { name, email: identity?.email ?? null },
    request: {
      id: request.id,
      receivedAt: request.receivedAt.toISOString(),
      deadline: request.deadline.toISOString(),
      law: LAWS[request.law].name,
    },
    generatedAt: now.toISOString(),
    purposes: [],
    recipients: [],
    retention: [],
    missing: (await readMissing(shop, request.subject, request.id)).map(({ section, what }) => ({
      section: section as Section,
      what,
    })),
  };
}

async function nameOf(collected: CollectedParts): Promise<string | null> {
  for await (const [profile] of collected.read("profile"))
    return (profile as SectionItems["profile"] | undefined)?.name ?? null;
  return null;
}

function sourceOf(collected: CollectedParts): PackageSource {
  return {
    parts: <S extends Section>(section: S) => collected.read(section) as AsyncIterable<readonly SectionItems[S][]>,
  };
}

async function writeParts(shop: string, subject: string, id: string, zip: AsyncIterable<Buffer>) {
  const sealer = await subjectSealer(shop, subject);
  await pool().query(`DELETE FROM "PackagePart" WHERE "shop" = $1 AND "package" = $2`, [shop, id]);
  const hash = createHash("sha256");
  let bytes = 0;
  let parts = 0;
  for await (const part of inParts(zip)) {
    hash.update(part);
    bytes += part.length;
    await pool().query(`INSERT INTO "PackagePart" ("shop", "package", "index", "sealed") VALUES ($1, $2, $3, $4)`, [
      shop,
      id,
      parts,
      sealer.seal(column(id, parts), part),
    ]);
    parts++;
  }
  return { bytes, parts, sha256: hash.digest("hex") };
}

async function* inParts(zip: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const chunk of zip) {
    held.push(chunk);
    length += chunk.length;
    if (length < PART_BYTES) continue;
    yield Buffer.concat(held);
    held = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(held);
}

/** A package's bytes, part by part. Throws when a part is missing or was changed. */
export async function* readPackage(shop: string, id: string, subject: string, parts: number): AsyncGenerator<Buffer> {
  for (let index = 0; index < parts; index++) {
    const row = await prisma().packagePart.findUniqueOrThrow({
      where: { shop_package_index: { shop, package: id, index } },
    });
    yield await openFor(shop, subject, column(id, index), row.sealed);
  }
}
