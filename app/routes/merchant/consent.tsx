import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { z } from "zod";
import { examineStorefront, readExam } from "../../consent/examine-storefront.server.ts";
import { writeRegionPolicies } from "../../consent/keep-region-policies.server.ts";
import { listConsents } from "../../consent/list-consents.server.ts";
import { readPeriod } from "../../consent/opt-in-rates.ts";
import { publishSettings } from "../../consent/publish-settings.server.ts";
import { readOptIn } from "../../consent/read-opt-in.server.ts";
import { readSavedDecisions } from "../../consent/save-decisions.server.ts";
import { readReceipt } from "../../consent/read-receipt.server.ts";
import { wordsShown } from "../../consent/shown.ts";
import { readRecordChoice } from "../../consent/record-filter.ts";
import { readTurn } from "../../paging/keyset.ts";
import { merchantRequest, type MerchantRequest } from "../../shopify/merchant-request.server.ts";
import { refuseRole } from "../../staff/refuse-role.server.ts";
import { ShopifyRefused } from "../../shopify/shopify-refused.ts";
import type { Answer } from "../../ui/answer.ts";
import { ConsentPage } from "../../ui/consent/consent-page.tsx";
import { writtenAnswer } from "../../ui/consent/written-answer.ts";

export const meta: MetaFunction = () => [{ title: "Consent · Candor" }];

/** Each is as high as a phone is wide: few of them, and pages. */
const SHOWN = 10;

/** Looking for a receipt changes nothing on the page. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formData, defaultShouldRevalidate }) =>
  formData?.get("intent") !== "find" && defaultShouldRevalidate;

/** What leaks, whether the banner shows, how shoppers answer, and a page of their records. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await merchantRequest(request);
  const { searchParams } = new URL(request.url);
  const choice = readRecordChoice(searchParams);
  const period = readPeriod(searchParams.get("days"));
  const turn = readTurn(searchParams.get("after"), searchParams.get("before"));
  const [exam, rates, page, { decisions }] = await Promise.all([
    readExam(shop),
    readOptIn(shop, period, new Date()),
    listConsents(shop, { filter: choice.filter, turn, limit: SHOWN }),
    readSavedDecisions(shop),
  ]);
  const isCompared = decisions.variants.length > 0;
  return { exam, rates, page, period, isCompared, choice, handle: shop.replace(/\.myshopify\.com$/, "") };
}

const asked = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("examine") }),
  z.object({ intent: z.literal("publish") }),
  z.object({ intent: z.literal("write-policies") }),
  z.object({ intent: z.literal("find"), receipt: z.string().max(100) }),
]);

/** Looks at the storefront now, publishes, writes Shopify's region policies, or finds a receipt. */
export async function action({ request }: ActionFunctionArgs) {
  const merchant = await merchantRequest(request);
  const form = asked.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  if (form.data.intent === "find") return find(merchant.shop, form.data.receipt);
  const refusal = await refuseRole(merchant, "work");
  if (refusal) return refusal satisfies Answer;
  try {
    return await carryOut(form.data.intent, merchant);
  } catch (error) {
    if (error instanceof ShopifyRefused) return { ok: false, message: error.message } satisfies Answer;
    throw error;
  }
}

async function carryOut(
  intent: "examine" | "publish" | "write-policies",
  { shop, admin, staff }: MerchantRequest,
): Promise<Answer> {
  const now = new Date();
  if (intent === "publish") {
    await publishSettings(shop, admin, now);
    return { ok: true, message: "Published to your storefront" };
  }
  const written = intent === "write-policies" ? await writeRegionPolicies(shop, admin, { staff, now }) : undefined;
  await examineStorefront(shop, admin, now);
  return written ? writtenAnswer(written) : { ok: true, message: "Candor has looked at your storefront" };
}

async function find(shop: string, id: string) {
  const found = await readReceipt(shop, id);
  if (found.state !== "known") return { receipt: found };
  const { proof, shown, ...rest } = found;
  const receipt = { ...rest, hasProof: proof !== null, words: wordsShown(shown, found.record) };
  return data({ receipt }, { headers: { "Cache-Control": "no-store" } });
}

/** The consent page. */
export default function Consent() {
  return <ConsentPage {...useLoaderData<typeof loader>()} />;
}
