import type { IncomingMessage, ServerResponse } from "node:http";
import { readBody, sendHtml, sendJson } from "../http/serve.ts";
import type { World } from "../world.ts";
import { hitsPage } from "./hits-page.ts";
import { localAddresses } from "./local-addresses.ts";
import { serveBoth } from "./serve-both.ts";
import { tagScript } from "./tag-script.ts";
import { fileAt, vendorOf } from "./vendors.ts";

/** One request that a page made to a third party. */
export interface Hit {
  /** ISO 8601. */
  at: string;
  /** Which vendor's host was called; the first part of the path where the host is nobody's. */
  vendor: string;
  host: string;
  method: string;
  path: string;
  referer: string | null;
  /** Of the body. */
  bytes: number;
  /** The browser's Sec-Fetch-Dest: "script", "image", "iframe", "empty" (fetch, XHR, beacon); "" when it sent none. */
  dest: string;
  /** "prefetch" when the browser only looked ahead. */
  purpose: string;
}

const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const header = (request: IncomingMessage, name: string): string => String(request.headers[name] ?? "");

/** The vendor's host, also when it was reached as `<host>.localhost:PORT`. */
function hostOf(request: IncomingMessage): { host: string; isLocal: boolean } {
  const name = header(request, "host").replace(/:\d+$/, "");
  const isLocal = name.endsWith(".localhost");
  return { host: isLocal ? name.slice(0, -".localhost".length) : name, isLocal };
}

function makeHit(request: IncomingMessage, url: URL, host: string, bytes: number): Hit {
  const path = url.pathname + url.search;
  const vendor = fileAt(host + path)?.vendor ?? vendorOf(host);
  return {
    at: new Date().toISOString(),
    vendor: vendor?.id ?? url.pathname.split("/")[1] ?? "",
    host,
    method: request.method ?? "GET",
    path,
    referer: request.headers.referer ?? null,
    bytes,
    dest: header(request, "sec-fetch-dest"),
    purpose: header(request, "sec-purpose"),
  };
}

function answerHit(hit: Hit, response: ServerResponse, local: (text: string) => string): void {
  const file = fileAt(hit.host + hit.path);
  const script = file === undefined ? "" : tagScript(file.doing, local);
  response.setHeader("Cache-Control", "no-store");
  if (hit.dest === "iframe" || hit.dest === "frame") {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>Stand-in of ${hit.host}</title><p>${hit.host}</p><script>${script}</script>`);
  } else if (file !== undefined || hit.dest === "script" || hit.path.split("?")[0]?.endsWith(".js") === true) {
    response.setHeader("Content-Type", "text/javascript; charset=utf-8");
    response.end(script || `document.cookie = "_tag_${hit.vendor.replace(/\W/g, "")}=1; path=/";`);
  } else if (hit.method === "POST") response.writeHead(204).end();
  else {
    response.setHeader("Content-Type", "image/gif");
    response.end(PIXEL);
  }
}

/** What the hosts saw since the start, or since it was forgotten. */
export interface Seen {
  hits: Hit[];
  /** Hosts to which a TLS connection was opened, with or without a request. */
  contacts: { at: string; host: string }[];
}

/** The stand-in's own pages on this port; false when the request is a vendor's. */
function answerOwn(seen: Seen, world: World, request: IncomingMessage, response: ServerResponse): boolean {
  const forget = request.method === "DELETE";
  switch (new URL(request.url ?? "/", "http://localhost").pathname) {
    case "/":
      sendHtml(response, hitsPage(seen.hits, world.visits));
      return true;
    case "/hits.json":
      if (forget) seen.hits = [];
      sendJson(response, seen.hits);
      return true;
    case "/contacts.json":
      if (forget) seen.contacts = [];
      sendJson(response, seen.contacts);
      return true;
    default:
      return false;
  }
}

/** The tag hosts, running. */
export interface TagHosts {
  port: number;
  url: string;
  seen: Seen;
  close(): Promise<void>;
}

/**
 * Hosts of third-party tags, HTTP and HTTPS on one port: every request is recorded (`/hits.json`, oldest first; `DELETE`
 * empties it) and answered as the vendor would, so that a page that runs tags before consent gives itself away.
 */
export async function serveTags(port: number, world: () => World): Promise<TagHosts> {
  const seen: Seen = { hits: [], contacts: [] };
  const listening = await serveBoth(
    port,
    async (request, response, url) => {
      const { host, isLocal } = hostOf(request);
      response.setHeader("Access-Control-Allow-Origin", "*");
      const isOwn = host === "localhost" || host === "127.0.0.1";
      if (isOwn && answerOwn(seen, world(), request, response)) return;
      const body = await readBody(request);
      const hit = makeHit(request, url, host, body.length);
      seen.hits.push(hit);
      answerHit(hit, response, isLocal ? (text) => localAddresses(text, listening.port) : (text) => text);
    },
    (host) => {
      seen.contacts.push({ at: new Date().toISOString(), host });
    },
  );
  return { ...listening, url: `http://localhost:${listening.port}`, seen };
}
