import { inTransaction, prisma, type Tx } from "../db/database.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { forgetKeepsIp } from "./keeps-ip.server.ts";
import { checkDecisions, readDecisions, type ConsentDecisions, type DecisionProblem } from "./settings.ts";

/** A store's decisions, and how far the storefront has them. */
export interface SavedDecisions {
  decisions: ConsentDecisions;
  /** Rises with each change; 0 before the first. */
  version: number;
  /** What the storefront has; null before the first time. */
  publishedVersion: number | null;
  publishedAt: Date | null;
  /** How the storefront differed when it was last looked at. */
  drift: string | null;
}

/** What a merchant decided about consent; the usual decisions before the first time. */
export async function readSavedDecisions(shop: string): Promise<SavedDecisions> {
  const row = await prisma().consentSettings.findUnique({ where: { shop } });
  const decisions = readDecisions(row?.decisions);
  const { version = 0, publishedVersion = null, publishedAt = null, drift = null } = row ?? {};
  return { decisions, version, publishedVersion, publishedAt, drift };
}

/** "changed": somebody else saved since `version` was read. */
export type SaveResult =
  { kind: "saved"; version: number } | { kind: "changed" } | { kind: "wrong"; problems: DecisionProblem[] };

/** Saves a merchant's decisions and has them published; refuses what shoppers could not read. */
export async function saveDecisions(
  shop: string,
  decisions: ConsentDecisions,
  { version, now }: { version: number; now: Date },
): Promise<SaveResult> {
  const problems = checkDecisions(decisions);
  if (problems.length > 0) return { kind: "wrong", problems };
  const isSaved = await inTransaction((tx) => writeDecisions(tx, shop, decisions, { version, now }));
  forgetKeepsIp(shop);
  return isSaved ? { kind: "saved", version: version + 1 } : { kind: "changed" };
}

async function writeDecisions(
  tx: Tx,
  shop: string,
  decisions: ConsentDecisions,
  { version, now }: { version: number; now: Date },
): Promise<boolean> {
  const state = { version: version + 1, decisions: JSON.stringify(decisions), savedAt: now };
  if (version === 0)
    await tx.consentSettings.createMany({ data: [{ shop, ...state, version: 0 }], skipDuplicates: true });
  const { count } = await tx.consentSettings.updateMany({ where: { shop, version }, data: state });
  if (count === 1) await enqueue(tx, "consent.publish", { shop }, { singletonKey: shop });
  return count === 1;
}

/**
 * Makes the banner do what the register says of it, within the change of the register. Throws when somebody else saved
 * the settings at the same moment.
 */
export async function applyBanner(
  tx: Tx,
  shop: string,
  { offered, honoursNoTrack, forMinors }: Pick<ConsentDecisions, "offered" | "honoursNoTrack" | "forMinors">,
  now: Date,
): Promise<void> {
  const row = await tx.consentSettings.findUnique({ where: { shop } });
  const decisions = { ...readDecisions(row?.decisions), offered, honoursNoTrack, forMinors };
  const isSaved = await writeDecisions(tx, shop, decisions, { version: row?.version ?? 0, now });
  if (!isSaved) throw new Error("the consent settings changed meanwhile");
}
