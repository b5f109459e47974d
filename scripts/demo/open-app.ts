import type { Control } from "../../standin/control/control.ts";

/** Shopify's library answers programs with 410: the app is opened as a browser would open it. */
export const BROWSER =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36";

/** Opens the app once as the admin does: the token exchange that happens then is what installs it. */
export async function openApp(control: Control): Promise<void> {
  const answer = await fetch(await control.launchUrl(), { headers: { "User-Agent": BROWSER, Accept: "text/html" } });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`The app answered ${answer.status} when the demo shop opened it.`);
}
