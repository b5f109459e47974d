import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { settings } from "../../env.server.ts";
import { listTokens, makeToken, revokeToken } from "../../integrations/api-tokens.server.ts";
import { addEndpoint, listEndpoints, removeEndpoint, retryEndpoint } from "../../integrations/endpoints.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { knowStaff } from "../../staff/know-staff.server.ts";
import { may, MAY_NOT } from "../../staff/roles.ts";
import { ToolsPage, type ToolsAnswer } from "../../ui/settings/tools-page.tsx";

export const meta: MetaFunction = () => [{ title: "Your own tools · Candor" }];

/** Tokens that read the store's requests, and addresses that are told of changes. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await merchantRequest(request);
  const [tokens, endpoints] = await Promise.all([listTokens(shop), listEndpoints(shop)]);
  return { tokens, endpoints, api: `${settings().appUrl}/api/v1` };
}

const asked = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("make-token"), name: z.string().trim().min(1).max(60) }),
  z.object({ intent: z.literal("revoke-token"), token: z.uuid() }),
  z.object({ intent: z.literal("add-endpoint"), url: z.string().trim().max(500) }),
  z.object({ intent: z.literal("remove-endpoint"), endpoint: z.uuid() }),
  z.object({ intent: z.literal("retry-endpoint"), endpoint: z.uuid() }),
]);

/** Makes and ends them. Owners only. */
export async function action({ request }: ActionFunctionArgs): Promise<ToolsAnswer> {
  const knock = await merchantRequest(request);
  const now = new Date();
  const me = await knowStaff(knock, now);
  if (!may(me.role, "rule")) return { ok: false, message: MAY_NOT.rule };
  const form = asked.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return { ok: false, message: "Give it a name of 60 letters at most" };
  return carryOut(knock.shop, form.data, { by: me.staff, now });
}

async function carryOut(
  shop: string,
  wanted: z.infer<typeof asked>,
  acting: { by: string; now: Date },
): Promise<ToolsAnswer> {
  switch (wanted.intent) {
    case "make-token": {
      const made = await makeToken(shop, wanted.name, acting);
      if (made.kind === "wrong") return { ok: false, message: made.why };
      return { ok: true, message: "The token is made", secret: made.token };
    }
    case "add-endpoint": {
      const added = await addEndpoint(shop, wanted.url, acting);
      if (added.kind === "wrong") return { ok: false, message: added.why };
      return { ok: true, message: "It is told of what changes from now on", secret: added.secret };
    }
    case "revoke-token":
      return (await revokeToken(shop, wanted.token, acting)) ? { ok: true, message: "The token is revoked" } : GONE;
    case "remove-endpoint":
      return (await removeEndpoint(shop, wanted.endpoint, acting)) ? { ok: true, message: "Removed" } : GONE;
    case "retry-endpoint":
      await retryEndpoint(shop, wanted.endpoint, acting.now);
      return { ok: true, message: "Candor tries again within a minute" };
  }
}

const GONE: ToolsAnswer = { ok: false, message: "It is gone already" };

/** The page of the store's own tools. */
export default function Tools() {
  return <ToolsPage {...useLoaderData<typeof loader>()} />;
}
