import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { z } from "zod";
import { settings } from "../../env.server.ts";
import { countNeedsLook, listDeliveries } from "../../inbox/list-deliveries.server.ts";
import { missingScopes, WITHOUT_SCOPE } from "../../installation/missing-scopes.ts";
import { listProblems, retryProblem } from "../../jobs/problems.server.ts";
import { readMailState } from "../../mail/list-mails.server.ts";
import { checkChain } from "../../overview/check-chain.server.ts";
import { readConsentSummary } from "../../overview/read-consent-summary.server.ts";
import { readDifferences } from "../../overview/read-differences.server.ts";
import { readChainState, readOverview } from "../../overview/read-overview.server.ts";
import { readRetentionSummary } from "../../retention/read-retention.server.ts";
import { listRequests } from "../../requests/list-requests.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { refuseRole } from "../../staff/refuse-role.server.ts";
import { HomePage } from "../../ui/home/home-page.tsx";

const SHOWN = 5;
const RUNNING = ["open", "on-hold"] as const;

export const meta: MetaFunction = () => [{ title: "Home · Candor" }];

/** A check of the chain changes nothing on the page. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formData, defaultShouldRevalidate }) =>
  formData?.get("intent") !== "check-chain" && defaultShouldRevalidate;

/** What is due, what fails, and where the proof stands. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await merchantRequest(request);
  const now = new Date();
  const [overview, next, deliveries, needsLook, problems, chain, consent, mail, retention] = await Promise.all([
    readOverview(shop, now),
    listRequests(shop, { statuses: RUNNING }, { limit: SHOWN }, now),
    listDeliveries(shop, { limit: SHOWN }),
    countNeedsLook(shop),
    listProblems(shop),
    readChainState(shop),
    readConsentSummary(shop, now),
    readMailState(shop),
    readRetentionSummary(shop, now),
  ]);
  const differences = await readDifferences(shop, retention, now);
  const missing = overview.scopes === null ? [] : missingScopes(settings().scopes, overview.scopes);
  return {
    ...{ now, overview, needsLook, problems, chain, consent, mail, differences, retention },
    next: next.rows,
    deliveries: deliveries.rows,
    missing: missing.map((scope) => ({ scope, effect: WITHOUT_SCOPE[scope] ?? null })),
  };
}

const asked = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("retry"), job: z.string() }),
  z.object({ intent: z.literal("check-chain") }),
]);

/** Tries a failed job again, or checks the evidence chain. */
export async function action({ request }: ActionFunctionArgs) {
  const knock = await merchantRequest(request);
  const { shop } = knock;
  const form = asked.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  if (form.data.intent === "check-chain") return { check: await checkChain(shop, new Date()) };
  const refusal = await refuseRole(knock, "work");
  if (refusal) return refusal;
  const result = await retryProblem(shop, form.data.job);
  return result === "retried"
    ? { ok: true, message: "Candor is trying again" }
    : { ok: false, message: "This was already tried again" };
}

/** The home page. */
export default function Home() {
  return <HomePage {...useLoaderData<typeof loader>()} />;
}
