import { z } from "zod";
import { inTransaction, prisma, type Tx } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { pseudonym } from "../vault/subject-key.server.ts";
import { assembleRegister } from "./assemble-register.ts";
import { diffRegisters, layFacts, type FactChange } from "./change-facts.ts";
import type { FactOrigin } from "./fact.ts";
import { parseFact } from "./fact-shapes.server.ts";
import { deleteFactRows, readFactRows, writeFactRow, writeRemoval } from "./fact-rows.server.ts";
import type { AnyFact, BannerFact, FactKind, Register } from "./facts.ts";
import { kindOf } from "./kinds.ts";
import { keepVendor } from "./keep-vendor.server.ts";
import { presetRegister } from "./preset-register.ts";
import { registerOf } from "./register.ts";
import { readDecisions } from "./store-register.server.ts";
import { VENDORS } from "./vendors.ts";

/** The part of the banner's settings that the policy speaks of; the rest is the banner's own. */
const BANNER = z.object({ offered: z.int(), honoursNoTrack: z.boolean(), forMinors: z.boolean() });

async function readBanner(shop: string, tx: Tx) {
  const row = await tx.consentSettings.findUnique({ where: { shop }, select: { decisions: true } });
  return row && BANNER.parse({ ...presetRegister().banner, ...(JSON.parse(row.decisions) as object) });
}

/** Changes the banner's settings within the change of the register; what the register says of it is what they say. */
export type SetBanner = (tx: Tx, shop: string, banner: BannerFact) => Promise<void>;

/** Who changes a register, when, and by what. */
export interface Changer {
  /** Shopify user id. */
  staff: string;
  now: Date;
  origin: FactOrigin;
  /** Absent where the banner cannot be changed from: then a change of it is refused. */
  setBanner?: SetBanner;
}

/** "wrong": nothing was kept; `why` is for staff. `ids`: of the facts that changed. */
export type Changed = { kind: "kept"; ids: string[] } | { kind: "wrong"; why: string };

/** A store's register as it stands. */
export async function readStoreRegister(shop: string, tx: Tx = prisma()): Promise<Register> {
  const services = registerOf(VENDORS, await readDecisions(shop, tx));
  return assembleRegister({ services, ...(await readFactRows(shop, tx)), banner: await readBanner(shop, tx) });
}

/**
 * Changes a store's register: reads it, lets `change` say what holds from now on, keeps each fact that differs, and
 * proves it by the ids. All of it or nothing. Facts that follow from others, such as cookies of services, cannot be
 * changed by themselves.
 */
export async function changeRegister(
  shop: string,
  change: (register: Register) => Register,
  { staff, ...rest }: Changer,
): Promise<Changed> {
  const by = { ...rest, staff: await pseudonym(shop, `staff ${staff}`) };
  try {
    return await inTransaction(async (tx) => {
      const before = await readStoreRegister(shop, tx);
      const changes = diffRegisters(before, change(before)).filter(isKeptHere);
      for (const one of changes) await keepChange(tx, shop, { before, change: one }, by);
      await prove(tx, shop, changes, by);
      return { kind: "kept", ids: changes.map(({ id }) => id) };
    });
  } catch (error) {
    if (error instanceof Refused) return { kind: "wrong", why: error.message };
    throw error;
  }
}

/** Cookies follow from services; who set the banner is in the banner's own settings. */
function isKeptHere({ id, isMaterial }: FactChange): boolean {
  return kindOf(id) !== "cookies" && (id !== "banner" || isMaterial);
}

/** Ends the transaction with a sentence for staff. */
class Refused extends Error {}

/** Kinds whose facts are only ever seen or claimed: what is gone may come back when it is seen again. */
const FLEETING: readonly FactKind[] = ["sightings", "wordings"];

/** `staff`: their pseudonym. */
type By = Changer;

async function keepChange(
  tx: Tx,
  shop: string,
  { before, change }: { before: Register; change: FactChange },
  by: By,
): Promise<void> {
  const { id, after } = change;
  if (!after) return keepGone(tx, shop, { before, change }, by);
  if (!parseFact(shop, { ...after }))
    throw new Refused(`What was said of ${id} is not complete, or not of a known kind.`);
  if ("honoursNoTrack" in after) {
    if (!by.setBanner) throw new Refused("What the banner asks is changed on the consent page.");
    await by.setBanner(tx, shop, after);
  } else if (kindOf(id) === "vendors") await keepOrRefuse(tx, shop, { before, change }, by);
  else await writeFactRow(tx, shop, after, by.now);
}

async function keepGone(
  tx: Tx,
  shop: string,
  { before, change }: { before: Register; change: FactChange },
  by: By,
): Promise<void> {
  const kind = kindOf(change.id) ?? "store";
  if (kind === "vendors") await keepOrRefuse(tx, shop, { before, change }, by);
  else if (FLEETING.includes(kind)) await deleteFactRows(tx, shop, [change.id]);
  else await writeRemoval(tx, shop, change.id, { origin: by.origin, ref: "", now: by.now });
}

async function keepOrRefuse(...vendor: Parameters<typeof keepVendor>): Promise<void> {
  const why = await keepVendor(...vendor);
  if (why !== null) throw new Refused(why);
}

async function prove(tx: Tx, shop: string, changes: readonly FactChange[], { staff, now, origin }: By): Promise<void> {
  if (changes.length === 0) return;
  const ids = (isSet: boolean) => changes.filter(({ after }) => (after !== undefined) === isSet).map(({ id }) => id);
  const facts = { origin, set: ids(true), removed: ids(false), staff };
  await appendEvidence(tx, shop, { kind: "register.changed", at: now, facts });
}

/**
 * Lays facts over a register that a program found: what a policy claims, what Shopify or the storefront shows. Surer
 * facts stay. Of the kinds in `wholly`, what was found by the same origin before and is not found now goes.
 */
export async function keepFound(
  shop: string,
  facts: readonly AnyFact[],
  { origin, wholly, now, staff }: { origin: FactOrigin; wholly: readonly FactKind[]; now: Date; staff: string | null },
): Promise<string[]> {
  const by = { staff: staff === null ? "" : await pseudonym(shop, `staff ${staff}`), now, origin };
  return inTransaction(async (tx) => {
    const { facts: kept, removed } = await readFactRows(shop, tx);
    const fresh = new Set(facts.map(({ id }) => id));
    const stale = kept.filter(
      (fact) => fact.origin === origin && wholly.some((kind) => kind === kindOf(fact.id)) && !fresh.has(fact.id),
    );
    const denied = new Set(removed);
    const changes = diffRegisters(
      ...(await aroundFound(
        shop,
        tx,
        facts.filter(({ id }) => !denied.has(id)),
      )),
    );
    for (const { after } of changes) if (after) await writeFactRow(tx, shop, after, now);
    await deleteFactRows(
      tx,
      shop,
      stale.map(({ id }) => id),
    );
    const gone = stale.map((fact): FactChange => ({ id: fact.id, before: fact, after: undefined, isMaterial: true }));
    await prove(tx, shop, [...changes, ...gone], by);
    return [...changes, ...gone].map(({ id }) => id);
  });
}

async function aroundFound(shop: string, tx: Tx, facts: readonly AnyFact[]): Promise<[Register, Register]> {
  const before = await readStoreRegister(shop, tx);
  return [before, layFacts(before, facts)];
}
