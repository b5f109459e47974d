import { isHealthy } from "../../health.server.ts";

/** For load balancers: 200 while the database answers, 503 otherwise. */
export async function loader(): Promise<Response> {
  const healthy = await isHealthy();
  return Response.json({ ok: healthy }, { status: healthy ? 200 : 503, headers: { "Cache-Control": "no-store" } });
}
