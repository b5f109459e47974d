import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AREAS, areasOf, regionsOf, type Area } from "../../policy/areas.ts";
import { auditPolicy } from "../../policy/audit.ts";
import { fetchPolicy, readShipsTo } from "../../policy/fetch-policy.server.ts";
import { readPolicy } from "../../policy/reading/read-policy.server.ts";
import { takeClaims } from "../../policy/take-claims.server.ts";
import { merchantRequest, type MerchantRequest } from "../../shopify/merchant-request.server.ts";
import { ShopifyRefused } from "../../shopify/shopify-refused.ts";
import { knowStaff } from "../../staff/know-staff.server.ts";
import { may, MAY_NOT } from "../../staff/roles.ts";
import type { Answer } from "../../ui/answer.ts";
import { AuditPage } from "../../ui/policy/audit-page.tsx";
import type { Audited } from "../../ui/policy/audited.ts";

export const meta: MetaFunction = () => [{ title: "Your policy today · Candor" }];

/** Longer than any policy (UTF-16 units of what is pasted). */
const LONGEST = 500_000;

/** Where the store's buyers are. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await merchantRequest(request);
  return { chosen: areasOf(await readShipsTo(shop)) };
}

const areas = z
  .string()
  .transform((text) => text.split(",").filter(Boolean))
  .pipe(z.array(z.enum(AREAS)).min(1));
const policy = z.string().max(LONGEST).regex(/\p{L}/u);
const asked = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("fetch"), areas }),
  z.object({ intent: z.literal("audit"), areas, policy }),
  z.object({ intent: z.literal("take"), areas, policy }),
]);

/** Looks a policy over, the pasted one or the one at Shopify; or takes over what it claims. */
export async function action({ request }: ActionFunctionArgs): Promise<Audited | Answer> {
  const merchant = await merchantRequest(request);
  const form = asked.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return { ok: false, message: "Paste a policy, and choose at least one place" };
  const now = new Date();
  try {
    if (form.data.intent === "fetch") return await fetched(merchant, form.data.areas, now);
    if (form.data.intent === "audit") return await audited(merchant.shop, form.data.policy, form.data.areas, now);
    return await taken(merchant, form.data.policy, now);
  } catch (error) {
    if (error instanceof ShopifyRefused) return { ok: false, message: error.message };
    throw error;
  }
}

async function fetched({ shop, admin }: MerchantRequest, chosen: Area[], now: Date): Promise<Audited> {
  const found = await fetchPolicy(shop, admin);
  return found.kind === "found" ? audited(shop, found.policy, chosen, now) : found;
}

async function audited(shop: string, source: string, chosen: Area[], now: Date): Promise<Audited> {
  const document = readPolicy(source);
  const regions = regionsOf(chosen, await readShipsTo(shop));
  const audit = auditPolicy(document, regions, now.toISOString().slice(0, 10));
  return { kind: "audited", policy: source, text: document.text, audit };
}

async function taken(merchant: MerchantRequest, source: string, now: Date): Promise<Answer> {
  const me = await knowStaff(merchant, now);
  if (!may(me.role, "work")) return { ok: false, message: MAY_NOT.work };
  const audit = auditPolicy(readPolicy(source), regionsOf([...AREAS], []));
  const changed = await takeClaims(merchant.shop, audit, { staff: merchant.staff, now });
  return {
    ok: true,
    message:
      changed.length === 0
        ? "Nothing new for the register"
        : `${changed.length} ${changed.length === 1 ? "fact" : "facts"} noted as claimed`,
  };
}

/** The page on the store's policy as it is. */
export default function PolicyAuditPage() {
  return <AuditPage {...useLoaderData<typeof loader>()} />;
}
