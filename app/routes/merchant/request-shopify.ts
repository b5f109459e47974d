import { data, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { askShopifyAsStaff, noteAsked } from "../../requests/ask-shopify.server.ts";
import { customerLink } from "../../requests/customer-link.server.ts";
import { liftRequest } from "../../requests/lift-limit.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { knowStaff } from "../../staff/know-staff.server.ts";
import { may, MAY_NOT } from "../../staff/roles.ts";
import type { Answer } from "../../ui/answer.ts";

const asked = z.object({ intent: z.enum(["ask-erasure", "asked-erasure", "open-customer", "lift"]) });

const NOT_ALLOWED: Answer = {
  ok: false,
  message: "Shopify does not let you erase customers: ask the owner, or do it in Shopify",
};
const NO_CUSTOMER: Answer = { ok: false, message: "Shopify has no record of this customer" };
const SETTLED: Answer = { ok: false, message: "Shopify's part is over already" };

/** What a member of staff does at Shopify for a request, with what Shopify lets them do. */
export async function action({ request, params }: ActionFunctionArgs) {
  const knock = await merchantRequest(request);
  const { shop, staff, asStaff } = knock;
  const id = z.uuid().safeParse(params["request"]);
  const form = asked.safeParse(Object.fromEntries(await request.formData()));
  if (!id.success || !form.success) throw new Response(null, { status: 404 });
  const acting = { staff, now: new Date() };
  if (!may((await knowStaff(knock, acting.now)).role, "work")) return { ok: false, message: MAY_NOT.work };
  switch (form.data.intent) {
    case "ask-erasure":
      return ASKED[await askShopifyAsStaff(shop, id.data, await asStaff(), acting)];
    case "asked-erasure":
      return (await noteAsked(shop, id.data, acting))
        ? { ok: true, message: "Kept. Candor looks whether Shopify erases the customer" }
        : SETTLED;
    case "lift":
      return LIFTED[await liftRequest(shop, id.data, acting)];
    case "open-customer": {
      const url = await customerLink(shop, id.data, acting);
      const answer = url === null ? NO_CUSTOMER : { ok: true, message: "Opening the customer in Shopify", url };
      return data(answer, { headers: { "Cache-Control": "no-store" } });
    }
  }
}

const ASKED: Readonly<Record<Awaited<ReturnType<typeof askShopifyAsStaff>>, Answer>> = {
  asked: { ok: true, message: "Shopify was asked to erase the customer" },
  denied: NOT_ALLOWED,
  "no-customer": NO_CUSTOMER,
  settled: SETTLED,
};

const LIFTED: Readonly<Record<Awaited<ReturnType<typeof liftRequest>>, Answer>> = {
  lifted: { ok: true, message: "Lifted at Shopify" },
  nothing: { ok: false, message: "This request has set nothing at Shopify" },
  unchanged: { ok: false, message: "Shopify said yes, but nothing changed. Try again in some minutes" },
};
