import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { exportConsents } from "../../consent/export-consents.server.ts";
import { readRecordChoice } from "../../consent/record-filter.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";

/** Streams the consent records that the page's filters name, as CSV. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const { shop } = await merchantRequest(request);
  const { filter } = readRecordChoice(new URL(request.url).searchParams);
  const name = `consent-${shop.split(".")[0] ?? "store"}-${new Date().toISOString().slice(0, 10)}.csv`;
  return new Response(createReadableStreamFromReadable(Readable.from(exportConsents(shop, filter))), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
