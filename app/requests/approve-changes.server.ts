import { inTransaction, prisma } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import type { Changes } from "../shopify/customer-changes.ts";
import { valuesOf } from "../shopify/correct-customer.server.ts";
import { readCustomerState } from "../shopify/customer-state.server.ts";
import { pseudonym, sealFor } from "../vault/subject-key.server.ts";
import { readSubject } from "../vault/subjects.server.ts";
import { keepDecision } from "./keep-decision.server.ts";
import { changeSetOf, type Review } from "./change-set.ts";
import { findAtShopify } from "./customer-of.server.ts";
import { detailColumn, type RequestDetail } from "./request-detail.ts";
import { readDetail } from "./read-detail.server.ts";
import type { Acting } from "./settle-task.server.ts";
import { beginTasks } from "./start-request.server.ts";

/**
 * Shows a member of staff what a person wants corrected, with the present values beside it. That they looked is evidence
 * before they see it. "gone" once the person is erased.
 */
export async function reviewChanges(shop: string, request: string, { staff, now }: Acting): Promise<Review | "gone"> {
  const subject = await subjectOf(shop, request);
  const identity = subject === null ? undefined : await readSubject(shop, subject);
  if (subject === null || !identity) return "gone";
  const { changes = {}, message } = await readDetail(shop, subject, request);
  const wanted = changeSetOf(changes);
  const fields = [...Object.keys(wanted.changes), ...wanted.other.map(() => "other")];
  const facts = { staff: await pseudonym(shop, `staff ${staff}`), fields };
  const about = { at: now, request, subject: await pseudonym(shop, subject) };
  await inTransaction((tx) => appendEvidence(tx, shop, { ...about, kind: "request.personal-data-revealed", facts }));
  const at = await findAtShopify(shop, identity);
  const id = at === "uninstalled" ? null : at.person.customerId;
  const state = at === "uninstalled" || id === null ? null : await readCustomerState(at.admin, id);
  return { ...wanted, message: message ?? null, present: state && valuesOf(state) };
}

/**
 * Keeps which corrections a member of staff approved, and lets every system write them. "decided" when that happened
 * before, or the request is over.
 */
export async function approveChanges(
  shop: string,
  request: string,
  approved: Changes,
  { staff, now }: Acting,
): Promise<"approved" | "decided"> {
  const subject = await subjectOf(shop, request);
  const known = subject === null ? undefined : await readSubject(shop, subject);
  if (subject === null || !known) return "decided";
  const detail: RequestDetail = { ...(await readDetail(shop, subject, request)), approved, known };
  const sealed = await sealFor(shop, subject, detailColumn(request), Buffer.from(JSON.stringify(detail)));
  return inTransaction(async (tx) => {
    const changed = await tx.$executeRaw`
      UPDATE "PrivacyRequest" SET "sealedDetail" = ${sealed}, "waitsFor" = NULL, "waitsUntil" = NULL
      WHERE "shop" = ${shop} AND "id" = ${request}::uuid AND "kind" = 'correct' AND "status" = 'open'
        AND "waitsFor" = 'decision'`;
    if (changed === 0) return "decided";
    await keepDecision(tx, shop, { about: { id: request, subject }, decision: "changes-approved" }, { staff, now });
    await beginTasks(tx, shop, request, now);
    return "approved";
  });
}

async function subjectOf(shop: string, id: string): Promise<string | null> {
  const row = await prisma().privacyRequest.findUnique({ where: { shop_id: { shop, id } }, select: { subject: true } });
  return row?.subject ?? null;
}
