import { createHash } from "node:crypto";
import { v7 } from "uuid";
import { inTransaction, prisma, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { neutralise } from "../mail/neutralise.ts";
import { openFor, pseudonym, sealFor } from "../vault/subject-key.server.ts";
import type { SentFile } from "./request-form.server.ts";
import type { AttachmentPurpose, AttachmentRow } from "./request-view.ts";

/** A file to be kept. `type` was found out from its content. */
export interface NewAttachment {
  request: string;
  subject: string;
  purpose: AttachmentPurpose;
  file: SentFile;
}

const column = (id: string) => `RequestAttachment.sealed ${id}`;
const nameColumn = (id: string) => `RequestAttachment.sealedName ${id}`;

/** Keeps a file, sealed under the person's key, with its evidence, inside the caller's transaction. */
export async function keepAttachment(
  tx: Tx,
  shop: string,
  { request, subject, purpose, file }: NewAttachment,
  now: Date,
): Promise<void> {
  const id = v7();
  const content = Buffer.from(file.base64, "base64");
  const sha256 = createHash("sha256").update(content).digest();
  const sealed = await sealFor(shop, subject, column(id), content);
  const sealedName = await sealFor(shop, subject, nameColumn(id), Buffer.from(neutralise(file.name)));
  await tx.$executeRaw`
    INSERT INTO "RequestAttachment" ("shop", "id", "request", "purpose", "mediaType", "bytes", "sha256", "addedAt",
      "sealedName", "sealed")
    VALUES (${shop}, ${id}::uuid, ${request}::uuid, ${purpose}, ${file.type}, ${content.length}, ${sha256}, ${now},
      ${sealedName}, ${sealed})`;
  const facts = { attachment: id, purpose, sha256: sha256.toString("hex"), bytes: content.length };
  await appendEvidence(tx, shop, { kind: "request.attachment-added", at: now, request, facts });
}

/** The files of a request, without their names and contents: both may name a person. */
export async function listAttachments(shop: string, request: string): Promise<AttachmentRow[]> {
  const select = { id: true, purpose: true, mediaType: true, bytes: true, addedAt: true } as const;
  const rows = await prisma().requestAttachment.findMany({ where: { shop, request }, select, orderBy: { id: "asc" } });
  return rows.map(({ purpose, ...row }) => ({ ...row, purpose: purpose as AttachmentPurpose }));
}

/** A file for a member of staff; that they took it is evidence before they get it. "gone" once its person is erased. */
export async function openAttachment(
  shop: string,
  { request, attachment, staff }: { request: string; attachment: string; staff: string },
  now: Date,
): Promise<{ name: string; mediaType: string; content: Buffer } | "gone"> {
  const row = await prisma().requestAttachment.findUnique({ where: { shop_id: { shop, id: attachment } } });
  const owner = await prisma().privacyRequest.findUnique({ where: { shop_id: { shop, id: request } } });
  if (!row || row.request !== request || !owner?.subject) return "gone";
  const content = await openFor(shop, owner.subject, column(row.id), row.sealed);
  const name = (await openFor(shop, owner.subject, nameColumn(row.id), row.sealedName)).toString();
  const facts = { attachment, staff: await pseudonym(shop, `staff ${staff}`) };
  await inTransaction((tx) => appendEvidence(tx, shop, { kind: "request.attachment-opened", at: now, request, facts }));
  return { name, mediaType: row.mediaType, content };
}
