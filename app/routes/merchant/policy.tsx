import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { proxyPath } from "../../installation/proxy-path.server.ts";
import { readAnnouncement, startAnnouncing, toldOtherwise } from "../../policy/announce-policy.server.ts";
import { policyHtml } from "../../policy/document/to-html.ts";
import { draftPolicy, sayDraft } from "../../policy/draft-policy.server.ts";
import { publishPolicy, putBack, type Published } from "../../policy/publish-policy.server.ts";
import { SHOP_PAGES } from "../../policy/page-body.ts";
import { leaveShopPage, readKeptPages, writeShopPages } from "../../policy/shop-pages.server.ts";
import { listVersions } from "../../policy/read-versions.server.ts";
import { readDrift, takeOver, watchPolicy } from "../../policy/watch-policy.server.ts";
import { merchantRequest, type MerchantRequest } from "../../shopify/merchant-request.server.ts";
import { ShopifyRefused } from "../../shopify/shopify-refused.ts";
import { refuseRole } from "../../staff/refuse-role.server.ts";
import type { Answer } from "../../ui/answer.ts";
import { PolicyPage } from "../../ui/policy/policy-page.tsx";

export const meta: MetaFunction = () => [{ title: "Privacy policy · Candor" }];

const dayOf = (date: Date) => date.toISOString().slice(0, "YYYY-MM-DD".length);

/** The draft with what is wrong with it and what it changes, the versions, and how Shopify's copy stands. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await merchantRequest(request);
  const now = new Date();
  const [draft, versions, drift, announcement, pages] = await Promise.all([
    draftPolicy(shop, dayOf(now), now),
    listVersions(shop),
    readDrift(shop),
    readAnnouncement(shop),
    readKeptPages(shop),
  ]);
  const asked = new URL(request.url).searchParams.get("language");
  const language = draft.languages.find((one) => one === asked) ?? draft.languages[0] ?? "en";
  const { issues, languages, missing, number, sentences, asksAgain, tells } = draft;
  return {
    ...{
      today: dayOf(now),
      language,
      languages,
      missing,
      number,
      sentences,
      asksAgain,
      tells,
      versions,
      drift,
      announcement,
      pages,
    },
    issues,
    preview: policyHtml(sayDraft(draft, language)),
    policyUrl: `https://${shop}/policies/privacy-policy`,
    path: await proxyPath(shop),
    handle: shop.replace(/\.myshopify\.com$/, ""),
  };
}

const asked = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("publish"), effectiveOn: z.iso.date(), number: z.coerce.number().int().min(1) }),
  z.object({ intent: z.literal("put-back") }),
  z.object({ intent: z.literal("take-over") }),
  z.object({ intent: z.literal("look") }),
  z.object({ intent: z.literal("write-pages") }),
  z.object({ intent: z.literal("put-page-back"), page: z.enum(SHOP_PAGES) }),
  z.object({ intent: z.literal("leave-page"), page: z.enum(SHOP_PAGES) }),
  z.object({ intent: z.literal("announce"), number: z.coerce.number().int().min(1) }),
  z.object({ intent: z.literal("told-otherwise"), number: z.coerce.number().int().min(1) }),
]);

/** Publishes the draft, settles what somebody changed at Shopify, or looks at Shopify's copy. */
export async function action({ request }: ActionFunctionArgs): Promise<Answer> {
  const knock = await merchantRequest(request);
  const form = asked.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return { ok: false, message: "Choose the day from which the policy is in force" };
  const now = new Date();
  const refusal = await refuseRole(knock, "work");
  if (refusal) return refusal;
  try {
    return await DO[form.data.intent](knock, form.data as never, now);
  } catch (error) {
    if (error instanceof ShopifyRefused) return { ok: false, message: error.message };
    throw error;
  }
}

const DECIDED: Answer = { ok: false, message: "Somebody decided this already" };

type Asked = z.infer<typeof asked>;

/** What each intent does. */
const DO: {
  [Intent in Asked["intent"]]: (
    knock: MerchantRequest,
    form: Extract<Asked, { intent: Intent }>,
    now: Date,
  ) => Promise<Answer>;
} = {
  publish: async ({ shop, staff, asStaff }, { effectiveOn, number }, now) => {
    if (effectiveOn < dayOf(now)) return { ok: false, message: "Choose today or a later day" };
    return told(await publishPolicy(shop, { staff, now, effectiveOn, number, admin: await asStaff() }));
  },
  "put-back": async ({ shop, asStaff }, _form, now) => {
    const why = await putBack(shop, { admin: await asStaff(), now });
    return why === null ? { ok: true, message: "Your policy is back at Shopify" } : { ok: false, message: why };
  },
  "take-over": async ({ shop, staff }, _form, now) => {
    const facts = await takeOver(shop, { staff, now });
    return facts.length > 0
      ? { ok: true, message: `${counted(facts.length, "fact")} noted as claimed: look at the draft, then publish it` }
      : {
          ok: false,
          message: "Candor reads no new fact in the change. Say it in the register, or put your policy back",
        };
  },
  look: async ({ shop, admin }, _form, now) => {
    await watchPolicy(shop, admin, now);
    return { ok: true, message: "Looked at Shopify" };
  },
  "write-pages": async ({ shop, admin }, _form, now) =>
    toldOfPages(await writeShopPages(shop, { admin, now }), "Both pages are in your store"),
  "put-page-back": async ({ shop, admin }, { page }, now) =>
    toldOfPages(await writeShopPages(shop, { admin, now }, [page]), "The page is back"),
  "leave-page": async ({ shop }, { page }) =>
    (await leaveShopPage(shop, page)) ? { ok: true, message: "The page is yours alone now" } : DECIDED,
  announce: async ({ shop }, { number }) =>
    (await startAnnouncing(shop, number)) ? { ok: true, message: "Candor is writing to your customers" } : DECIDED,
  "told-otherwise": async ({ shop, staff }, { number }, now) =>
    (await toldOtherwise(shop, number, { staff, now })) ? { ok: true, message: "Noted" } : DECIDED,
};

const toldOfPages = (why: string | null, done: string): Answer => ({ ok: why === null, message: why ?? done });

const counted = (number: number, one: string) => `${number} ${one}${number === 1 ? "" : "s"}`;

function told(result: Published): Answer {
  switch (result.kind) {
    case "published":
      return result.atShopify === null
        ? { ok: true, message: `Version ${result.number} is published, at Shopify too` }
        : {
            ok: false,
            message: `Version ${result.number} is published; Shopify’s own copy is not: ${result.atShopify}`,
          };
    case "blocked":
      return { ok: false, message: `It is not published: ${counted(result.issues, "issue")} must be mended first` };
    case "same":
      return { ok: false, message: "Nothing differs from the published policy" };
    case "changed":
      return { ok: false, message: "Somebody published meanwhile: look at the draft again" };
  }
}

/** The page of the privacy policy. */
export default function Policy() {
  return <PolicyPage {...useLoaderData<typeof loader>()} />;
}
