import { inTransaction, type Tx } from "../db/database.server.ts";
import { groundsFor, REFUSAL_GROUNDS } from "../law/refusal-grounds.ts";
import { GROUND_IDS } from "../law/refusal-articles.ts";
import { WHAT_GOES, WHAT_STAYS } from "../law/retention.ts";
import type { Section } from "../package/sections.ts";
import type { KnownStaff } from "../staff/know-staff.server.ts";
import { staffNames } from "../staff/list-staff.server.ts";
import { may } from "../staff/roles.ts";
import { APPROVALS, type Decision } from "./decision.ts";
import type { DecisionView, DeskView, GroundChoice } from "./desk-view.ts";
import { EXTENSION_WORDS } from "./extension-words.ts";
import { readKept } from "./kept-facts.server.ts";
import { isRunning, lockRequest, type LockedRequest } from "./lock-request.server.ts";
import { reckonClock } from "./reckon-clock.server.ts";
import { countApprovals } from "./wait-for-staff.server.ts";

/** What can be decided about a request now, and by whom what was; undefined when the store has no such request. */
export async function readDesk(shop: string, id: string, me: KnownStaff, now: Date): Promise<DeskView | undefined> {
  const desk = await inTransaction(async (tx) => {
    const row = await lockRequest(tx, shop, id);
    return row && readOpen(tx, shop, row, { me, now });
  });
  if (!desk) return undefined;
  const { decisions, ...rest } = desk;
  return { ...rest, decisions: await named(shop, decisions) };
}

async function readOpen(tx: Tx, shop: string, row: LockedRequest, { me, now }: { me: KnownStaff; now: Date }) {
  const clock = await reckonClock(tx, shop, row, now);
  const more = await tx.privacyRequest.findUniqueOrThrow({
    where: { shop_id: { shop, id: row.id } },
    select: { waitsUntil: true, acknowledgedAt: true },
  });
  const decisions = await tx.requestDecision.findMany({ where: { shop, request: row.id }, orderBy: { at: "asc" } });
  const mine = decisions.some(({ decision, staff }) => decision === "approved" && staff === me.staff);
  return {
    ...{ waitsFor: row.waitsFor, waitsUntil: more.waitsUntil, isRunning: isRunning(row), decisions },
    grounds: row.kind === "appeal" ? [] : groundsFor(row.law, row.kind).map(choice),
    ...{ extension: clock.extension, isPaused: clock.isPaused, mayPause: clock.mayPause },
    ...{ confirmBy: clock.confirmBy, confirmedAt: more.acknowledgedAt },
    approvals: { given: await countApprovals(tx, shop, row.id), needed: APPROVALS, isMine: mine },
    appeal: await appealOf(tx, shop, row, me),
    keeps: row.kind === "delete" ? await readKeeps(tx, shop, row.id) : null,
    mayWork: may(me.role, "work"),
  };
}

function choice({ id, effect, title, use, article, words }: GroundChoice): GroundChoice {
  return { id, effect, title, use, article, words };
}

async function appealOf(tx: Tx, shop: string, { kind, appealOf: about }: LockedRequest, me: KnownStaff) {
  if (kind !== "appeal" || about === null) return null;
  const own = await tx.requestDecision.count({
    where: { shop, request: about, decision: "refused", staff: me.staff },
  });
  return { about, isOwnRefusal: own > 0 };
}

/** What the law of the store's country makes it keep of an order of today. */
async function readKeeps(tx: Tx, shop: string, request: string): Promise<DeskView["keeps"]> {
  const { invoices } = await readKept(tx, shop, request);
  return invoices && { ...invoices, stays: WHAT_STAYS, goes: WHAT_GOES };
}

interface Kept {
  id: string;
  decision: string;
  ground: string | null;
  at: Date;
  until: Date | null;
  staff: string;
  withheld: string[];
  sealedReason: Uint8Array | null;
}

async function named(shop: string, rows: readonly Kept[]): Promise<DecisionView[]> {
  const names = await staffNames(shop, [...new Set(rows.map(({ staff }) => staff))]);
  return rows.map(({ id, decision, ground, at, until, staff, withheld, sealedReason }) => ({
    ...{ id, decision: decision as Decision, at, until, by: names.get(staff) ?? null },
    ...{ ground: groundWords(ground), withheld: withheld as Section[], hasReason: sealedReason !== null },
  }));
}

function groundWords(ground: string | null): string | null {
  if (ground === null) return null;
  const refusal = GROUND_IDS.find((id) => id === ground);
  if (refusal) return REFUSAL_GROUNDS[refusal].title;
  return (EXTENSION_WORDS as Readonly<Record<string, string>>)[ground] ?? ground;
}
