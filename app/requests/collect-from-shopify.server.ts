import { prisma } from "../db/database.server.ts";
import { adminFor } from "../shopify/admin-graphql.server.ts";
import { collectCustomer, type CollectedPage } from "../shopify/collect-customer.server.ts";
import type { Cursor } from "../shopify/collect-step.server.ts";
import { openFor, sealFor } from "../vault/subject-key.server.ts";
import { readSubject } from "../vault/subjects.server.ts";
import { keepPart } from "./collected-parts.server.ts";
import { learnPlace } from "./learn-place.server.ts";
import { readDetail } from "./read-detail.server.ts";
import type { RunningTask, TaskResult } from "./running-task.ts";

/** How far a collection has come; sealed, because Shopify's cursors may name orders. */
interface Position {
  cursor: Cursor | null;
  /** Parts kept so far, by section. */
  parts: Record<string, number>;
  /** Items kept so far, by section. */
  counts: Record<string, number>;
  missing: { section: string; what: string }[];
}

const column = (request: string) => `RequestTask.sealedCursor ${request}`;

/**
 * Collects what Shopify holds about the person, page by page: each page is sealed and kept before the next is asked
 * for, so a crash costs one page at most.
 */
export async function collectFromShopify(shop: string, task: RunningTask): Promise<TaskResult> {
  const { request, subject } = task;
  const identity = subject === null ? undefined : await readSubject(shop, subject);
  if (subject === null || !identity) return { status: "closed" };
  const installation = await prisma().shop.findUnique({ where: { shop } });
  if (!installation?.installedAt || installation.uninstalledAt)
    return {
      ...{ status: "skipped", result: "uninstalled" },
      cause: "The app was uninstalled, so Shopify's data can no longer be read.",
    };
  const position = await readPosition(shop, subject, request);
  const { orders } = await readDetail(shop, subject, request);
  const pages = collectCustomer(await adminFor(shop), { ...identity, orderIds: orders }, position.cursor);
  for await (const page of pages) {
    await keepPage(shop, { ...task, subject }, position, page);
    if (page.section === "addresses") await learnPlace(shop, request, page.items, new Date());
  }
  const counts = Object.entries(position.counts).map(([name, count]) => `${name}: ${String(count)}`);
  const facts = { system: "shopify" as const, counts };
  return { status: "done", result: "collected", says: [{ kind: "request.collected", facts }] };
}

async function keepPage(
  shop: string,
  task: RunningTask & { subject: string },
  position: Position,
  page: CollectedPage,
): Promise<void> {
  const { request, subject } = task;
  const { section, items, next, missing } = page;
  const index = position.parts[section] ?? 0;
  if (items.length > 0) {
    await keepPart(shop, subject, { request, section, index, items });
    position.parts[section] = index + 1;
  }
  position.counts[section] = (position.counts[section] ?? 0) + items.length;
  position.cursor = next;
  if (missing !== null) position.missing.push({ section, what: missing });
  await keepPosition(shop, { request, subject }, position);
}

async function readPosition(shop: string, subject: string, request: string): Promise<Position> {
  const where = { shop_request_system: { shop, request, system: "shopify" } };
  const row = await prisma().requestTask.findUnique({ where });
  if (!row?.sealedCursor) return { cursor: null, parts: {}, counts: {}, missing: [] };
  const plain = await openFor(shop, subject, column(request), row.sealedCursor);
  return JSON.parse(plain.toString()) as Position;
}

async function keepPosition(
  shop: string,
  { request, subject }: { request: string; subject: string },
  position: Position,
): Promise<void> {
  const sealed = await sealFor(shop, subject, column(request), Buffer.from(JSON.stringify(position)));
  const progress = Object.values(position.counts).reduce((sum, count) => sum + count, 0);
  await prisma().$executeRaw`
    UPDATE "RequestTask" SET "sealedCursor" = ${sealed}, "progress" = ${progress}
    WHERE "shop" = ${shop} AND "request" = ${request}::uuid AND "system" = 'shopify'`;
}

/** What Shopify did not give, by section; known until the package is packed. */
export async function readMissing(shop: string, subject: string, request: string): Promise<Position["missing"]> {
  return (await readPosition(shop, subject, request)).missing;
}
