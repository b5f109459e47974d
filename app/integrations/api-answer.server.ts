import { whoseToken } from "./api-tokens.server.ts";

/** A problem as RFC 9457 wants it. */
export function apiProblem(
  status: number,
  title: string,
  detail: string,
  headers: Record<string, string> = {},
): Response {
  const body = JSON.stringify({ type: "about:blank", title, status, detail });
  return new Response(`${body}\n`, {
    status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers },
  });
}

/** An answer of the API; no cache may keep it. */
export function apiAnswer(body: object | string): Response {
  const text = typeof body === "string" ? body : `${JSON.stringify(body)}\n`;
  return new Response(text, { headers: { "Content-Type": "application/json", "Cache-Control": "no-store" } });
}

/** Answers whoever has a token, for its store only; 401 and 429 say what to do. */
export async function forToken(request: Request, answer: (shop: string) => Promise<Response>): Promise<Response> {
  const whose = await whoseToken(request.headers.get("Authorization"), new Date());
  if (whose === "unknown")
    return apiProblem(
      401,
      "Unauthorized",
      "Send the header “Authorization: Bearer …” with a token from Candor’s settings.",
      {
        "WWW-Authenticate": "Bearer",
      },
    );
  if ("wait" in whose)
    return apiProblem(429, "Too Many Requests", `Wait ${String(whose.wait)} seconds, then go on.`, {
      "Retry-After": String(whose.wait),
    });
  return answer(whose.shop);
}
