import type { LoaderFunctionArgs } from "@remix-run/node";
import { openAttachment } from "../../requests/attachments.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { knowStaff } from "../../staff/know-staff.server.ts";
import { may, MAY_NOT } from "../../staff/roles.ts";

/**
 * A file that came with a request, for staff who may see whom it is about; that they took it is evidence. Never shown,
 * always saved: whoever sent it is not known. 403 for other staff, 410 once it is gone.
 */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const knock = await merchantRequest(request);
  const now = new Date();
  const { role } = await knowStaff(knock, now);
  if (!may(role, "see-person")) throw new Response(MAY_NOT["see-person"], { status: 403 });
  const wanted = { request: params["request"] ?? "", attachment: params["attachment"] ?? "", staff: knock.staff };
  const file = await openAttachment(knock.shop, wanted, now);
  if (file === "gone") throw new Response(null, { status: 410 });
  return new Response(Uint8Array.from(file.content), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Disposition": `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
