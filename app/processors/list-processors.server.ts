import { z } from "zod";
import { prisma, type Tx } from "../db/database.server.ts";
import { isConnector } from "./connectors.ts";
import { isErrandAct } from "./errand.ts";
import type { Processor, ProcessorSettings } from "./processor.ts";

const SETTINGS: z.ZodType<ProcessorSettings> = z.object({
  url: z.string().optional(),
  audiences: z.array(z.string()).optional(),
  property: z.string().optional(),
  hasCustomerIds: z.boolean().optional(),
  steps: z.string().optional(),
  link: z.string().optional(),
});

/** A row of the table, without what is sealed. */
export type ProcessorRow = Awaited<ReturnType<typeof rowsOf>>[number];

const COLUMNS = {
  ...{ id: true, name: true, connector: true, vendor: true, acts: true, settings: true },
  ...{ isActive: true, checkedAt: true, cause: true },
} as const;

/** What reads the table: the client, or a transaction. */
type Reads = Pick<Tx, "processor">;

function rowsOf(shop: string, where: { isActive?: boolean; acts?: { has: string }; id?: string }, db: Reads) {
  return db.processor.findMany({ where: { shop, ...where }, select: COLUMNS, orderBy: { id: "asc" } });
}

/** A processor as its row says. */
export function toProcessor(row: ProcessorRow): Processor {
  const { connector, acts, settings, ...rest } = row;
  if (!isConnector(connector)) throw new Error(`a processor has the unknown connector ${connector}`);
  return { ...rest, connector, acts: acts.filter(isErrandAct), settings: SETTINGS.parse(JSON.parse(settings)) };
}

/**
 * The store's active processors that have a part in a request of this kind, by id. Inside a transaction give it, or its
 * statements would wait for each other.
 */
export async function listProcessors(shop: string, kind: string, tx?: Reads): Promise<Processor[]> {
  if (!isErrandAct(kind)) return [];
  return (await rowsOf(shop, { isActive: true, acts: { has: kind } }, tx ?? prisma())).map(toProcessor);
}

/** All of the store's processors, by id. */
export async function allProcessors(shop: string): Promise<Processor[]> {
  return (await rowsOf(shop, {}, prisma())).map(toProcessor);
}

/** One of the store's processors. */
export async function readProcessor(shop: string, id: string): Promise<Processor | undefined> {
  const [row] = await rowsOf(shop, { id }, prisma());
  return row && toProcessor(row);
}
