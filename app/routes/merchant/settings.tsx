import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { readDeskRules, saveDeskRules } from "../../staff/desk-rules.server.ts";
import { giveRole } from "../../staff/give-role.server.ts";
import { knowStaff } from "../../staff/know-staff.server.ts";
import { listStaff } from "../../staff/list-staff.server.ts";
import { may, MAY_NOT, STAFF_ROLES } from "../../staff/roles.ts";
import type { Answer } from "../../ui/answer.ts";
import { SettingsPage } from "../../ui/settings/settings-page.tsx";

export const meta: MetaFunction = () => [{ title: "Settings · Candor" }];

/** Who of the staff may do what, and how they work together. */
export async function loader({ request }: LoaderFunctionArgs) {
  const knock = await merchantRequest(request);
  const me = await knowStaff(knock, new Date());
  const [staff, rules] = await Promise.all([listStaff(knock.shop), readDeskRules(knock.shop)]);
  return { me, staff, rules, mayRule: may(me.role, "rule") };
}

const asked = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("role"), member: z.string().regex(/^[0-9a-f]{32}$/), role: z.enum(STAFF_ROLES) }),
  z.object({ intent: z.literal("rules"), fourEyes: z.enum(["yes", "no"]) }),
]);

const REFUSED = {
  unknown: "This person has never opened Candor",
  "account-owner": "The owner of the Shopify account always is an owner here",
  "last-owner": "Somebody must be an owner: make another person owner first",
} as const;

/** Gives a role, or changes how staff work together. Owners only. */
export async function action({ request }: ActionFunctionArgs): Promise<Answer> {
  const knock = await merchantRequest(request);
  const now = new Date();
  const me = await knowStaff(knock, now);
  const form = asked.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  if (!may(me.role, "rule")) return { ok: false, message: MAY_NOT.rule };
  const by = { by: me.staff, now };
  if (form.data.intent === "rules") {
    await saveDeskRules(knock.shop, { fourEyes: form.data.fourEyes === "yes" }, by);
    return { ok: true, message: "Saved" };
  }
  const given = await giveRole(knock.shop, { staff: form.data.member, role: form.data.role }, by);
  return given === "given" ? { ok: true, message: "Role given" } : { ok: false, message: REFUSED[given] };
}

/** The settings page. */
export default function Settings() {
  return <SettingsPage {...useLoaderData<typeof loader>()} />;
}
