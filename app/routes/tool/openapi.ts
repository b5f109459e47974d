import { openApi } from "../../integrations/openapi.server.ts";
import { apiAnswer } from "../../integrations/api-answer.server.ts";

/** `GET /api/v1/openapi.json`: what the API answers, for programs; anybody may read it. */
export function loader(): Response {
  return apiAnswer(openApi());
}
