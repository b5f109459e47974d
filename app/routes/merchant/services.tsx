import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { acceptCandidate, listCandidates } from "../../consent/candidates.server.ts";
import { publishedState } from "../../consent/published-state.ts";
import { readSavedDecisions } from "../../consent/save-decisions.server.ts";
import { ALL_PURPOSES } from "../../law/purposes.ts";
import { KNOWN_COOKIES } from "../../register/known-cookies.ts";
import { isInPages } from "../../register/register.ts";
import { decideService, readRegister } from "../../register/store-register.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { refuseRole } from "../../staff/refuse-role.server.ts";
import type { Answer } from "../../ui/answer.ts";
import { cookieRows } from "../../ui/consent/cookie-rows.ts";
import { ServicesPage } from "../../ui/consent/services-page.tsx";

export const meta: MetaFunction = () => [{ title: "Cookies and services · Candor" }];

/** What was found, what is in the register, and every cookie. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await merchantRequest(request);
  const [candidates, register, saved] = await Promise.all([
    listCandidates(shop, new Date()),
    readRegister(shop),
    readSavedDecisions(shop),
  ]);
  const inPages = register.filter(isInPages);
  const used = inPages.filter(({ isUsed }) => isUsed);
  const others = inPages.filter(({ isUsed }) => !isUsed).map(({ id, name }) => ({ id, name }));
  return { candidates, used, others, cookies: cookieRows(used, KNOWN_COOKIES), published: publishedState(saved) };
}

/** "" leaves it as the table of known services says. */
const needs = z
  .union([z.literal(""), z.coerce.number().int().min(0).max(ALL_PURPOSES)])
  .transform((value) => (value === "" ? null : value));
const service = z.string().min(1).max(100);
const asked = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("accept"), service, needs }),
  z.object({ intent: z.literal("decide"), service, needs, isUsed: z.enum(["yes", "no"]) }),
]);

/** Takes a candidate into the register, or changes what the register says of a service. */
export async function action({ request }: ActionFunctionArgs): Promise<Answer> {
  const knock = await merchantRequest(request);
  const { shop, staff } = knock;
  const form = asked.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  const refusal = await refuseRole(knock, "work");
  if (refusal) return refusal;
  const by = { staff, now: new Date() };
  const { service: id, needs: use } = form.data;
  if (form.data.intent === "accept") return told(await acceptCandidate(shop, id, use, by), "Added to the register");
  const known = (await readRegister(shop)).find((one) => one.id === id);
  if (!known) throw new Response(null, { status: 404 });
  const { isUsed: _isUsed, isOwn, ...own } = known;
  const decision = { id, needs: use, isUsed: form.data.isUsed === "yes", own: isOwn ? own : null };
  return told(await decideService(shop, decision, by), "Kept in the register");
}

function told(result: Awaited<ReturnType<typeof acceptCandidate>>, done: string): Answer {
  if (result.kind === "kept") return { ok: true, message: done };
  return { ok: false, message: result.kind === "wrong" ? result.why : "It was not found on your pages any more" };
}

/** The cookies and services page. */
export default function Services() {
  return <ServicesPage {...useLoaderData<typeof loader>()} />;
}
