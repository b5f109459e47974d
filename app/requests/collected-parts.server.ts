import { gunzipSync, gzipSync } from "node:zlib";
import { prisma } from "../db/database.server.ts";
import { openFor, sealFor } from "../vault/subject-key.server.ts";

const column = (request: string, section: string, index: number) =>
  `CollectedPart.sealed ${request}/${section}/${String(index)}`;

/** One page of collected items. Keeping the same page again replaces it, so a repeated task leaves no doubles. */
export interface Part {
  request: string;
  section: string;
  index: number;
  items: readonly unknown[];
}

/** Seals a page of items for the person whose data it is. */
export async function keepPart(shop: string, subject: string, part: Part): Promise<void> {
  const { request, section, index } = part;
  const plain = gzipSync(JSON.stringify(part.items));
  const sealed = await sealFor(shop, subject, column(request, section, index), plain);
  await prisma().$executeRaw`
    INSERT INTO "CollectedPart" ("shop", "request", "section", "index", "sealed")
    VALUES (${shop}, ${request}::uuid, ${section}, ${index}, ${sealed})
    ON CONFLICT ("shop", "request", "section", "index") DO UPDATE SET "sealed" = excluded."sealed"`;
}

/** A section's pages in order, one in memory at a time. */
export async function* readParts(
  shop: string,
  subject: string,
  request: string,
  section: string,
): AsyncGenerator<unknown[]> {
  let after = -1;
  for (;;) {
    const row = await prisma().collectedPart.findFirst({
      where: { shop, request, section, index: { gt: after } },
      orderBy: { index: "asc" },
    });
    if (!row) return;
    const plain = await openFor(shop, subject, column(request, section, row.index), row.sealed);
    yield JSON.parse(gunzipSync(plain).toString()) as unknown[];
    after = row.index;
  }
}
