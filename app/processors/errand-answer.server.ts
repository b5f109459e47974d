import { gunzipSync, gzipSync } from "node:zlib";
import { prisma, type Tx } from "../db/database.server.ts";
import { openFor, sealFor } from "../vault/subject-key.server.ts";
import { NO_ITEMS, type ErrandItems } from "./errand.ts";

/** What is kept of an answer until the errand's next run takes it: records and files for the package. */
interface Kept {
  records: ErrandItems["records"];
  file: { name: string; type: string } | null;
}

const column = (request: string, processor: string, name: "sealedAnswer" | "sealedFile") =>
  `ProcessorErrand.${name} ${request}/${processor}`;

/** What a processor handed over on its own, by callback or reply link; nothing when it handed over nothing. */
export async function openAnswer(shop: string, request: string, processor: string): Promise<ErrandItems> {
  const row = await prisma().processorErrand.findUnique({
    where: { shop_request_processor: { shop, request, processor } },
    select: { subject: true, sealedAnswer: true, sealedFile: true },
  });
  if (!row?.subject || !row.sealedAnswer) return NO_ITEMS;
  const { subject } = row;
  const plain = await openFor(shop, subject, column(request, processor, "sealedAnswer"), row.sealedAnswer);
  const kept = JSON.parse(gunzipSync(plain).toString()) as Kept;
  if (!kept.file || !row.sealedFile) return { records: kept.records, files: [] };
  const bytes = await openFor(shop, subject, column(request, processor, "sealedFile"), row.sealedFile);
  return { records: kept.records, files: [{ ...kept.file, bytes }] };
}

/** Seals what a processor handed over, for the person it is about. */
export async function keepAnswer(
  tx: Tx,
  shop: string,
  { request, processor, subject }: { request: string; processor: string; subject: string },
  { records, files }: ErrandItems,
): Promise<void> {
  const [file] = files;
  const kept: Kept = { records, file: file ? { name: file.name, type: file.type } : null };
  const plain = gzipSync(JSON.stringify(kept));
  const sealedAnswer = await sealFor(shop, subject, column(request, processor, "sealedAnswer"), plain);
  const sealedFile = file ? await sealFor(shop, subject, column(request, processor, "sealedFile"), file.bytes) : null;
  await tx.$executeRaw`
    UPDATE "ProcessorErrand" SET "sealedAnswer" = ${sealedAnswer}, "sealedFile" = ${sealedFile}
    WHERE "shop" = ${shop} AND "request" = ${request}::uuid AND "processor" = ${processor}`;
}
