import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readTurn } from "../../paging/keyset.ts";
import { findRequests, listRequests } from "../../requests/list-requests.server.ts";
import { readRequestFilter } from "../../requests/request-filter.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { RequestsPage } from "../../ui/requests/requests-page.tsx";

export const meta: MetaFunction = () => [{ title: "Requests · Candor" }];

/** A page of the store's requests, by deadline. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await merchantRequest(request);
  const { searchParams } = new URL(request.url);
  const choice = readRequestFilter(searchParams);
  const turn = readTurn(searchParams.get("after"), searchParams.get("before"));
  const now = new Date();
  const page = await listRequests(shop, choice.filter, { latestFirst: choice.latestFirst, turn }, now);
  return { now, choice, page };
}

const asked = z.object({ term: z.string().max(320) });

/** Finds a person's requests. The search term comes in the body: addresses of pages end up in logs and histories. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await merchantRequest(request);
  const form = asked.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  const found = await findRequests(shop, form.data.term);
  return data({ found }, { headers: { "Cache-Control": "no-store" } });
}

/** The requests page. */
export default function Requests() {
  return <RequestsPage {...useLoaderData<typeof loader>()} />;
}
