import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { parseDecisions } from "../../consent/parse-decisions.server.ts";
import { publishSettings } from "../../consent/publish-settings.server.ts";
import { publishedState } from "../../consent/published-state.ts";
import { readSavedDecisions, saveDecisions } from "../../consent/save-decisions.server.ts";
import { bannerLanguages, wordingTexts } from "../../consent/write-preview.server.ts";
import { learnProxyPath, proxyPath, PROXY_PATH } from "../../installation/proxy-path.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { refuseRole } from "../../staff/refuse-role.server.ts";
import { ShopifyRefused } from "../../shopify/shopify-refused.ts";
import type { Answer } from "../../ui/answer.ts";
import { BannerPage } from "../../ui/consent/banner-page.tsx";

export const meta: MetaFunction = () => [{ title: "Banner · Candor" }];

/** What was decided, and whether the storefront has it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await merchantRequest(request);
  const [saved, path] = await Promise.all([readSavedDecisions(shop), proxyPath(shop)]);
  const { decisions, version } = saved;
  return {
    ...{ saved: decisions, version, published: publishedState(saved), path },
    ...{ languages: bannerLanguages(), wordings: wordingTexts() },
  };
}

const asked = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("publish") }),
  z.object({ intent: z.literal("move"), path: z.string().max(200) }),
  z.object({ intent: z.literal("save"), version: z.coerce.number().int().min(0), decisions: z.string().max(100_000) }),
]);

/** Saves the decisions, which publishes them soon; or publishes again now. */
export async function action({ request }: ActionFunctionArgs): Promise<Answer> {
  const knock = await merchantRequest(request);
  const { shop, admin } = knock;
  const form = asked.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  const refusal = await refuseRole(knock, "work");
  if (refusal) return refusal;
  if (form.data.intent === "move") return move(shop, form.data.path);
  if (form.data.intent === "save") return save(shop, form.data.decisions, form.data.version);
  try {
    await publishSettings(shop, admin, new Date());
    return { ok: true, message: "Published to your storefront" };
  } catch (error) {
    if (error instanceof ShopifyRefused) return { ok: false, message: error.message };
    throw error;
  }
}

async function move(shop: string, path: string): Promise<Answer> {
  if (!PROXY_PATH.test(path))
    return { ok: false, message: "Write a path like /apps/privacy, as it is in Shopify admin." };
  await learnProxyPath(shop, path);
  return { ok: true, message: "Saved. Your storefront gets it in a moment." };
}

async function save(shop: string, sent: string, version: number): Promise<Answer> {
  const decisions = parseDecisions(shop, readJson(sent));
  if (!decisions) throw new Response(null, { status: 400 });
  const result = await saveDecisions(shop, decisions, { version, now: new Date() });
  if (result.kind === "saved") return { ok: true, message: "Saved. Your storefront gets it in a moment." };
  const message =
    result.kind === "changed"
      ? "Somebody else changed these settings meanwhile. Reload the page to see them."
      : (result.problems[0]?.problem ?? "This cannot be saved.");
  return { ok: false, message };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The banner's editor. */
export default function Banner() {
  return <BannerPage {...useLoaderData<typeof loader>()} />;
}
