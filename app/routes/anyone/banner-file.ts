import type { LoaderFunctionArgs } from "@remix-run/node";
import { readBannerFile } from "../../consent/read-banner-file.server.ts";

/**
 * The storefront's scripts for the editor's preview. They are public at Shopify's CDN, too; the preview's frame has no
 * origin, so it could prove nothing. 404 for what is none of them.
 */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const text = await readBannerFile(params["file"] ?? "");
  if (text === undefined) return new Response("There is no such file.\n", { status: 404 });
  const headers = {
    "Content-Type": "text/javascript; charset=utf-8",
    "Cache-Control": "public, max-age=60",
    "X-Content-Type-Options": "nosniff",
  };
  return new Response(text, { headers });
}
