import { request as ask, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { serve, type Listening } from "../http/serve.ts";
import type { World } from "../world.ts";

/**
 * Two things in the app's answers name Shopify's own hosts and cannot work here: who may frame it, and the preload of
 * App Bridge from Shopify's CDN.
 */
function localHeaders(headers: IncomingHttpHeaders, admin: string): IncomingHttpHeaders {
  const { link: _preload, ...rest } = headers;
  const policy = headers["content-security-policy"];
  if (typeof policy !== "string") return rest;
  const framed = policy.replace(/frame-ancestors ([^;]*)/, (all, hosts: string) =>
    hosts.includes("admin.shopify.com") ? `frame-ancestors ${hosts} ${admin}` : all,
  );
  return { ...rest, "content-security-policy": framed };
}

function upstream(world: World, request: IncomingMessage): ReturnType<typeof ask> {
  const app = new URL(world.settings.appUpstream);
  return ask({
    host: app.hostname,
    port: app.port,
    path: request.url,
    method: request.method,
    headers: { ...request.headers, "x-forwarded-host": request.headers.host, "x-forwarded-proto": "http" },
  });
}

function forward(world: World, request: IncomingMessage, response: ServerResponse): void {
  const onward = upstream(world, request);
  onward.on("response", (answer) => {
    response.writeHead(answer.statusCode ?? 502, localHeaders(answer.headers, world.urls.admin));
    answer.pipe(response);
    answer.on("error", () => response.destroy());
  });
  onward.on("error", () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502, { "Content-Type": "text/plain" }).end("The app does not answer.");
  });
  response.on("close", () => onward.destroy());
  request.pipe(onward);
}

/** WebSockets, which the development server uses. */
function upgrade(world: World, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const onward = upstream(world, request);
  onward.on("upgrade", (answer, other, otherHead) => {
    const lines = answer.rawHeaders.reduce((text, part, index) => text + part + (index % 2 === 0 ? ": " : "\r\n"), "");
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines}\r\n`);
    other.write(head);
    socket.write(otherHead);
    other.pipe(socket).pipe(other);
    for (const [end, far] of [
      [socket, other],
      [other, socket],
    ] as const)
      end.on("error", () => far.destroy());
  });
  onward.on("response", () => socket.destroy());
  onward.on("error", () => socket.destroy());
  onward.end();
}

/** The app's address for browsers: everything goes on to the app's server. */
export async function serveTunnel(port: number, world: () => World): Promise<Listening> {
  const listening = await serve(port, (request, response) => {
    forward(world(), request, response);
  });
  listening.server.on("upgrade", (request, socket, head) => {
    upgrade(world(), request, socket, head);
  });
  return listening;
}
