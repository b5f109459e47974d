import { request as ask, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { html } from "../http/html.ts";
import { readBody, sendHtml } from "../http/serve.ts";
import { DEMO_SHOP, type World } from "../world.ts";
import { signProxyQuery } from "./sign-proxy-query.ts";

/** Shopify strips cookies in both directions (https://shopify.dev/docs/apps/build/online-store/app-proxies). */
function withoutCookies(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { cookie: _cookie, "set-cookie": _set, host: _host, connection: _connection, ...rest } = headers;
  return rest;
}

/** The app's address of a shop path below the proxy prefix, signed; undefined when the path is not below it. */
export function proxyTarget(world: World, url: URL, customer: string): URL | undefined {
  const { proxy } = world.app;
  if (proxy === undefined) return undefined;
  const prefix = `/${proxy.prefix}/${proxy.subpath}`;
  if (url.pathname !== prefix && !url.pathname.startsWith(`${prefix}/`)) return undefined;
  const base = new URL(proxy.url, world.settings.appUpstream);
  const target = new URL(base.pathname + url.pathname.slice(prefix.length), world.settings.appUpstream);
  const reserved = ["shop", "path_prefix", "timestamp", "logged_in_customer_id", "signature"];
  for (const [name, value] of url.searchParams) if (!reserved.includes(name)) target.searchParams.append(name, value);
  target.searchParams.set("shop", DEMO_SHOP);
  target.searchParams.set("path_prefix", prefix);
  target.searchParams.set("timestamp", String(Math.floor(world.appClock.now() / 1000)));
  target.searchParams.set("logged_in_customer_id", customer);
  target.searchParams.set("signature", signProxyQuery(target.searchParams, world.settings.apiSecrets[0] ?? ""));
  return target;
}

/**
 * Sends a shopper's request on to the app. An answer of type `application/liquid` is rendered into the theme by
 * `frame`; one that is no Liquid is the app's error.
 */
export async function forwardToProxy(
  target: URL,
  request: IncomingMessage,
  response: ServerResponse,
  frame: (content: string) => Promise<string>,
): Promise<void> {
  const body = await readBody(request);
  await new Promise<void>((resolve) => {
    const headers = { ...withoutCookies(request.headers), "content-length": body.length };
    const onward = ask(target, { method: request.method, headers }, (answer) => {
      const liquid = answer.headers["content-type"]?.startsWith("application/liquid") === true;
      if (!liquid) {
        response.writeHead(answer.statusCode ?? 502, withoutCookies(answer.headers));
        answer.pipe(response);
        answer.on("close", resolve);
        return;
      }
      void readBody(answer)
        .then((content) => frame(content.toString("utf8")))
        .then((page) => {
          sendHtml(response, page, answer.statusCode ?? 502);
        })
        .catch((error: unknown) => {
          sendHtml(
            response,
            html`<h1>Liquid error</h1>
              <p>${String(error)}</p>`.html,
            502,
          );
        })
        .finally(resolve);
    });
    onward.on("error", () => {
      const sorry = '<div class="page-width"><h1>There was an error in the third-party application.</h1></div>';
      void frame(sorry)
        .then((page) => {
          sendHtml(response, page, 502);
        })
        .finally(resolve);
    });
    onward.end(body);
  });
}
