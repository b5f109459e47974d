import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { exportBundle } from "../../evidence/export-bundle.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";

/** Streams the store's whole evidence chain as one signed file. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const { shop } = await merchantRequest(request);
  const now = new Date();
  const name = `evidence-${shop.split(".")[0] ?? "store"}-${now.toISOString().slice(0, 10)}.json`;
  return new Response(createReadableStreamFromReadable(Readable.from(exportBundle(shop, now))), {
    headers: {
      "Content-Type": "application/json",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
    },
  });
}
