import type { LoaderFunctionArgs } from "@remix-run/node";
import { downloadPackage } from "../../requests/download-package.server.ts";
import { packageResponse } from "../../requests/package-response.server.ts";
import { readRequest } from "../../requests/read-request.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { knowStaff } from "../../staff/know-staff.server.ts";
import { may, MAY_NOT } from "../../staff/roles.ts";

/** Streams a request's package; each download is evidence. 410 once it is gone, 403 for who may not see people, 404 when there is no such request. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const knock = await merchantRequest(request);
  const { shop, staff } = knock;
  const now = new Date();
  if (!may((await knowStaff(knock, now)).role, "see-person"))
    throw new Response(MAY_NOT["see-person"], { status: 403 });
  const view = await readRequest(shop, params["request"] ?? "", now);
  if (!view) throw new Response(null, { status: 404 });
  const download = view.package ? await downloadPackage(shop, view.package.id, staff, now) : "gone";
  if (download === "gone") throw new Response(null, { status: 410 });
  return packageResponse(download);
}
