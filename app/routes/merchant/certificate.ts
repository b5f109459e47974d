import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { certificatePdf } from "../../requests/certificate-pdf.server.ts";
import { downloadCertificate } from "../../requests/read-certificate.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";

const asked = z.object({ request: z.uuid(), format: z.enum(["json", "pdf"]) });

/** The certificate of a request that has ended, as signed JSON or as PDF; each download is evidence. 404 before that. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { shop, staff } = await merchantRequest(request);
  const wanted = asked.safeParse(params);
  if (!wanted.success) throw new Response(null, { status: 404 });
  const { request: id, format } = wanted.data;
  const issued = await downloadCertificate(shop, id, { staff, now: new Date(), format });
  if (!issued) throw new Response(null, { status: 404 });
  const name = `certificate-${id.slice(-12)}.${format}`;
  const headers = {
    "Content-Type": format === "pdf" ? "application/pdf" : "application/json",
    "Content-Disposition": `attachment; filename="${name}"`,
    "Cache-Control": "no-store",
  };
  return new Response(format === "pdf" ? new Uint8Array(await certificatePdf(issued.certified)) : issued.file, {
    headers,
  });
}
