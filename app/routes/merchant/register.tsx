import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { applyBanner } from "../../consent/save-decisions.server.ts";
import { tellRegister } from "../../consent/tell-register.server.ts";
import { ISSUE_CODES } from "../../policy/issue-codes.ts";
import { issuesOf, mendIssue } from "../../policy/issues.ts";
import { changeRegister, readStoreRegister } from "../../register/change-register.server.ts";
import { QUESTIONS } from "../../register/interview.ts";
import { readQuestionStates } from "../../register/keep-answers.server.ts";
import { readAtShopify } from "../../register/read-shopify.server.ts";
import { VENDORS } from "../../register/vendors.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { refuseRole } from "../../staff/refuse-role.server.ts";
import { ShopifyRefused } from "../../shopify/shopify-refused.ts";
import type { Answer } from "../../ui/answer.ts";
import { RegisterPage } from "../../ui/register/register-page.tsx";

export const meta: MetaFunction = () => [{ title: "Register · Candor" }];

const dayOf = (now: Date) => now.toISOString().slice(0, 10);

/** The register, what is wrong with it, and how far the questions are answered. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await merchantRequest(request);
  const [register, states] = await Promise.all([readStoreRegister(shop), readQuestionStates(shop)]);
  const inUse = new Set(register.vendors.map(({ vendor }) => vendor));
  const others = VENDORS.filter(({ id }) => !inUse.has(id)).map(({ id, name }) => ({ id, name }));
  const answered = [...states.values()].filter((state) => state === "answered").length;
  const progress = { answered, skipped: states.size - answered, all: QUESTIONS.length };
  return { register, issues: issuesOf(register, dayOf(new Date())), progress, others };
}

const asked = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("mend"),
    code: z.enum(ISSUE_CODES),
    fact: z.string().max(200),
    about: z.string().max(500),
  }),
  z.object({ intent: z.literal("look") }),
]);

/** Mends an issue, or looks again at Shopify and at what pages reported. */
export async function action({ request }: ActionFunctionArgs): Promise<Answer> {
  const knock = await merchantRequest(request);
  const { shop, staff, admin } = knock;
  const form = asked.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  const refusal = await refuseRole(knock, "work");
  if (refusal) return refusal;
  const now = new Date();
  if (form.data.intent === "look") {
    try {
      const ids = await readAtShopify(shop, admin, now);
      await tellRegister(shop, now);
      return { ok: true, message: ids.length === 0 ? "Nothing new at Shopify" : "The register was brought up to date" };
    } catch (error) {
      if (error instanceof ShopifyRefused) return { ok: false, message: error.message };
      throw error;
    }
  }
  const issue = form.data;
  const result = await changeRegister(shop, (register) => mendIssue(register, issue, dayOf(now)) ?? register, {
    ...{ staff, now, origin: "mend" },
    setBanner: (tx, of, banner) => applyBanner(tx, of, banner, now),
  });
  if (result.kind === "wrong") return { ok: false, message: result.why };
  return result.ids.length > 0 ? { ok: true, message: "Mended" } : { ok: false, message: "It is mended already" };
}

/** The register's page. */
export default function RegisterDoor() {
  return <RegisterPage {...useLoaderData<typeof loader>()} />;
}
