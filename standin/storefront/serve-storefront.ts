import type { IncomingMessage, ServerResponse } from "node:http";
import { readFields, redirect, sendHtml, sendJson, serve, type Listening } from "../http/serve.ts";
import { DEMO_SHOP, type World } from "../world.ts";
import { answerAsset } from "./answer-assets.ts";
import { findPage } from "./find-page.ts";
import { forwardToProxy, proxyTarget } from "./forward-to-proxy.ts";
import { answerShopify } from "./privacy-api.ts";
import { renderPage, type Page, type Viewing } from "./render-page.ts";
import { basketCookie, cartObject, findVariant, readBasket, type Basket } from "./shop-objects.ts";
import { readVisitor } from "./visitor.ts";

interface Asked extends Viewing {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
}

async function sendPage(asked: Asked, page: Page, status = 200): Promise<void> {
  const { world, visitor, response } = asked;
  const html = await renderPage(asked, page);
  const { region, locale, tags } = visitor;
  world.visits.views.push({ at: new Date().toISOString(), path: page.path, region, locale, tags });
  sendHtml(response, html, status);
}

/** The cart with one line more, or another quantity of it; undefined when there is no such thing to put in. */
function basketAfter(basket: Basket, isAdded: boolean, fields: Record<string, unknown>): Basket | undefined {
  const id = Number(fields["id"]);
  const quantity = Number(fields["quantity"] ?? 1);
  if (findVariant(id) === undefined || !Number.isInteger(quantity) || quantity < 0) return undefined;
  const next = new Map(basket);
  next.set(id, isAdded ? (basket.get(id) ?? 0) + quantity : quantity);
  if (next.get(id) === 0) next.delete(id);
  return next;
}

/** `/cart/add` and `/cart/change`, as forms and, with `.js` after them, as JSON. */
async function changeCart({ request, response, url, basket }: Asked): Promise<boolean> {
  const action = /^\/cart\/(add|change)(\.js)?$/.exec(url.pathname);
  if (action === null || request.method !== "POST") return false;
  const next = basketAfter(basket, action[1] === "add", await readFields(request));
  if (next === undefined) {
    const description = "No such variant, or no such quantity.";
    sendJson(response, { status: 422, message: "Cart Error", description }, 422);
    return true;
  }
  response.appendHeader("Set-Cookie", basketCookie(next));
  if (action[2] === undefined) redirect(response, "/cart");
  else sendJson(response, cartObject(next));
  return true;
}

function signIn({ response, url }: Asked): string | undefined {
  if (url.pathname !== "/account/login") return undefined;
  const customer = (url.searchParams.get("customer") ?? "").replace(/\D/g, "");
  response.appendHeader("Set-Cookie", `standin_customer=${customer}; Path=/; HttpOnly; SameSite=Lax`);
  return `<div class="page-width"><h1>Signed in</h1><p>As customer ${customer || "nobody"}.</p></div>`;
}

async function answerPage(asked: Asked): Promise<void> {
  const { url } = asked;
  if (await changeCart(asked)) return;
  const account = signIn(asked);
  const page: Page | undefined =
    account === undefined
      ? findPage(asked, url)
      : { template: "customers/account", title: "Account", path: url.pathname, content: account };
  if (page === undefined) await sendPage(asked, { template: "404", title: "Not found", path: url.pathname }, 404);
  else await sendPage(asked, page);
}

/** The demo shop as shoppers see it, with the app's proxy below `/apps/…`. */
export async function serveStorefront(port: number, late: () => World): Promise<Listening> {
  return serve(port, async (request, response, url) => {
    const world = late();
    if (await answerAsset(world, url.pathname, request, response)) return;
    const visitor = readVisitor(world, DEMO_SHOP, request, url);
    const asked: Asked = { world, shop: DEMO_SHOP, visitor, basket: readBasket(request), request, response, url };
    const target = proxyTarget(world, url, visitor.customer);
    if (target !== undefined) {
      const path = url.pathname;
      await forwardToProxy(target, request, response, (content) =>
        renderPage(asked, { template: "page", title: "Privacy", path, content }),
      );
      return;
    }
    if (await answerShopify(asked, url.pathname)) return;
    if (url.pathname === "/favicon.ico") {
      response.writeHead(204).end();
      return;
    }
    if (url.pathname.startsWith("/cdn/")) {
      sendJson(response, { error: "Not Found" }, 404);
      return;
    }
    for (const cookie of visitor.setCookies) response.appendHeader("Set-Cookie", cookie);
    await answerPage(asked);
  });
}
