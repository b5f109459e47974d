import type { Standin } from "../../standin/start.ts";
import { DEMO_SHOP } from "../../standin/world.ts";
import { BROWSER } from "./open-app.ts";

/** Does as the demo's owner what a page of the dashboard does: sends its form. A list is a field that comes several times. */
export async function askAsStaff(
  { admin, app }: Pick<Standin["urls"], "admin" | "app">,
  path: string,
  fields: Record<string, string | readonly string[]>,
): Promise<void> {
  const token = await (await fetch(`${admin}/session-token?shop=${DEMO_SHOP}`)).text();
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one);
  const headers = { Authorization: `Bearer ${token}`, "User-Agent": BROWSER };
  const answer = await fetch(app + path, { method: "POST", headers, body: form });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`The demo's staff got ${answer.status} for ${path}.`);
}
