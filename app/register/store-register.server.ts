import { z } from "zod";
import { inTransaction, prisma, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { ALL_PURPOSES, purposesIn } from "../law/purposes.ts";
import { pseudonym } from "../vault/subject-key.server.ts";
import { registerOf, type Decision, type Registered } from "./register.ts";
import type { Service } from "./known-service.ts";
import { vendorById, VENDORS } from "./vendors.ts";

const needs = z.int().min(0).max(ALL_PURPOSES);
const address = z.union([z.literal(""), z.url({ protocol: /^https$/ })]);
const host = z.string().regex(/^(?:[a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{0,62}$/);

/** The facts of a service that a store adds itself. */
const OWN: z.ZodType<Service> = z.object({
  id: z.string().regex(/^own-[a-z0-9-]{1,80}$/),
  name: z.string().trim().min(1).max(100),
  company: z.string().max(100),
  country: z.union([z.literal(""), z.string().regex(/^[A-Z]{2}$/)]),
  hosts: z.array(host).max(30),
  needs,
  cookies: z.record(z.string().regex(/^[^\s=;,]{1,100}$/), z.number().min(0).max(36_500)),
  privacyUrl: address,
  optOutUrl: address,
  checked: z.iso.date().nullable(),
});

/** What a store decided about services. */
export async function readDecisions(shop: string, tx: Pick<Tx, "storeService"> = prisma()): Promise<Decision[]> {
  const rows = await tx.storeService.findMany({ where: { shop }, orderBy: { id: "asc" } });
  return rows.map(({ id, needs, isUsed, own }) => ({
    ...{ id, needs, isUsed },
    own: own === null ? null : OWN.parse(JSON.parse(own)),
  }));
}

/** All services with the store's decisions. */
export async function readRegister(shop: string): Promise<Registered[]> {
  return registerOf(VENDORS, await readDecisions(shop));
}

/** What was wrong with a decision, in words for staff; null when it was kept. */
export type Kept = { kind: "kept" } | { kind: "wrong"; why: string };

/**
 * Keeps what a store says of a service: whether it uses it, what it needs, and for a service of its own what it is. The
 * storefront learns of it when its settings are published again. GDPR art. 30 (1)(b), (d); ePrivacy Directive art. 5(3).
 */
export async function decideService(
  shop: string,
  decision: Decision,
  { staff, now }: { staff: string; now: Date },
): Promise<Kept> {
  const by = { staff: await pseudonym(shop, `staff ${staff}`), now };
  return inTransaction((tx) => keepDecision(tx, shop, decision, by));
}

/** The same within a transaction. `staff`: their pseudonym. */
export async function keepDecision(
  tx: Tx,
  shop: string,
  decision: Decision,
  { staff, now }: { staff: string; now: Date },
): Promise<Kept> {
  const service = decision.own === null ? vendorById(decision.id) : readOwn(decision);
  if (!service) return { kind: "wrong", why: "This service is not known, and what was said of it is not complete." };
  if (decision.needs !== null && !needs.safeParse(decision.needs).success)
    return { kind: "wrong", why: "What the service needs is not a set of purposes." };
  const { id, isUsed } = decision;
  const own = decision.own === null ? null : JSON.stringify(service);
  const uses = purposesIn(decision.needs ?? service.needs);
  const row = { needs: decision.needs, isUsed, own, decidedAt: now };
  await tx.storeService.upsert({ where: { shop_id: { shop, id } }, create: { shop, id, ...row }, update: row });
  const facts = { service: id, isUsed, needs: uses, hosts: [...service.hosts], staff };
  await appendEvidence(tx, shop, { kind: "register.service-decided", at: now, facts });
  // the storefront holds what the register says
  await enqueue(tx, "consent.publish", { shop }, { singletonKey: shop });
  return { kind: "kept" };
}

function readOwn({ id, own }: Decision): Service | undefined {
  const read = OWN.safeParse(own);
  return read.success && read.data.id === id && !vendorById(id) ? read.data : undefined;
}
