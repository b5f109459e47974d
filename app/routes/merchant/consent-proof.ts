import type { LoaderFunctionArgs } from "@remix-run/node";
import { readReceipt } from "../../consent/read-receipt.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";

/** One record with its proof, as a file that the verifier checks. 410 when it is gone, 404 when there is none (yet). */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { shop } = await merchantRequest(request);
  const receipt = await readReceipt(shop, params["receipt"] ?? "");
  if (receipt.state === "gone") throw new Response(null, { status: 410 });
  if (receipt.state === "unknown" || receipt.proof === null) throw new Response(null, { status: 404 });
  return new Response(`${JSON.stringify(receipt.proof, undefined, 2)}\n`, {
    headers: {
      "Content-Type": "application/json",
      "Content-Disposition": `attachment; filename="receipt-${receipt.record.id}.json"`,
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
