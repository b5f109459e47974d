import { Readable } from "node:stream";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { exportRequests, writeMetrics } from "../../requests/export-requests.server.ts";
import { readMetrics } from "../../requests/read-metrics.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";

const asked = z.object({ what: z.enum(["metrics", "all"]), format: z.enum(["csv", "json"]) });
const year = z.coerce.number().int().min(2000).max(2200);

/** A year's figures (`metrics`, `?year=`), or every request for an auditor (`all`), as CSV or JSON. Nobody is named. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { shop } = await merchantRequest(request);
  const wanted = asked.safeParse(params);
  if (!wanted.success) throw new Response(null, { status: 404 });
  const { what, format } = wanted.data;
  const store = shop.split(".")[0] ?? "store";
  if (what === "all") return file(`requests-${store}.${format}`, format, exportRequests(shop, format));
  const of = year.safeParse(new URL(request.url).searchParams.get("year"));
  if (!of.success) throw new Response(null, { status: 404 });
  const text = writeMetrics(shop, { year: of.data, rows: await readMetrics(shop, of.data) }, format);
  return file(`requests-${store}-${String(of.data)}.${format}`, format, [text]);
}

function file(name: string, format: "csv" | "json", pieces: AsyncIterable<string> | Iterable<string>): Response {
  return new Response(createReadableStreamFromReadable(Readable.from(pieces)), {
    headers: {
      "Content-Type": format === "csv" ? "text/csv; charset=utf-8" : "application/json",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
