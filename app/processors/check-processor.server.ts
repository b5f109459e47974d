import { prisma } from "../db/database.server.ts";
import { plainCause } from "../jobs/cause.ts";
import { CONNECTOR_OF } from "./connector-of.server.ts";
import { openTarget } from "./target.server.ts";

/** How a check ended; `found` and `cause` are sentences for staff. */
export type Checked = { kind: "good"; found: string } | { kind: "bad"; cause: string } | { kind: "unknown" };

/** Tries the connection to a processor without touching any person, and keeps how it went. */
export async function checkProcessor(shop: string, id: string, now: Date): Promise<Checked> {
  const target = await openTarget(shop, id);
  if (!target) return { kind: "unknown" };
  const keep = (cause: string | null) =>
    prisma().processor.updateMany({ where: { shop, id }, data: { cause, checkedAt: now } });
  try {
    const found = await CONNECTOR_OF[target.processor.connector].check(target, now);
    await keep(null);
    return { kind: "good", found };
  } catch (error) {
    const cause = plainCause(error);
    await keep(cause);
    return { kind: "bad", cause };
  }
}
