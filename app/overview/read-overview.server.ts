import { prisma } from "../db/database.server.ts";
import { readHead } from "../evidence/list-evidence.server.ts";
import { checkKeyStore } from "../vault/check-key-store.server.ts";
import type { ChainState, Overview } from "./overview.ts";

const DAY_MS = 86_400_000;
const SOON_MS = 7 * DAY_MS;
const LATELY_MS = 90 * DAY_MS;
const PACKAGES_SHOWN = 5;

type Figures = Pick<Overview, "running" | "dueSoon" | "overdue" | "onHold">;
type Answered = Pick<Overview, "answered" | "answeredOnTime" | "medianDays">;

/** The figures of a store's home page. */
export async function readOverview(shop: string, now: Date): Promise<Overview> {
  const [running, answered, any, packages, waitingPackagesCount, row, keys] = await Promise.all([
    readRunning(shop, now),
    readAnswered(shop, now),
    prisma().privacyRequest.findFirst({ where: { shop }, select: { id: true } }),
    prisma().package.findMany({
      where: { shop, downloads: 0, expiresAt: { gt: now } },
      orderBy: { expiresAt: "asc" },
      take: PACKAGES_SHOWN,
      select: { request: true, bytes: true, expiresAt: true },
    }),
    prisma().package.count({ where: { shop, downloads: 0, expiresAt: { gt: now } } }),
    prisma().shop.findUnique({ where: { shop } }),
    checkKeyStore(),
  ]);
  return {
    ...running,
    ...answered,
    hasRequests: any !== null,
    waitingPackages: packages.map(({ bytes, ...rest }) => ({ ...rest, bytes: Number(bytes) })),
    waitingPackagesCount,
    scopes: row?.installedAt ? row.scopes : null,
    hasOwnKeys: keys === "same",
  };
}

async function readRunning(shop: string, now: Date): Promise<Figures> {
  const soon = new Date(now.getTime() + SOON_MS);
  const [figures] = await prisma().$queryRaw<Figures[]>`
    SELECT count(*)::int AS "running",
      (count(*) FILTER (WHERE "deadline" >= ${now} AND "deadline" <= ${soon}))::int AS "dueSoon",
      (count(*) FILTER (WHERE "deadline" < ${now}))::int AS "overdue",
      (count(*) FILTER (WHERE "status" = 'on-hold'))::int AS "onHold"
    FROM "PrivacyRequest" WHERE "shop" = ${shop} AND "status" IN ('open', 'on-hold')`;
  return figures ?? { running: 0, dueSoon: 0, overdue: 0, onHold: 0 };
}

async function readAnswered(shop: string, now: Date): Promise<Answered> {
  const since = new Date(now.getTime() - LATELY_MS);
  const [answered] = await prisma().$queryRaw<Answered[]>`
    SELECT count(*)::int AS "answered",
      (count(*) FILTER (WHERE "closedAt" <= "deadline"))::int AS "answeredOnTime",
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM "closedAt" - "receivedAt")) / 86400)::float8
        AS "medianDays"
    FROM "PrivacyRequest" WHERE "shop" = ${shop} AND "receivedAt" >= ${since} AND "closedAt" IS NOT NULL`;
  return answered ?? { answered: 0, answeredOnTime: 0, medianDays: null };
}

/** Where a store's chain stands, and when its end was last signed; null while it has none. */
export async function readChainState(shop: string): Promise<ChainState | null> {
  const head = await readHead(shop);
  if (!head) return null;
  const point = await prisma().evidenceCheckpoint.findFirst({ where: { shop }, orderBy: { seq: "desc" } });
  return { ...head, checkpoint: point && { seq: Number(point.seq), at: point.at } };
}
