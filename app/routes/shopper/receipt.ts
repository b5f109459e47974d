import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { readReceipt, type Receipt } from "../../consent/read-receipt.server.ts";
import { receiptPage } from "../../consent/write-choices-page.server.ts";
import { proxyRequest, readFormField } from "../../shopify/proxy-request.server.ts";
import { PAGE_HEADERS } from "../../storefront-page/storefront-page.ts";

const STATUS = { known: 200, gone: 410, unknown: 404 } as const;

/**
 * `{proxy}/receipt/{number}` as a page; with `.json` (or asked for JSON) the proof that `verify/verify.mjs` checks.
 * 404 for a number that this shop never gave, 410 for a choice that is no longer kept; JSON before the sealing is 202.
 */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { shop, path } = await proxyRequest(request);
  const given = params["receipt"] ?? "";
  const found = given === "" ? null : await readReceipt(shop, given.replace(/\.json$/, ""));
  const wantsJson = given.endsWith(".json") || request.headers.get("accept") === "application/json";
  return found && wantsJson ? proofOf(found) : pageOf(found, path);
}

/** The same page for a number that comes in the form's field `receipt`. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const { shop, path } = await proxyRequest(request);
  return pageOf(await readReceipt(shop, await readFormField(request, "receipt")), path);
}

function pageOf(found: Receipt | null, path: string): Response {
  return new Response(receiptPage(found, path), { status: found ? STATUS[found.state] : 200, headers: PAGE_HEADERS });
}

function proofOf(found: Receipt): Response {
  const headers = { "Cache-Control": "private, no-store" };
  if (found.state !== "known") return Response.json({ state: found.state }, { status: STATUS[found.state], headers });
  if (!found.proof) return Response.json({ state: "not sealed yet" }, { status: 202, headers });
  return Response.json(found.proof, {
    headers: { ...headers, "Content-Disposition": `attachment; filename="receipt.json"` },
  });
}
