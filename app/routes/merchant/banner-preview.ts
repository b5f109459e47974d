import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { parseDecisions } from "../../consent/parse-decisions.server.ts";
import { checkDecisions } from "../../consent/settings.ts";
import { WORDINGS } from "../../consent/storefront-settings.ts";
import { bannerLanguages, writePreview } from "../../consent/write-preview.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";

const asked = z.object({
  decisions: z.unknown(),
  visitor: z.object({
    region: z.string().regex(/^(?:[A-Z]{2}(?:-[A-Z0-9]{1,3})?)?$/),
    language: z.string().refine((language) => bannerLanguages().includes(language)),
    signal: z.boolean(),
    wording: z.int().min(0).max(WORDINGS.length),
  }),
});

/** A page with the banner as a draft would make it, as HTML for a frame without rights. 400 for a draft that cannot be saved. */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  const { shop } = await merchantRequest(request);
  const form = asked.safeParse(await request.json().catch(() => undefined));
  const decisions = form.success ? parseDecisions(shop, form.data.decisions) : undefined;
  if (!form.success || !decisions || checkDecisions(decisions).length > 0)
    return new Response("This is no draft that could be saved.\n", { status: 400 });
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" };
  return new Response(await writePreview(shop, decisions, form.data.visitor), { headers });
}
