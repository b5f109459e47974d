import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { REQUEST_STATUSES } from "../../law/requests.ts";
import { readTurn } from "../../paging/keyset.ts";
import { listRequests } from "../../requests/list-requests.server.ts";
import { apiAnswer, apiProblem, forToken } from "../../integrations/api-answer.server.ts";

const asked = z.object({
  status: z.enum(REQUEST_STATUSES).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  after: z.string().max(100).optional(),
});

/** `GET /api/v1/requests`: the store's requests by deadline, persons masked. */
export function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  return forToken(request, async (shop) => {
    const wanted = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!wanted.success) return apiProblem(400, "Bad Request", "Look at the parameters in /api/v1/openapi.json.");
    const { status, limit, after = null } = wanted.data;
    const filter = status === undefined ? {} : { statuses: [status] };
    const { rows, next } = await listRequests(shop, filter, { limit, turn: readTurn(after, null) }, new Date());
    return apiAnswer({ requests: rows, next });
  });
}
