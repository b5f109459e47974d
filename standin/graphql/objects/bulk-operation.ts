import { gid } from "../../shop/ids.ts";
import type { BulkState } from "../../state.ts";
import type { Context, Fields } from "../context.ts";

/** A `BulkOperation`. Its file is served by the stand-in itself. */
export function bulkFields(context: Context, bulk: BulkState): Fields {
  const done = bulk.status === "COMPLETED" && bulk.objectCount > 0;
  return {
    __typename: "BulkOperation",
    id: gid("BulkOperation", bulk.id),
    status: bulk.status,
    type: "QUERY",
    query: bulk.query,
    createdAt: bulk.createdAt,
    completedAt: bulk.completedAt,
    errorCode: bulk.errorCode,
    objectCount: String(bulk.objectCount),
    rootObjectCount: String(bulk.rootObjectCount),
    fileSize: done ? String(bulk.fileSize) : null,
    // Shopify gives a Google Cloud Storage address; here it is one that the preload lets through.
    url: done ? `${context.world.urls.admin}/bulk/${context.shop.domain}/${String(bulk.id)}.jsonl` : null,
    partialDataUrl: null,
  };
}
