import { inTransaction, prisma, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import type { VerifiedBy } from "../law/requests.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { askerOf, type Asker } from "./asker.server.ts";
import type { Download } from "./download-package.server.ts";
import { mayMail } from "./link-limits.server.ts";
import { MOST_DOWNLOADS, OPEN_MS } from "./link-purpose.ts";
import { findLink, makeLink, useLinks } from "./links.server.ts";
import { readPackage } from "./pack-request.server.ts";
import { mailboxIndex } from "./request-form.server.ts";
import { systemNames } from "./system-names.server.ts";
import { readAddresses, type Addresses } from "./storefront-addresses.server.ts";

/** A package that its person may download. */
export interface Offered {
  request: string;
  left: number;
  expiresAt: Date;
  /** Where the link goes; null when no address is known. */
  email: string | null;
}

/** The package of a request while it is there; undefined otherwise. */
export async function readOffered(shop: string, request: string, now: Date): Promise<Offered | undefined> {
  const row = await prisma().package.findUnique({ where: { shop_request: { shop, request } } });
  if (!row || row.expiresAt <= now) return undefined;
  const asker = await inTransaction((tx) => askerOf(tx, shop, request));
  if (!asker) return undefined;
  return { request, left: MOST_DOWNLOADS - row.ownDownloads, expiresAt: row.expiresAt, email: asker.email };
}

/**
 * Offers a package that was written to whoever asked for it: a mail with a link that leads to it until it expires. Once
 * per package; false when it is gone, or nobody can be written to. What the merchant asked for through Shopify goes to the
 * merchant, as Shopify wants it, unless staff let it be offered.
 */
export async function offerPackage(shop: string, request: string, now: Date, isByStaff = false): Promise<boolean> {
  const addresses = await readAddresses(shop);
  return inTransaction(async (tx) => {
    const found = await tx.package.findUnique({ where: { shop_request: { shop, request } } });
    const { source } = await tx.privacyRequest.findUniqueOrThrow({ where: { shop_id: { shop, id: request } } });
    const isWanted = isByStaff || source !== "shopify";
    const asker = found && isWanted && found.expiresAt > now ? await askerOf(tx, shop, request) : undefined;
    if (!found || !asker) return false;
    return mailPackage(tx, shop, { ...asker, ...found }, { addresses, now });
  });
}

/** Systems whose data is not in a package and may still come. */
async function missingIn(tx: Tx, shop: string, { request, systems }: Packed): Promise<string[]> {
  const tasks = await tx.requestTask.findMany({ where: { shop, request, status: { not: "skipped" } } });
  return tasks.map(({ system }) => system).filter((system) => !systems.includes(system));
}

interface Packed {
  request: string;
  systems: readonly string[];
}

async function mailPackage(
  tx: Tx,
  shop: string,
  about: Asker & Packed & { createdAt: Date; expiresAt: Date },
  { addresses, now }: { addresses: Addresses; now: Date },
): Promise<boolean> {
  const { email, subject, language, kind, request, createdAt, expiresAt } = about;
  if (email === null) return false;
  const mailbox = await mailboxIndex(shop, email);
  const token = await makeLink(tx, shop, { request, purpose: "package", mailbox, sentAt: now, expiresAt });
  const mail = { request, subject, to: email, language, key: `${request} package ${createdAt.toISOString()}` };
  const facts = { kind, link: addresses.link("package", token), expires: expiresAt.toISOString() };
  const missing = await systemNames(tx, shop, await missingIn(tx, shop, about));
  const queued =
    missing.length === 0
      ? await queueMail(tx, shop, { ...mail, template: "done", facts })
      : await queueMail(tx, shop, {
          ...{ ...mail, template: "partial" },
          facts: { ...facts, missing, done: await systemNames(tx, shop, about.systems) },
        });
  return queued === "queued";
}

/**
 * Mails the link that opens a package to the mailbox of whoever asked: whoever merely found the first link gets nothing.
 * It works once, for half an hour. The answer is the same when the mailbox's hour is full.
 */
export async function sendOpenLink(shop: string, request: string, now: Date): Promise<void> {
  const addresses = await readAddresses(shop);
  await inTransaction(async (tx) => {
    const asker: Asker | undefined = await askerOf(tx, shop, request);
    if (!asker || asker.email === null) return;
    const mailbox = await mailboxIndex(shop, asker.email);
    if ((await mayMail(tx, shop, mailbox, now)) === "mailbox-full") return;
    const expiresAt = new Date(now.getTime() + OPEN_MS);
    const token = await makeLink(tx, shop, { request, purpose: "open-package", mailbox, sentAt: now, expiresAt });
    await queueMail(tx, shop, {
      ...{ request, subject: asker.subject, to: asker.email, template: "open-package", language: asker.language },
      key: `${request} open-package ${now.toISOString()}`,
      facts: { link: addresses.link("open-package", token), expires: expiresAt.toISOString() },
    });
  });
}

/** How somebody comes to a package: by the link that opens it, or signed in as the person it is about. */
export type Proof = { token: string } | { request: string };

/**
 * Opens a package for its person. The download is counted, and evidence, before its first byte leaves; five are the most.
 * "gone" when the link does not work, there is none, its days are over, or its downloads are used up.
 */
export async function downloadOwnPackage(shop: string, proof: Proof, now: Date): Promise<Download | "gone"> {
  return inTransaction(async (tx) => {
    const request =
      "request" in proof
        ? proof.request
        : (await findLink(shop, { token: proof.token, purposes: ["open-package"], now }, tx))?.request;
    if (request === undefined) return "gone";
    if ("token" in proof && !(await useLinks(tx, shop, { request, purposes: ["open-package"], now }))) return "gone";
    const [row] = await tx.$queryRaw<{ id: string; subject: string; bytes: bigint; parts: number }[]>`
      UPDATE "Package" SET "downloads" = "downloads" + 1, "ownDownloads" = "ownDownloads" + 1
      WHERE "shop" = ${shop} AND "request" = ${request}::uuid AND "expiresAt" > ${now}
        AND "ownDownloads" < ${MOST_DOWNLOADS}
      RETURNING "id"::text, "subject"::text, "bytes", "parts"`;
    if (!row) return "gone";
    const by: VerifiedBy = "token" in proof ? "mailbox" : "account";
    const facts = { package: row.id, by };
    await appendEvidence(tx, shop, { kind: "request.package-downloaded", at: now, request, facts });
    const parts = readPackage(shop, row.id, row.subject, row.parts);
    return { name: `my-data-${row.id.slice(-12)}.zip`, bytes: Number(row.bytes), parts };
  });
}
