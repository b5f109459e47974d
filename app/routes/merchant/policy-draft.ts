import type { LoaderFunctionArgs } from "@remix-run/node";
import { policyHtml } from "../../policy/document/to-html.ts";
import { hasPdf } from "../../policy/document/pdf-languages.ts";
import { policyPdf } from "../../policy/document/to-pdf.server.ts";
import { policyMarkdown, policyText } from "../../policy/document/to-text.ts";
import { draftPolicy, sayDraft } from "../../policy/draft-policy.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";

const TYPES = {
  html: "text/html; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  json: "application/json; charset=utf-8",
  pdf: "application/pdf",
} as const;

const dayOf = (moment: Date) => new Date(moment.toISOString().slice(0, "YYYY-MM-DD".length));

/** The draft in a language as a file: `?as=html`, `md`, `txt`, `pdf` or `json` (the tree with its reasons). */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { shop } = await merchantRequest(request);
  const now = new Date();
  const draft = await draftPolicy(shop, now.toISOString().slice(0, "YYYY-MM-DD".length), now);
  const language = draft.languages.find((one) => one === params["language"]);
  const as = (Object.keys(TYPES) as (keyof typeof TYPES)[]).find(
    (one) => one === (new URL(request.url).searchParams.get("as") ?? "html"),
  );
  if (language === undefined || as === undefined || (as === "pdf" && !hasPdf(language)))
    throw new Response(null, { status: 404 });
  const said = sayDraft(draft, language);
  const write = {
    html: policyHtml,
    md: policyMarkdown,
    txt: policyText,
    json: (policy: object) => JSON.stringify(policy, null, 2),
    pdf: async (policy: typeof said) => new Uint8Array(await policyPdf(policy, dayOf(now))),
  };
  return new Response(await write[as](said), {
    headers: {
      "Content-Type": TYPES[as],
      "Cache-Control": "no-store",
      "Content-Disposition": `attachment; filename="privacy-policy-${language}.${as}"`,
    },
  });
}
