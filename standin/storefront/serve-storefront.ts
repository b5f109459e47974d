import { html } from "../http/html.ts";
import { sendHtml, serve, type Listening } from "../http/serve.ts";
import type { World } from "../world.ts";
import { forwardToProxy, proxyTarget } from "./forward-to-proxy.ts";
import { collectionPage, productPage, storefrontPage } from "./storefront-page.ts";

/** The id of the shopper who is signed in, from a cookie that `/account/login?customer=ID` sets. */
function signedIn(cookie: string | undefined): string {
  return /(?:^|;\s*)standin_customer=(\d+)/.exec(cookie ?? "")?.[1] ?? "";
}

/** The demo shop as shoppers see it, with the app's proxy below `/apps/…`. */
export async function serveStorefront(port: number, world: () => World): Promise<Listening> {
  return serve(port, async (request, response, url) => {
    const target = proxyTarget(world(), url, signedIn(request.headers.cookie));
    if (target !== undefined) {
      await forwardToProxy(target, request, response, (content) => storefrontPage("Privacy", { html: content }));
      return;
    }
    if (url.pathname === "/account/login") {
      const customer = url.searchParams.get("customer") ?? "";
      response.setHeader(
        "Set-Cookie",
        `standin_customer=${customer.replace(/\D/g, "")}; Path=/; HttpOnly; SameSite=Lax`,
      );
      sendHtml(
        response,
        storefrontPage(
          "Account",
          html`<h1>Signed in</h1>
            <p>As customer ${customer}.</p>`,
        ),
      );
      return;
    }
    const product = /^\/products\/([a-z0-9-]+)$/.exec(url.pathname)?.[1];
    const page = product === undefined ? (url.pathname === "/" ? collectionPage() : undefined) : productPage(product);
    if (page === undefined) sendHtml(response, storefrontPage("Not found", html`<h1>Not found</h1>`), 404);
    else sendHtml(response, page);
  });
}
