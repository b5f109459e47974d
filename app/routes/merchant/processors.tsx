import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listCandidates } from "../../consent/candidates.server.ts";
import { checkProcessor } from "../../processors/check-processor.server.ts";
import { allProcessors } from "../../processors/list-processors.server.ts";
import { offerVendors } from "../../processors/offer-vendors.server.ts";
import { turnProcessor } from "../../processors/turn-processor.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { knowStaff } from "../../staff/know-staff.server.ts";
import { may, MAY_NOT } from "../../staff/roles.ts";
import type { Answer } from "../../ui/answer.ts";
import { ProcessorsPage } from "../../ui/processors/processors-page.tsx";

export const meta: MetaFunction = () => [{ title: "Processors · Candor" }];

/** The store's processors, and services that it uses and that are none yet. */
export async function loader({ request }: LoaderFunctionArgs) {
  const knock = await merchantRequest(request);
  const now = new Date();
  const [me, processors, seen] = await Promise.all([
    knowStaff(knock, now),
    allProcessors(knock.shop),
    listCandidates(knock.shop, now),
  ]);
  const taken = processors.map(({ vendor }) => vendor);
  const offers = await offerVendors(knock.shop, { taken, seen });
  const found = offers.filter(({ isUsed }) => isUsed).map(({ id, name, connector }) => ({ id, name, connector }));
  return { processors, found, mayRule: may(me.role, "rule"), mayWork: may(me.role, "work") };
}

const asked = z.object({
  intent: z.enum(["check", "turn-off", "turn-on"]),
  processor: z.string().max(100),
});

/** Checks a connection, or turns a processor off or on. */
export async function action({ request }: ActionFunctionArgs): Promise<Answer> {
  const knock = await merchantRequest(request);
  const now = new Date();
  const me = await knowStaff(knock, now);
  const form = asked.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  const { intent, processor } = form.data;
  const need = intent === "check" ? "work" : "rule";
  if (!may(me.role, need)) return { ok: false, message: MAY_NOT[need] };
  if (intent === "check") return told(await checkProcessor(knock.shop, processor, now));
  const isActive = intent === "turn-on";
  const turned = await turnProcessor(knock.shop, processor, { isActive, by: me.staff, now });
  if (turned === "unknown") throw new Response(null, { status: 404 });
  return { ok: true, message: isActive ? "It has a part in new requests again" : "It has no part in new requests now" };
}

function told(checked: Awaited<ReturnType<typeof checkProcessor>>): Answer {
  if (checked.kind === "unknown") throw new Response(null, { status: 404 });
  return checked.kind === "good" ? { ok: true, message: checked.found } : { ok: false, message: checked.cause };
}

/** The processors page. */
export default function Processors() {
  return <ProcessorsPage {...useLoaderData<typeof loader>()} />;
}
