import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import type { Download } from "./download-package.server.ts";

/** A package as the answer to a browser, which saves it as a file. */
export function packageResponse(download: Download): Response {
  return new Response(createReadableStreamFromReadable(Readable.from(download.parts)), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Length": String(download.bytes),
      "Content-Disposition": `attachment; filename="${download.name}"`,
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
