import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Server as TcpServer } from "node:net";

/** Answers a request itself, or throws: then the answer is 500 with the error's text, which is fine for a stand-in. */
export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => unknown;

/** A server on loopback only. */
export interface Listening {
  port: number;
  url: string;
  server: Server;
  close(): Promise<void>;
}

/** What `createServer` calls for each request. */
export function requestListener(handler: Handler): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    Promise.resolve()
      .then(() => handler(request, response, url))
      .catch((error: unknown) => {
        if (response.headersSent) response.destroy();
        else sendJson(response, { error: error instanceof Error ? error.message : String(error) }, 500);
      });
  };
}

/** Listens on 127.0.0.1 and answers the port; port 0 takes a free one. */
export async function listenOn(server: TcpServer, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Listens on 127.0.0.1; port 0 takes a free one. */
export async function serve(port: number, handler: Handler): Promise<Listening> {
  const server = createServer(requestListener(handler));
  const taken = await listenOn(server, port);
  return {
    port: taken,
    url: `http://localhost:${taken}`,
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** The whole body, at most `limit` bytes. */
export async function readBody(request: IncomingMessage, limit = 10 * 1024 * 1024): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) throw new Error("The request is too large");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** A JSON object, or the fields of a form. Throws when the body is neither. */
export async function readFields(request: IncomingMessage): Promise<Record<string, unknown>> {
  const text = (await readBody(request)).toString("utf8");
  if (text === "") return {};
  if (request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") === true)
    return Object.fromEntries(new URLSearchParams(text));
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw new Error("Send a JSON object");
  return parsed as Record<string, unknown>;
}

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "Content-Type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
}

export function sendHtml(response: ServerResponse, body: string, status = 200): void {
  response.writeHead(status, { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
  response.end(body);
}

export function redirect(response: ServerResponse, to: string): void {
  response.writeHead(303, { Location: to });
  response.end();
}
