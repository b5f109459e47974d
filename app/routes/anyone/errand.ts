import type { ActionFunctionArgs } from "@remix-run/node";
import { receiveCallback } from "../../processors/receive-callback.server.ts";
import { readLimited } from "../../shopify/read-limited.server.ts";

const LARGEST = 10 * 1024 * 1024;

/** Where a program of a processor says that an errand is done: docs/processor-protocol.md, "Callback". */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const body = await readLimited(request, LARGEST);
  if (!body) return new Response(null, { status: 413 });
  const status = await receiveCallback(params["token"] ?? "", request.headers, body.toString(), new Date());
  return new Response(null, { status });
}
