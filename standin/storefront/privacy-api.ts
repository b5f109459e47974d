import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { bundleScript } from "../admin/bundle-script.ts";
import { jsonForScript } from "../http/json-for-script.ts";
import { readBody, readFields, sendJson } from "../http/serve.ts";
import type { World } from "../world.ts";
import { policyFor, type Visitor } from "./visitor.ts";

/** A request for something of Shopify's own on the storefront. */
export interface ShopifyRequest {
  world: World;
  shop: string;
  visitor: Visitor;
  request: IncomingMessage;
  response: ServerResponse;
}

const scripts = new Map<string, string>();

function script(file: string): string {
  const known = scripts.get(file) ?? bundleScript([file]);
  scripts.set(file, known);
  return known;
}

function send(response: ServerResponse, text: string, cache: string): void {
  response.writeHead(200, { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": cache });
  response.end(text);
}

/** The Customer Privacy API's script, as late and as broken as it was told to be. */
async function sendApi({ world, shop, visitor, response }: ShopifyRequest): Promise<void> {
  if (world.faults.privacyApi === "never") return;
  await pause(world.faults.privacyDelay);
  if (world.faults.privacyApi === "error") {
    sendJson(response, { error: "The stand-in was told to fail" }, 500);
    return;
  }
  const policy = policyFor(world, shop, visitor.region);
  const facts = {
    region: visitor.region.replace("-", ""),
    consentRequired: policy.consentRequired,
    saleOfDataRegion: policy.dataSaleOptOutRequired,
    isRecorded: true,
  };
  send(response, `{ const STANDIN_FACTS = ${jsonForScript(facts)};\n${script("consent-tracking-api.ts")}}`, "no-store");
}

async function keepCalls({ world, request, response }: ShopifyRequest): Promise<void> {
  const calls = JSON.parse((await readBody(request)).toString("utf8")) as object[];
  const at = new Date().toISOString();
  for (const call of calls) world.visits.privacyCalls.push({ at, ...call } as World["visits"]["privacyCalls"][number]);
  response.writeHead(204).end();
}

async function storeConsent({ world, request, response }: ShopifyRequest): Promise<void> {
  const { consent, page } = await readFields(request);
  const fails = world.faults.consentFailures > 0;
  if (fails) world.faults.consentFailures -= 1;
  const result = fails ? "failed" : "stored";
  world.visits.privacyCalls.push({
    at: new Date().toISOString(),
    method: "setTrackingConsent",
    args: consent,
    result,
    page: String(page),
  });
  if (fails) sendJson(response, { error: "The stand-in was told to fail" }, 503);
  else sendJson(response, { stored: true });
}

/** What Shopify itself serves on a storefront; false when it is something else. */
export async function answerShopify(asked: ShopifyRequest, path: string): Promise<boolean> {
  switch (path) {
    case "/cdn/shopifycloud/storefront/assets/storefront/load_feature.js":
      send(asked.response, script("load-features.ts"), "public, max-age=3600");
      return true;
    case "/cdn/shopifycloud/privacy-banner/storefront-banner.js":
      send(asked.response, script("privacy-banner.ts"), "public, max-age=3600");
      return true;
    case "/cdn/shopifycloud/consent-tracking-api.js":
      await sendApi(asked);
      return true;
    case "/standin/privacy-calls":
      await keepCalls(asked);
      return true;
    case "/standin/tracking-consent":
      await storeConsent(asked);
      return true;
    default:
      return false;
  }
}
