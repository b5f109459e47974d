import { prisma } from "../db/database.server.ts";
import type { PurposeSet } from "../law/purposes.ts";
import type { Register } from "../register/facts.ts";
import { REGIMES, type Regime } from "./document/regimes.ts";

/** A published policy. `effectiveOn`: YYYY-MM-DD. */
export interface PublishedVersion {
  number: number;
  publishedAt: Date;
  effectiveOn: string;
  hash: string;
  askedAgain: PurposeSet;
  /** BCP 47, the main one first. */
  languages: string[];
}

/** A store's published policies, the newest first. */
export async function listVersions(shop: string): Promise<PublishedVersion[]> {
  const rows = await prisma().policyVersion.findMany({ where: { shop }, orderBy: { number: "desc" } });
  return rows.map(({ number, publishedAt, effectiveOn, hash, askedAgain, languages }) => ({
    ...{ number, publishedAt, hash, askedAgain, languages, effectiveOn: dayOf(effectiveOn) },
  }));
}

/** What the newest policy was made from; null before the first. */
export async function readNewest(
  shop: string,
): Promise<{ number: number; register: Register; regimes: Regime[]; effectiveOn: string } | null> {
  const row = await prisma().policyVersion.findFirst({ where: { shop }, orderBy: { number: "desc" } });
  if (!row) return null;
  const regimes = REGIMES.filter((regime) => row.regimes.includes(regime));
  return {
    ...{ number: row.number, effectiveOn: dayOf(row.effectiveOn), regimes },
    register: JSON.parse(row.facts) as Register,
  };
}

/** A policy as a shopper reads it. `languages`: in which it can be read. */
export interface ReadablePolicy extends PublishedVersion {
  language: string;
  title: string;
  html: string;
}

/**
 * A published policy in the first of the wanted languages that it was published in, else in its first. Without a number
 * the one in force on `today` (YYYY-MM-DD). Null when there is none such.
 */
export async function readPolicy(
  shop: string,
  { number, today, wanted }: { number: number | null; today: string; wanted: readonly string[] },
): Promise<ReadablePolicy | null> {
  const versions = await listVersions(shop);
  const version =
    number === null
      ? (versions.find(({ effectiveOn }) => effectiveOn <= today) ?? versions.at(-1))
      : versions.find((one) => one.number === number);
  if (!version) return null;
  const language = wanted.find((one) => version.languages.includes(one)) ?? version.languages[0];
  if (language === undefined) return null;
  const where = { shop_number_language: { shop, number: version.number, language } };
  const text = await prisma().policyText.findUniqueOrThrow({ where });
  return { ...version, language, title: text.title, html: text.html };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, "YYYY-MM-DD".length);
}
