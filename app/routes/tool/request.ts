import type { LoaderFunctionArgs } from "@remix-run/node";
import { readRequest } from "../../requests/read-request.server.ts";
import { apiAnswer, apiProblem, forToken } from "../../integrations/api-answer.server.ts";

/** `GET /api/v1/requests/:id`: one request with its systems. */
export function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  return forToken(request, async (shop) => {
    const view = await readRequest(shop, params["request"] ?? "", new Date());
    if (!view) return apiProblem(404, "Not Found", "This store has no request of this id.");
    const { id, kind, source, status, law, receivedAt, deadline, closedAt, person, isFailing, outcome } = view;
    const systems = view.tasks.map(({ system, status: state, result, cause, nextTryAt, doneAt }) => {
      return { system, status: state, result, cause, nextTryAt, doneAt };
    });
    const row = { id, kind, source, status, law, receivedAt, deadline, closedAt, person, isFailing };
    return apiAnswer({ ...row, outcome, systems, hasCertificate: view.certifiedAt !== null });
  });
}
