import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** The policy under which a banner must still stand: everything from the shop itself, nothing inline. */
const STRICT = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** What the server has: texts and bytes by path, and folders by the beginning of a path. */
export interface Site {
  files: Map<string, string | Buffer>;
  /** Beginning of a path, with a slash at its end → folder. */
  folders: Readonly<Record<string, string>>;
  /** Beginnings of paths that are answered with an empty 200, as servers answer what a page sends. */
  sinks: readonly string[];
}

/** A running server. */
export interface Server {
  origin: string;
  close: () => Promise<void>;
}

interface Answer {
  type: string;
  encoding: "br" | "gzip" | "";
  body: Buffer;
}

/**
 * Serves the pages on loopback as a content network would: compressed once, as strongly as the browser accepts, kept in
 * memory. A page asked for with `?strict` comes with a strict content security policy.
 */
export async function serve(site: Site): Promise<Server> {
  const kept = new Map<string, Answer>();
  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? "/", "http://shop");
    const accepted = incoming.headers["accept-encoding"]?.toString() ?? "";
    const encoding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : "";
    const key = `${encoding} ${url.pathname}`;
    const answer = kept.get(key) ?? compressed(site, url.pathname, encoding);
    if (answer) kept.set(key, answer);
    send(incoming, outgoing, answer, { isStrict: url.searchParams.has("strict"), sinks: site.sinks });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function send(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: Answer | null,
  { isStrict, sinks }: { isStrict: boolean; sinks: readonly string[] },
): void {
  if (!answer) {
    incoming.resume();
    const isSink = sinks.some((path) => incoming.url?.startsWith(path));
    outgoing.writeHead(isSink ? 200 : 404, { "content-type": "text/plain" }).end();
    return;
  }
  const isPage = answer.type.startsWith("text/html");
  outgoing.writeHead(200, {
    "content-type": answer.type,
    "content-length": answer.body.length,
    "cache-control": isPage ? "no-store" : "public, max-age=31536000, immutable",
    ...(answer.encoding === "" ? {} : { "content-encoding": answer.encoding }),
    ...(isStrict ? { "content-security-policy": STRICT } : {}),
  });
  outgoing.end(answer.body);
}

function compressed(site: Site, path: string, accepted: Answer["encoding"]): Answer | null {
  const content = site.files.get(path) ?? fromFolder(site.folders, path);
  if (content === null) return null;
  const type = TYPES[path.startsWith("/page/") ? ".html" : extname(path)] ?? "application/octet-stream";
  const raw = Buffer.from(content);
  const encoding = type === "image/jpeg" ? "" : accepted;
  return { type, encoding, body: encoding === "" ? raw : encoding === "br" ? brotli(raw) : gzip(raw) };
}

function fromFolder(folders: Site["folders"], path: string): Buffer | null {
  const found = Object.entries(folders).find(([start]) => path.startsWith(start));
  if (!found) return null;
  const [start, folder] = found;
  const file = normalize(join(folder, decodeURIComponent(path.slice(start.length))));
  return file.startsWith(normalize(folder)) && existsSync(file) ? readFileSync(file) : null;
}

/** As strong as gzip goes. */
export function gzip(raw: Buffer): Buffer {
  return gzipSync(raw, { level: 9 });
}

/** As strong as Brotli goes. */
export function brotli(raw: Buffer): Buffer {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
  return brotliCompressSync(raw, { params });
}
