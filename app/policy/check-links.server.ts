import { prisma } from "../db/database.server.ts";
import { callOut, whyNotCalled } from "../outbound/call-out.server.ts";
import { PlainProblem } from "../jobs/cause.ts";
import { judgeLink, type DeadLink, type LinkState } from "./judge-link.ts";
import { readNewest } from "./read-versions.server.ts";

/** A link that several stores' policies give is looked at once in this time (ms), not once for each. */
const FRESH_MS = 20 * 3_600_000;
/** A page has this long (ms) to answer. */
const WITHIN_MS = 10_000;
/** What no policy links to any more is forgotten after this long (ms). */
const FORGOTTEN_MS = 30 * 86_400_000;

interface VendorLink {
  vendor: string;
  name: string;
  url: string;
}

/** Forgets what was known of links that nobody asked about for long. */
export async function forgetLinkChecks(now: Date): Promise<void> {
  await prisma().linkCheck.deleteMany({ where: { checkedAt: { lt: new Date(now.getTime() - FORGOTTEN_MS) } } });
}

/** Looks where the links of a store's published policy lead. What nobody could look at keeps what was known of it. */
export async function checkLinks(shop: string, now: Date): Promise<void> {
  const urls = [...new Set((await linksOf(shop)).map(({ url }) => url))];
  const known = await prisma().linkCheck.findMany({
    where: { url: { in: urls }, checkedAt: { gt: new Date(now.getTime() - FRESH_MS) } },
    select: { url: true },
  });
  const fresh = new Set(known.map(({ url }) => url));
  for (const url of urls) {
    if (fresh.has(url)) continue;
    const state = await look(url);
    const row = { state, checkedAt: now };
    if (state !== "unknown") await prisma().linkCheck.upsert({ where: { url }, create: { url, ...row }, update: row });
  }
}

/** Links of the newest published policy that lead nowhere, or elsewhere. */
export async function readDeadLinks(shop: string): Promise<DeadLink[]> {
  const links = await linksOf(shop);
  const rows = await prisma().linkCheck.findMany({
    where: { url: { in: links.map(({ url }) => url) }, state: { in: ["gone", "moved"] } },
  });
  const stateOf = new Map(
    rows.map(({ url, state }) => [url, state === "gone" ? ("gone" as const) : ("moved" as const)]),
  );
  return links.flatMap(({ vendor, name, url }) => {
    const how = stateOf.get(url);
    return how === undefined ? [] : [{ vendor, name, how }];
  });
}

async function linksOf(shop: string): Promise<VendorLink[]> {
  const newest = await readNewest(shop);
  return (newest?.register.vendors ?? []).flatMap(({ vendor, name, privacyUrl, optOutUrl }) =>
    [...new Set([privacyUrl, optOutUrl])]
      .filter((url) => url !== "" && whyNotCalled(url) === null)
      .map((url) => ({ vendor, name, url })),
  );
}

async function look(url: string): Promise<LinkState> {
  try {
    const answer = await callOut(new URL(url).host, { url, method: "GET", within: WITHIN_MS });
    return judgeLink(url, { status: answer.status, location: answer.header("location") });
  } catch (error) {
    if (error instanceof PlainProblem) return "unknown";
    throw error;
  }
}
