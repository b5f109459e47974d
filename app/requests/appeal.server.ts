import { inTransaction } from "../db/database.server.ts";
import type { Behalf } from "../law/requests.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { readSubjectIn } from "../vault/subjects.server.ts";
import { askerOf, type Asker } from "./asker.server.ts";
import { openRequest } from "./open-request.server.ts";
import type { RequestDetail } from "./request-detail.ts";

/** An appeal against a refusal. */
export interface Appeal {
  /** The request that was refused. */
  request: string;
  /** Why they do not agree, in their own words; "" when they said nothing. */
  message: string;
  language: string;
  by: "mailbox" | "account";
}

/**
 * Opens an appeal for whoever asked and was refused; a refusal has one. Answers by when it is answered; undefined when
 * there is nothing to appeal against, or somebody did so before.
 */
export async function openAppeal(shop: string, appeal: Appeal, now: Date): Promise<Date | undefined> {
  return inTransaction(async (tx) => {
    const [refused] = await tx.$queryRaw<{ region: string | null; behalf: Behalf }[]>`
      SELECT "region", "behalf" FROM "PrivacyRequest" WHERE "shop" = ${shop} AND "id" = ${appeal.request}::uuid
        AND "status" = 'refused' AND "kind" <> 'appeal' FOR UPDATE`;
    const asker = refused && (await askerOf(tx, shop, appeal.request));
    const identity = asker && (await readSubjectIn(tx, shop, asker.subject));
    if (!refused || !asker || !identity) return undefined;
    const id = await openRequest(tx, shop, {
      ...{ kind: "appeal", source: "form", externalId: `appeal ${appeal.request}`, identity, orders: [] },
      ...{ receivedAt: now, behalf: refused.behalf, language: appeal.language, verifiedBy: appeal.by },
      ...(refused.region !== null && { region: refused.region }),
      ...{ waitsFor: "decision", detail: detailOf(appeal, asker) },
    });
    if (id === "known") return undefined;
    const data = { appealOf: appeal.request, acknowledgedAt: now };
    const row = await tx.privacyRequest.update({ where: { shop_id: { shop, id } }, data });
    if (asker.email !== null)
      await queueMail(tx, shop, {
        ...{ request: id, subject: asker.subject, to: asker.email, template: "appeal-received" },
        ...{ language: appeal.language, key: `${id} appeal-received` },
        facts: { kind: asker.kind, deadline: row.deadline.toISOString() },
      });
    return row.deadline;
  });
}

function detailOf({ message }: Appeal, { email }: Asker): Omit<RequestDetail, "orders"> {
  return { ...(message !== "" && { message }), ...(email !== null && { mailbox: email }) };
}
