import { inTransaction, prisma } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { sha256 } from "../evidence/hash.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import type { AdminGraphql } from "../shopify/admin-graphql.server.ts";
import { writePrivacyPolicy } from "../shopify/read-store-policy.server.ts";
import { ShopifyRefused } from "../shopify/shopify-refused.ts";
import { pseudonym } from "../vault/subject-key.server.ts";
import { policyHtml } from "./document/to-html.ts";
import { noteAnnouncement } from "./announce-policy.server.ts";
import { draftPolicy, sayDraft, type Draft } from "./draft-policy.server.ts";
import { renewShopPages } from "./shop-pages.server.ts";
import { publishedHtml } from "./watch-policy.server.ts";

/** How a publication ended. `atShopify`: why Shopify's own copy is not the same; null when it is. */
export type Published =
  | { kind: "published"; number: number; atShopify: string | null }
  | { kind: "blocked"; issues: number }
  | { kind: "same" }
  | { kind: "changed" };

/** Who publishes, when, and from which day it is in force (YYYY-MM-DD). `number`: of the draft that they looked at. */
export interface Publication {
  staff: string;
  now: Date;
  effectiveOn: string;
  number: number;
  /** The Admin API as that member of staff. */
  admin: AdminGraphql;
}

/**
 * Publishes the draft: keeps it for good in every language, with its evidence, has the banner ask again what a wider use
 * needs, then writes Shopify's own policy and reads it back. What blocks a policy keeps it from being published; when
 * Shopify refuses, the policy is published all the same and the answer says what to do by hand.
 */
export async function publishPolicy(shop: string, publication: Publication): Promise<Published> {
  const { now, effectiveOn, number } = publication;
  const draft = await draftPolicy(shop, effectiveOn, now);
  const blocking = draft.issues.filter(({ severity }) => severity === "blocking").length;
  if (blocking > 0) return { kind: "blocked", issues: blocking };
  if (draft.number !== number) return { kind: "changed" };
  if (number > 1 && draft.sentences.length === 0) return { kind: "same" };
  const texts = draft.languages.map((language) => {
    const said = sayDraft(draft, language);
    return { language, title: said.title, html: policyHtml(said) };
  });
  if (!(await keep(shop, draft, texts, publication))) return { kind: "changed" };
  const [main] = texts;
  const atShopify = main ? await writeAtShopify(shop, { number, html: main.html }, publication) : null;
  return { kind: "published", number, atShopify };
}

interface Text {
  language: string;
  title: string;
  html: string;
}

async function keep(shop: string, draft: Draft, texts: readonly Text[], publication: Publication): Promise<boolean> {
  const { number, register, regimes, facts, asksAgain } = draft;
  const { now, effectiveOn, staff } = publication;
  const hash = sha256(texts.map(({ html }) => html).join("\n")).toString("hex");
  const who = await pseudonym(shop, `staff ${staff}`);
  return inTransaction(async (tx) => {
    const row = { shop, number, publishedAt: now, effectiveOn: new Date(effectiveOn), hash };
    const { count } = await tx.policyVersion.createMany({
      data: [{ ...row, facts: JSON.stringify(register), regimes, languages: draft.languages, askedAgain: asksAgain }],
      skipDuplicates: true,
    });
    if (count === 0) return false;
    await tx.policyText.createMany({ data: texts.map((text) => ({ shop, number, ...text })) });
    const evidence = { number, hash, effectiveOn, languages: texts.map(({ language }) => language), facts, staff: who };
    await appendEvidence(tx, shop, { kind: "policy.published", at: now, facts: evidence });
    await enqueue(tx, "consent.follow-policy", { shop, number });
    await enqueue(tx, "policy.check-links", { shop }, { singletonKey: shop });
    if (draft.tells !== null) await noteAnnouncement(tx, shop, { number, why: draft.tells, now });
    return true;
  });
}

/** Writes Shopify's own copy; answers why that did not work, in words for staff. */
async function writeAtShopify(
  shop: string,
  { number, html }: { number: number; html: string },
  { admin, now }: Pick<Publication, "admin" | "now">,
): Promise<string | null> {
  try {
    const kept = await writePrivacyPolicy(admin, html);
    if ("why" in kept) return kept.why;
    const state = {
      number,
      keptHash: sha256(kept.body).toString("hex"),
      checkedAt: now,
      foundHash: null,
      foundBody: null,
    };
    await prisma().policyWatch.upsert({ where: { shop }, create: { shop, ...state }, update: state });
    return await renewShopPages(shop, { admin, now });
  } catch (error) {
    if (error instanceof ShopifyRefused) return error.message;
    throw error;
  }
}

/** Puts the newest policy back at Shopify, where somebody changed it. Answers why that did not work, or null. */
export async function putBack(
  shop: string,
  { admin, now }: Pick<Publication, "admin" | "now">,
): Promise<string | null> {
  const watch = await prisma().policyWatch.findUnique({ where: { shop } });
  if (!watch) return "Nothing was published yet.";
  const { number } = watch;
  return writeAtShopify(shop, { number, html: await publishedHtml(shop, number) }, { admin, now });
}
