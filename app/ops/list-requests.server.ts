import { prisma } from "../db/database.server.ts";
import type { Options } from "./commands.ts";
import type { Result, Row } from "./result.ts";

const PAGE = 500;

interface Listed {
  id: string;
  kind: string;
  status: string;
  outcome: string | null;
  source: string;
  law: string;
  receivedAt: Date;
  deadline: Date;
  closedAt: Date | null;
  externalId: string;
}

/** `requests list`: a store's requests by deadline, without anything about the persons. */
export function listRequests({ shop, status, limit }: Options<"requests list">): Result {
  return { kind: "rows", rows: requests(shop, status, Number(limit ?? Infinity), new Date()) };
}

async function* requests(shop: string, status: string | undefined, limit: number, now: Date): AsyncGenerator<Row> {
  let after = { deadline: new Date(0), id: "00000000-0000-0000-0000-000000000000" };
  for (let left = limit; left > 0; left -= PAGE) {
    const page = await prisma().$queryRaw<Listed[]>`
      SELECT "id"::text, "kind", "status", "outcome", "source", "law", "receivedAt", "deadline", "closedAt", "externalId"
      FROM "PrivacyRequest" WHERE "shop" = ${shop} AND (${status ?? null}::text IS NULL OR "status" = ${status ?? null})
        AND ("deadline", "id") > (${after.deadline}::timestamptz, ${after.id}::uuid)
      ORDER BY "deadline", "id" LIMIT ${Math.min(PAGE, left)}`;
    for (const row of page) yield { ...row, overdue: row.closedAt === null && row.deadline < now };
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last;
  }
}
