import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { LARGEST_FILE, showReply, takeReply, type Page } from "../../processors/reply.server.ts";
import { readLimited } from "../../shopify/read-limited.server.ts";

/** The form around a file: boundaries and the other fields (bytes). */
const AROUND_FILE = 64 * 1024;

const HEADERS = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Robots-Tag": "noindex",
  "Content-Security-Policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

const answer = ({ status, html }: Page) => new Response(html, { status, headers: HEADERS });

/** The page behind the link of a mail to a processor. Opening it changes nothing: mail programs open links by themselves. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  return answer(await showReply(params["token"] ?? "", new Date()));
}

/** What the processor says. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const body = await readLimited(request, LARGEST_FILE + AROUND_FILE);
  return answer(await takeReply(params["token"] ?? "", body && (await formOf(request, body)), new Date()));
}

/** An empty form for a body that is none: then the page says what is missing. */
async function formOf(request: Request, body: Buffer): Promise<FormData> {
  const headers = { "Content-Type": request.headers.get("content-type") ?? "" };
  return new Response(new Uint8Array(body), { headers }).formData().catch(() => new FormData());
}
