import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { log } from "./log.server.ts";
import { shopify } from "./shopify/app.server.ts";
import { start } from "./start.server.ts";

/** A page that isn't rendered after this long is cut off. Milliseconds. */
const RENDER_TIMEOUT_MS = 6_000;

// the development server has no other place to open the stores; elsewhere they are open by now
await start();

/** Renders a page; headers for the embedded frame come from Shopify's library. */
export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext) {
  shopify().addDocumentResponseHeaders(request, headers);
  const ready = isbot(request.headers.get("user-agent") ?? "") ? "onAllReady" : "onShellReady";
  return new Promise<Response>((resolve, reject) => {
    let code = status;
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
      [ready]: () => {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }));
        pipe(body);
      },
      onShellError: reject,
      onError: (error: unknown) => {
        code = 500;
        reportError(error);
      },
    });
    setTimeout(abort, RENDER_TIMEOUT_MS).unref();
  });
}

/** One of the two places that catch every error: what a door threw and nobody expected. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (!request.signal.aborted) reportError(error);
}

// messages may quote data; name and frames can't
function reportError(error: unknown): void {
  const frames = error instanceof Error ? error.stack?.split("\n").filter((line) => line.startsWith("    at ")) : [];
  log().error(
    { name: error instanceof Error ? error.name : "unknown", frames: frames?.slice(0, 8) },
    "a request failed",
  );
}
