import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readTurn } from "../../paging/keyset.ts";
import { countNeedsLook, listDeliveries } from "../../inbox/list-deliveries.server.ts";
import { replayDelivery } from "../../inbox/replay-delivery.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { refuseRole } from "../../staff/refuse-role.server.ts";
import type { Answer } from "../../ui/answer.ts";
import { DeliveriesPage } from "../../ui/deliveries/deliveries-page.tsx";

export const meta: MetaFunction = () => [{ title: "Deliveries · Candor" }];

/** A page of what Shopify sent. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await merchantRequest(request);
  const { searchParams } = new URL(request.url);
  const needsLook = searchParams.get("show") === "needs-look";
  const turn = readTurn(searchParams.get("after"), searchParams.get("before"));
  const page = await listDeliveries(shop, { needsLook, turn });
  return { needsLook, page, count: await countNeedsLook(shop) };
}

const asked = z.object({ intent: z.literal("replay"), delivery: z.uuid() });

/** Tries a delivery again. */
export async function action({ request }: ActionFunctionArgs): Promise<Answer> {
  const knock = await merchantRequest(request);
  const { shop, staff } = knock;
  const form = asked.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  const refusal = await refuseRole(knock, "work");
  if (refusal) return refusal;
  const result = await replayDelivery(shop, form.data.delivery, { staff, now: new Date() });
  return result === "queued"
    ? { ok: true, message: "Candor is trying the delivery again" }
    : { ok: false, message: "There is nothing left to do for this delivery" };
}

/** The deliveries page. */
export default function Deliveries() {
  return <DeliveriesPage {...useLoaderData<typeof loader>()} />;
}
