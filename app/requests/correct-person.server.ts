import { inTransaction } from "../db/database.server.ts";
import { CORRECTABLE } from "../processors/errand.ts";
import type { Corrections } from "../processors/errand.ts";
import { correctCustomer } from "../shopify/correct-customer.server.ts";
import { fieldsOf, type Changes } from "../shopify/customer-changes.ts";
import { correctSubject } from "../vault/correct-subject.server.ts";
import type { Identity } from "../vault/identity.ts";
import { findAtShopify, notAsAsked, UNINSTALLED } from "./customer-of.server.ts";
import { readDetail } from "./read-detail.server.ts";
import type { RunningTask, TaskResult } from "./running-task.ts";

/** What staff approved, and whom the systems know: the person as they were on file before. */
export interface Correction {
  changes: Changes;
  known: Identity;
}

/** The corrections of a request; undefined while none are approved, or the person is erased. */
export async function correctionOf(shop: string, { request, subject }: RunningTask): Promise<Correction | undefined> {
  if (subject === null) return undefined;
  const { approved, known } = await readDetail(shop, subject, request);
  return approved && known && { changes: approved, known };
}

/** Corrects by what Candor knows the person. */
export async function correctOwn(shop: string, task: RunningTask): Promise<TaskResult> {
  const correction = await correctionOf(shop, task);
  if (task.subject === null || !correction) return { status: "closed" };
  const { subject } = task;
  const { email, phone } = correction.changes;
  const changes = { ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) };
  const fields = Object.keys(changes);
  if (fields.length === 0) return { status: "done", result: "nothing-held" };
  await inTransaction((tx) => correctSubject(tx, shop, subject, changes));
  return {
    ...{ status: "done", result: "as-asked" },
    says: [{ kind: "request.corrected", facts: { system: "candor", fields } }],
  };
}

/** Corrects the customer record at Shopify, and looks that it is so. */
export async function correctAtShopify(shop: string, task: RunningTask): Promise<TaskResult> {
  const correction = await correctionOf(shop, task);
  if (!correction) return { status: "closed" };
  const at = await findAtShopify(shop, correction.known);
  if (at === "uninstalled") return UNINSTALLED;
  const { customerId } = at.person;
  if (customerId === null) return { status: "done", result: "nothing-held" };
  const corrected = await correctCustomer(at.admin, customerId, correction.changes);
  switch (corrected.seen) {
    case "no-customer":
      return { status: "done", result: "nothing-held" };
    case "not-as-asked":
      return notAsAsked(
        task.lastResult,
        `Shopify said yes, but a look shows that these are as before: ${corrected.wrong.join(", ")}.`,
      );
    case "as-asked": {
      const facts = { system: "shopify" as const, fields: fieldsOf(correction.changes) };
      return { status: "done", result: "as-asked", says: [{ kind: "request.corrected", facts }] };
    }
  }
}

/** What of the corrections a processor can be told; undefined for nothing. */
export function forProcessor({ changes }: Correction): Corrections | undefined {
  const known = CORRECTABLE.filter((field) => changes[field] !== undefined);
  return known.length === 0 ? undefined : Object.fromEntries(known.map((field) => [field, changes[field]]));
}
