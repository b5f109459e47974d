import { prisma } from "../db/database.server.ts";
import { adminFor, type AdminGraphql } from "../shopify/admin-graphql.server.ts";
import { findPerson, type Person } from "../shopify/collect-person.server.ts";
import type { Identity } from "../vault/identity.ts";
import type { TaskResult } from "./running-task.ts";

/** A person at Shopify, and the way to change what Shopify has of them. */
export interface AtShopify {
  admin: AdminGraphql;
  person: Person;
}

/** Looks a person up at Shopify; "uninstalled" when the app can't ask there any more. */
export async function findAtShopify(shop: string, identity: Identity): Promise<AtShopify | "uninstalled"> {
  const installation = await prisma().shop.findUnique({ where: { shop } });
  if (!installation?.installedAt || installation.uninstalledAt) return "uninstalled";
  const admin = await adminFor(shop);
  return { admin, person: await findPerson(admin, { ...identity, orderIds: [] }) };
}

/** The app was uninstalled: Shopify's part can't be done any more. */
export const UNINSTALLED: TaskResult = {
  ...{ status: "skipped", result: "uninstalled" },
  cause: "The app was uninstalled, so Shopify can no longer be asked.",
};

/** A look that shows something else is repeated once after this long (ms): Shopify may lag behind itself. */
const LOOK_AGAIN_MS = 10 * 60_000;

/** What it means that Shopify said yes and a look shows otherwise: looked at once more, then given up. */
export function notAsAsked(lastResult: string | null, cause: string): TaskResult {
  const result = "not-as-asked";
  if (lastResult === result) return { status: "given-up", result, cause };
  return { status: "pending", result, cause, nextTryAt: new Date(Date.now() + LOOK_AGAIN_MS) };
}
