import type { LoaderFunctionArgs } from "@remix-run/node";
import { readStoreRegister } from "../../register/change-register.server.ts";
import { writeRecordCsv, writeRecordJson } from "../../register/write-record.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";

const TYPES: Readonly<Record<string, string>> = { csv: "text/csv; charset=utf-8", json: "application/json" };

/** The record of processing (GDPR art. 30) as a file: `csv` a row for each purpose, `json` the whole register too. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { shop } = await merchantRequest(request);
  const format = params["format"] ?? "";
  const type = TYPES[format];
  if (type === undefined) throw new Response(null, { status: 404 });
  const now = new Date();
  const register = await readStoreRegister(shop);
  const text = format === "csv" ? writeRecordCsv(shop, register) : writeRecordJson(shop, register, now);
  const name = `record-of-processing-${shop.split(".")[0] ?? "store"}-${now.toISOString().slice(0, 10)}.${format}`;
  return new Response(text, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
