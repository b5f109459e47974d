import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { downloadPackage } from "../../requests/download-package.server.ts";
import { readRequest } from "../../requests/read-request.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";

/** Streams a request's package; each download is evidence. 410 once it is gone, 404 when there is no such request. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { shop, staff } = await merchantRequest(request);
  const now = new Date();
  const view = await readRequest(shop, params["request"] ?? "", now);
  if (!view) throw new Response(null, { status: 404 });
  const download = view.package ? await downloadPackage(shop, view.package.id, staff, now) : "gone";
  if (download === "gone") throw new Response(null, { status: 410 });
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
