import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readCertificate } from "../../requests/read-certificate.server.ts";
import { apiAnswer, apiProblem, forToken } from "../../integrations/api-answer.server.ts";

/** `GET /api/v1/requests/:id/certificate`: what became of a request, signed. It names nobody. */
export function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  return forToken(request, async (shop) => {
    const id = z.uuid().safeParse(params["request"]);
    const issued = id.success ? await readCertificate(shop, id.data) : null;
    if (!issued) return apiProblem(404, "Not Found", "There is no such request, or it has not ended yet.");
    return apiAnswer(issued.file);
  });
}
