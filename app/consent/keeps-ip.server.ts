import { pool, prisma } from "../db/database.server.ts";
import { readDecisions } from "./settings.ts";

/** How long (ms) another process's change may go unnoticed at the door. */
const REMEMBERED_MS = 30_000;
const REMEMBERED_SHOPS = 10_000;

type Remembered = Map<string, { keeps: boolean; until: number }>;

/** What is remembered goes with the database that it was read from. */
const memories = new WeakMap<object, Remembered>();

function memory(): Remembered {
  const remembered: Remembered = memories.get(pool()) ?? new Map<string, { keeps: boolean; until: number }>();
  memories.set(pool(), remembered);
  return remembered;
}

/** Whether the merchant decided to keep shortened addresses. Asked at every choice, so it is remembered for 30 s. */
export async function keepsIp(shop: string): Promise<boolean> {
  const remembered = memory();
  const known = remembered.get(shop);
  if (known && known.until > Date.now()) return known.keeps;
  const row = await prisma().consentSettings.findUnique({ where: { shop }, select: { decisions: true } });
  const keeps = readDecisions(row?.decisions).keepsIp;
  if (remembered.size >= REMEMBERED_SHOPS) remembered.clear();
  remembered.set(shop, { keeps, until: Date.now() + REMEMBERED_MS });
  return keeps;
}

/** Forgets what is remembered of a shop: its decisions changed in this process. */
export function forgetKeepsIp(shop: string): void {
  memory().delete(shop);
}
