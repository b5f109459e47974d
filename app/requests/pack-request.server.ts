import { createHash } from "node:crypto";
import { inTransaction, pool, prisma, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { LAWS, type LawId } from "../law/laws.ts";
import type { Cover, HandedFile, PackageSource } from "../package/cover.ts";
import type { Section, SectionItems } from "../package/sections.ts";
import { processorOf } from "../processors/processor.ts";
import type { HeldRecord } from "../vault/keeper.ts";
import { writePackage } from "../package/write-package.server.ts";
import { readStoreRegister } from "../register/change-register.server.ts";
import { coverFacts } from "../register/fill-cover.ts";
import { KeyShredded, openFor, subjectSealer } from "../vault/subject-key.server.ts";
import { readSubject } from "../vault/subjects.server.ts";
import { advanceRequest } from "./advance-request.server.ts";
import { answerRequest, type Answering } from "./answer-request.server.ts";
import { readMissing } from "./collect-from-shopify.server.ts";
import { openParts, type CollectedParts } from "./collected-parts.server.ts";
import { readWithheld, type Withheld } from "./withheld.server.ts";
import { readShopFacts } from "../installation/read-shop-facts.server.ts";
import { isSettled } from "./next-move.ts";

/** A package can be downloaded for this long. Milliseconds. */
const KEPT_MS = 30 * 86_400_000;
/** Bytes of the zip in one row. */
const PART_BYTES = 256 * 1024;

const column = (id: string, index: number) => `PackagePart.sealed ${id}/${String(index)}`;

/**
 * Packs what was collected for an access request into one zip, sealed in parts under the person's key, and answers the
 * request; in part while a system is missing. What comes later is packed again, with all that came before. The package
 * has the request's id; a repeated run writes the same parts again.
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
  if (!request || !isPackable(request) || request.subject === null) return;
  const { subject, receivedAt, deadline, law } = request;
  const done = await prisma().requestTask.findMany({ where: { shop, request: id, status: "done" } });
  const systems = done.map(({ system }) => system);
  const collected = await openParts(shop, subject, id);
  const withheld = await readWithheld(shop, request);
  const about = { id, subject, receivedAt, deadline, law: law as LawId, withheld };
  const cover = await makeCover(shop, about, collected, now);
  const source = sourceOf(collected, { withheld, systems });
  const written = await writeParts(shop, subject, id, writePackage(source, cover));
  await inTransaction((tx) => keepPackage(tx, shop, { id, subject, systems, written }, now));
}

function isPackable({ status, outcome }: { status: string; outcome: string | null }): boolean {
  return status === "open" || (status === "done" && outcome === "partial");
}

interface Packed {
  id: string;
  subject: string;
  systems: string[];
  written: { bytes: number; parts: number; sha256: string };
}

async function keepPackage(tx: Tx, shop: string, packed: Packed, now: Date): Promise<void> {
  const { id, subject, systems, written } = packed;
  const [row] = await tx.$queryRaw<Omit<Answering, "id" | "tasks">[]>`
    UPDATE "PrivacyRequest" SET "packingAt" = NULL WHERE "shop" = ${shop} AND "id" = ${id}::uuid
      AND "subject" IS NOT NULL RETURNING "kind", "status", "outcome"`;
  if (!row || !isPackable(row)) {
    await tx.$executeRaw`DELETE FROM "PackagePart" WHERE "shop" = ${shop} AND "package" = ${id}::uuid`;
    return;
  }
  const { bytes, parts, sha256 } = written;
  const expiresAt = new Date(now.getTime() + KEPT_MS);
  await tx.$executeRaw`
    INSERT INTO "Package" ("shop", "id", "request", "subject", "createdAt", "expiresAt", "bytes", "parts",
      "systems")
    VALUES (${shop}, ${id}::uuid, ${id}::uuid, ${subject}::uuid, ${now}, ${expiresAt}, ${bytes}, ${parts}, ${systems})
    ON CONFLICT ("shop", "id") DO UPDATE SET "createdAt" = excluded."createdAt", "expiresAt" = excluded."expiresAt",
      "bytes" = excluded."bytes", "parts" = excluded."parts", "systems" = excluded."systems",
      "downloads" = 0, "ownDownloads" = 0`;
  const facts = { package: id, sha256, bytes, expiresAt: expiresAt.toISOString() };
  await appendEvidence(tx, shop, { kind: "request.package-ready", at: now, request: id, facts });
  await enqueue(tx, "request.offer-package", { shop, request: id });
  await answerPacked(tx, shop, { ...row, id }, { systems, now });
}

/** Answers with the package. What it was made of is forgotten once nothing more can come. */
async function answerPacked(
  tx: Tx,
  shop: string,
  request: Omit<Answering, "tasks">,
  { systems, now }: { systems: readonly string[]; now: Date },
): Promise<void> {
  const { id } = request;
  const all = await tx.$queryRaw<Answering["tasks"]>`
    SELECT "system", "status", "result" FROM "RequestTask" WHERE "shop" = ${shop} AND "request" = ${id}::uuid`;
  // a system that ended while the package was written is not in it yet
  const isMissing = ({ system, status }: (typeof all)[number]) => status === "done" && !systems.includes(system);
  const tasks = all.map((task) => (isMissing(task) ? { ...task, status: "running" as const } : task));
  await answerRequest(tx, shop, { ...request, tasks }, now);
  if (tasks.every(isSettled)) await forgetParts(tx, shop, id);
  else await advanceRequest(tx, shop, id, now);
}

async function forgetParts(tx: Tx, shop: string, id: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM "CollectedPart" WHERE "shop" = ${shop} AND "request" = ${id}::uuid`;
  await tx.$executeRaw`
    UPDATE "RequestTask" SET "sealedCursor" = NULL WHERE "shop" = ${shop} AND "request" = ${id}::uuid`;
}

async function makeCover(
  shop: string,
  request: { id: string; subject: string; receivedAt: Date; deadline: Date; law: LawId; withheld: readonly Withheld[] },
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
    ...coverFacts(await readStoreRegister(shop)),
    missing: [
      ...request.withheld,
      ...(await readMissing(shop, request.subject, request.id)).map(({ section, what }) => ({
        section: section as Section,
        what,
      })),
      ...(await readUnanswered(shop, request.id)),
    ],
  };
}

/** Systems whose part is not in the package (yet). */
async function readUnanswered(shop: string, request: string): Promise<Cover["missing"]> {
  const rows = await prisma().requestTask.findMany({
    where: { shop, request, status: { notIn: ["done", "skipped"] } },
    select: { system: true },
  });
  const name = (system: string) => (system === "shopify" ? "Shopify" : (processorOf(system) ?? "Candor"));
  return rows.map(({ system }) => ({ section: "candor", what: `${name(system)} has not answered yet` }));
}

async function nameOf(collected: CollectedParts): Promise<string | null> {
  for await (const [profile] of collected.read("profile"))
    return (profile as SectionItems["profile"] | undefined)?.name ?? null;
  return null;
}

/** What was collected, without what is withheld. */
function sourceOf(
  collected: CollectedParts,
  { withheld, systems }: { withheld: readonly Withheld[]; systems: readonly string[] },
): PackageSource {
  const hidden = new Set(withheld.map(({ section }) => section));
  const read = (section: Section): AsyncIterable<unknown[]> => {
    if (hidden.has(section)) return nothing();
    return section === "candor" ? withOthers(collected, systems) : collected.read(section);
  };
  return {
    parts: <S extends Section>(section: S) => read(section) as AsyncIterable<readonly SectionItems[S][]>,
    files: () => (hidden.has("candor") ? nothing() : filesOf(collected, systems)),
  };
}

async function* filesOf(collected: CollectedParts, systems: readonly string[]): AsyncGenerator<HandedFile> {
  for (const system of systems) {
    const company = processorOf(system);
    if (company === undefined) continue;
    for await (const files of collected.read(`${system} files`))
      for (const file of files as Omit<HandedFile, "company">[]) yield { ...file, company };
  }
}

/** What other companies handed over stands with Candor's own records, each under the company's name. */
async function* withOthers(collected: CollectedParts, systems: readonly string[]): AsyncGenerator<unknown[]> {
  yield* collected.read("candor");
  for (const system of systems) {
    const company = processorOf(system);
    if (company === undefined) continue;
    for await (const items of collected.read(system))
      yield (items as HeldRecord[]).map((record) => ({ ...record, kind: `${company}: ${record.kind}` }));
  }
}

async function* nothing(): AsyncGenerator<never> {
  // a section without a page
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
