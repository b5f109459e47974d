import { once } from "node:events";
import { createWriteStream, mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { deliver } from "../../deliveries/deliver.ts";
import { gid } from "../../shop/ids.ts";
import type { BulkState } from "../../state.ts";
import { nextId, type World } from "../../world.ts";
import { makeContext, type BulkWindow, type Context } from "../context.ts";
import { readDocument } from "../read-document.ts";
import { runOperation } from "../run-operation.ts";
import { bulkProblem } from "./check-bulk-query.ts";
import { flattenResult } from "./flatten-result.ts";

/** Five at a time per app and shop since 2026-01. */
const AT_ONCE = 5;
/** Root objects made before others get a turn. */
const CHUNK = 200;

const folders = new WeakMap<World, string>();

/** Where the result of an operation is, or will be. */
export function bulkFile(world: World, shop: string, id: number): string {
  const folder = folders.get(world) ?? mkdtempSync(join(tmpdir(), "standin-bulk-"));
  folders.set(world, folder);
  return join(folder, `${shop}-${String(id)}.jsonl`);
}

/** The folder to delete at the end; undefined when nothing was made. */
export const bulkFolder = (world: World): string | undefined => folders.get(world);

/** Starts a bulk query, or says why not. The state it returns goes on changing until it is COMPLETED or FAILED. */
export function startBulkQuery(
  context: Context,
  query: string,
  grouped: boolean,
): BulkState | { code: string; message: string } {
  const read = readDocument(query);
  if ("errors" in read) return { code: "INVALID", message: JSON.stringify(read.errors[0]) };
  const wrong = bulkProblem(read.document);
  if (wrong !== undefined) return { code: "INVALID", message: wrong };
  const running = context.shop.bulk.filter((bulk) => bulk.status === "CREATED" || bulk.status === "RUNNING");
  if (running.length >= AT_ONCE)
    return { code: "OPERATION_IN_PROGRESS", message: `${String(AT_ONCE)} bulk operations are running already.` };
  const bulk: BulkState = {
    id: nextId(context.world),
    query,
    status: "CREATED",
    createdAt: new Date(context.world.clock.now()).toISOString(),
    completedAt: null,
    objectCount: 0,
    rootObjectCount: 0,
    fileSize: 0,
    grouped,
    errorCode: null,
  };
  context.shop.bulk.push(bulk);
  void run(context, bulk);
  return bulk;
}

/** Stops an operation; undefined when there is none with this id. */
export function cancelBulk(context: Context, id: number | undefined): BulkState | undefined {
  const bulk = context.shop.bulk.find((operation) => operation.id === id);
  if (bulk?.status === "CREATED" || bulk?.status === "RUNNING") bulk.status = "CANCELED";
  return bulk;
}

async function run(context: Context, bulk: BulkState): Promise<void> {
  await breathe();
  try {
    if (bulk.status === "CREATED") bulk.status = "RUNNING";
    await writeFile(context, bulk);
    if (bulk.status === "RUNNING") bulk.status = "COMPLETED";
  } catch (error) {
    bulk.status = "FAILED";
    bulk.errorCode = error instanceof AccessLost ? "ACCESS_DENIED" : "INTERNAL_SERVER_ERROR";
  }
  bulk.completedAt = new Date(context.world.clock.now()).toISOString();
  context.world.changed();
  const { world, shop } = context;
  if (world.app.topics.has("bulk_operations/finish"))
    await deliver(world, {
      shop: shop.domain,
      topic: "bulk_operations/finish",
      payload: {
        admin_graphql_api_id: gid("BulkOperation", bulk.id),
        completed_at: bulk.completedAt,
        created_at: bulk.createdAt,
        error_code: bulk.errorCode,
        status: bulk.status.toLowerCase(),
        type: "query",
      },
    });
}

class AccessLost extends Error {}

/** The next stretch as lines, and how many root objects there are in all. */
function readStretch(context: Context, bulk: BulkState, from: number): { text: string; total: number } {
  const read = readDocument(bulk.query);
  if ("errors" in read) throw new Error("The query was checked before");
  const stretch: BulkWindow = { from, to: from + CHUNK, total: undefined };
  const own = { ...makeContext(context.world, context.token), bulk: stretch };
  const result = runOperation(read.document, own, {}, undefined);
  if (result.errors !== undefined) throw new AccessLost(result.errors[0]?.message);
  const { groups, rootIsConnection } = flattenResult(result.data ?? {});
  // A root that is one object (not a connection) comes again with every stretch of what hangs on it.
  const roots = from > 0 && !rootIsConnection ? [] : groups.map((group) => group.root);
  const children = groups.flatMap((group) => group.children);
  bulk.rootObjectCount += roots.length;
  bulk.objectCount += roots.length + children.length;
  // Grouped: everything directly below its parent. Else in whatever order: here all children after all parents.
  const grouped = bulk.grouped && roots.length > 0;
  const lines = grouped ? groups.flatMap((group) => [group.root, ...group.children]) : [...roots, ...children];
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  return { text, total: stretch.total ?? 0 };
}

async function writeFile(context: Context, bulk: BulkState): Promise<void> {
  const path = bulkFile(context.world, context.shop.domain, bulk.id);
  const file = createWriteStream(path);
  for (let from = 0, total = 1; from < total && bulk.status === "RUNNING"; from += CHUNK) {
    const stretch = readStretch(context, bulk, from);
    total = stretch.total;
    if (!file.write(stretch.text)) await once(file, "drain");
    await breathe();
  }
  file.end();
  await once(file, "finish");
  bulk.fileSize = statSync(path).size;
}
