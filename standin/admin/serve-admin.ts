import { createReadStream, existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { answerControl } from "../control/answer-control.ts";
import { controlPage } from "../control/control-page.ts";
import type { Control } from "../control/control.ts";
import { answerGraphql } from "../graphql/answer-graphql.ts";
import { bulkFile } from "../graphql/bulk/start-bulk-query.ts";
import { readFields, redirect, sendHtml, sendJson, serve, type Listening } from "../http/serve.ts";
import { answerTokenRequest } from "../tokens/answer-token-request.ts";
import { issueIdToken } from "../tokens/id-token.ts";
import { DEMO_SHOP, isShopDomain, shopState, type World } from "../world.ts";
import { APP_BRIDGE, bundleScript } from "./bundle-script.ts";
import { launchUrl } from "./launch-app.ts";
import { installPage, shellBase, shellPage } from "./shell-page.ts";

interface Place {
  world: World;
  control: Control;
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
}

/** The header that the preload puts the original host into. */
const HOST_HEADER = "x-standin-host";

const scripts = new Map<string, string>();

function sendScript(response: ServerResponse, name: string, files: readonly string[]): void {
  const script = scripts.get(name) ?? bundleScript(files);
  scripts.set(name, script);
  response.writeHead(200, { "Content-Type": "text/javascript; charset=utf-8", "Access-Control-Allow-Origin": "*" });
  response.end(script);
}

/** What servers ask of `https://<shop>.myshopify.com`; false when it is none of that. */
async function answerShopApi({ world, request, response, url }: Place): Promise<boolean> {
  const shop = String(request.headers[HOST_HEADER] ?? "");
  if (!isShopDomain(shop)) return false;
  if (request.method !== "POST") return false;
  if (url.pathname === "/admin/oauth/access_token") {
    await answerTokenRequest(world, shop, request, response);
    return true;
  }
  if (!/^\/admin\/api\/[^/]+\/graphql\.json$/.test(url.pathname)) return false;
  await answerGraphql(world, shop, request, response);
  return true;
}

/** Shopify's own domains apart from shops: only what the stand-in knows. */
function sendBulkFile({ world, response, url }: Place): boolean {
  const found = /^\/bulk\/([a-z0-9-]+\.myshopify\.com)\/(\d+)\.jsonl$/.exec(url.pathname);
  if (found?.[1] === undefined) return false;
  const path = bulkFile(world, found[1], Number(found[2]));
  if (!existsSync(path)) sendJson(response, { error: "Expired" }, 404);
  else {
    response.writeHead(200, { "Content-Type": "application/jsonl" });
    createReadStream(path).pipe(response);
  }
  return true;
}

async function answerShell({ world, response, url }: Place): Promise<boolean> {
  const found = /^\/store\/([a-z0-9][a-z0-9-]*)\/apps\/[^/]+(\/.*)?$/.exec(url.pathname);
  if (found?.[1] === undefined) return false;
  const shop = `${found[1]}.myshopify.com`;
  if (shopState(world, shop).installedAt === null) sendHtml(response, installPage(world, shop));
  else sendHtml(response, shellPage(world, shop, await launchUrl(world, shop, `${found[2] ?? "/"}${url.search}`)));
  return true;
}

async function answerScripts({ world, response, url }: Place): Promise<boolean> {
  switch (url.pathname) {
    case "/shopifycloud/app-bridge.js":
      sendScript(response, "app-bridge", APP_BRIDGE);
      return true;
    case "/standin/shell.js":
      sendScript(response, "shell", ["shell.ts"]);
      return true;
    case "/session-token":
      response.writeHead(200, { "Content-Type": "text/plain", "Cache-Control": "no-store" });
      response.end(await issueIdToken(world, url.searchParams.get("shop") ?? DEMO_SHOP));
      return true;
    default:
      return false;
  }
}

async function answerDeveloper({ world, control, request, response, url }: Place): Promise<boolean> {
  if (url.pathname === "/") redirect(response, shellBase(DEMO_SHOP));
  else if (url.pathname === "/control")
    sendHtml(response, controlPage(world, url.searchParams.get("shop") ?? DEMO_SHOP));
  else if (url.pathname.startsWith("/control/api/")) await answerControl(world, control, request, response);
  else if (url.pathname === "/install" && request.method === "POST") {
    const shop = String((await readFields(request))["shop"]);
    control.install(shop);
    redirect(response, shellBase(shop));
  } else return false;
  return true;
}

/** Shopify's admin, its token endpoint and its Admin API, and the control page, on one port. */
export async function serveAdmin(port: number, world: () => World, control: () => Control): Promise<Listening> {
  return serve(port, async (request, response, url) => {
    const place = { world: world(), control: control(), request, response, url };
    if (await answerShopApi(place)) return;
    if (await answerScripts(place)) return;
    if (await answerShell(place)) return;
    if (sendBulkFile(place)) return;
    if (await answerDeveloper(place)) return;
    sendJson(response, { errors: "Not Found" }, 404);
  });
}
