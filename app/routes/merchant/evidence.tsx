import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listEvidence } from "../../evidence/list-evidence.server.ts";
import { signingKey } from "../../evidence/signing-key.server.ts";
import { readChainState } from "../../overview/read-overview.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { EvidencePage } from "../../ui/evidence/evidence-page.tsx";

export const meta: MetaFunction = () => [{ title: "Evidence · Candor" }];

/** A page of the evidence chain, its end, and the key that signs it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await merchantRequest(request);
  const before = readNumber(new URL(request.url).searchParams.get("before"));
  const [page, chain, key] = await Promise.all([
    listEvidence(shop, before === undefined ? {} : { before }),
    readChainState(shop),
    signingKey(shop),
  ]);
  return { shop, page, chain, fingerprint: key.fingerprint };
}

function readNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** The evidence page. */
export default function Evidence() {
  return <EvidencePage {...useLoaderData<typeof loader>()} />;
}
