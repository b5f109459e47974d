import { inTransaction, prisma } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import type { Identity } from "../vault/identity.ts";
import { pseudonym } from "../vault/subject-key.server.ts";
import { readSubject } from "../vault/subjects.server.ts";

/**
 * Shows a member of staff who a request is about. That they looked is evidence before they see it (Shopify protected
 * customer data, level 2: log access). "gone" once the person is erased.
 */
export async function revealPerson(shop: string, id: string, staff: string, now: Date): Promise<Identity | "gone"> {
  const request = await prisma().privacyRequest.findUnique({ where: { shop_id: { shop, id } } });
  const subject = request?.subject ?? undefined;
  const identity = subject === undefined ? undefined : await readSubject(shop, subject);
  if (subject === undefined || !identity) return "gone";
  const facts = { staff: await pseudonym(shop, `staff ${staff}`), fields: Object.keys(identity) };
  const about = { at: now, request: id, subject: await pseudonym(shop, subject) };
  await inTransaction((tx) => appendEvidence(tx, shop, { ...about, kind: "request.personal-data-revealed", facts }));
  return identity;
}
