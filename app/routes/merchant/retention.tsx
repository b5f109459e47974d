import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { RETENTION_CATEGORIES } from "../../register/retention-rules.ts";
import { approveRun, noteLook, type Approval } from "../../retention/approve-run.server.ts";
import { summarise } from "../../retention/figure.ts";
import { listRuns, readRetention } from "../../retention/read-retention.server.ts";
import { askForRun } from "../../retention/run-retention.server.ts";
import { readSamples } from "../../retention/samples.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { refuseRole } from "../../staff/refuse-role.server.ts";
import type { Answer } from "../../ui/answer.ts";
import { RetentionPage } from "../../ui/retention/retention-page.tsx";

export const meta: MetaFunction = () => [{ title: "Retention · Candor" }];

/** Each rule with what is past its period, whom a run would erase, and the runs so far. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await merchantRequest(request);
  const figures = await readRetention(shop, new Date());
  const [samples, runs] = await Promise.all([readSamples(shop, figures), listRuns(shop)]);
  return { figures, summary: summarise(figures), samples, runs, handle: shop.replace(/\.myshopify\.com$/, "") };
}

const asked = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("approve") }),
  z.object({ intent: z.literal("count") }),
  z.object({ intent: z.literal("looked-through"), category: z.enum(RETENTION_CATEGORIES) }),
]);

/** Approves a run, counts anew, or keeps that staff looked through what only they can end. */
export async function action({ request }: ActionFunctionArgs): Promise<Answer> {
  const knock = await merchantRequest(request);
  const { shop, staff } = knock;
  const now = new Date();
  const form = asked.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return { ok: false, message: "This cannot be done here. Load the page again" };
  const refusal = await refuseRole(knock, "work");
  if (refusal) return refusal;
  switch (form.data.intent) {
    case "approve":
      return TOLD[await approveRun(shop, { staff, now })];
    case "count":
      await askForRun(shop);
      return { ok: true, message: "Candor is counting: look again in a moment" };
    case "looked-through":
      await noteLook(shop, form.data.category, { staff, now });
      return { ok: true, message: "Noted, with the day" };
  }
}

const TOLD: Readonly<Record<Approval, Answer>> = {
  approved: { ok: true, message: "Candor opens the erasures now" },
  another: { ok: true, message: "Approved. A second person must approve it too" },
  same: { ok: false, message: "You have approved it already: another person must, too" },
  running: { ok: false, message: "It is being carried out already" },
  "no-rule": { ok: false, message: "No rule ends customer profiles: say in the register how long they are kept" },
};

/** The page of retention. */
export default function Retention() {
  return <RetentionPage {...useLoaderData<typeof loader>()} />;
}
