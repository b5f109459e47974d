import { ensureClient } from "./build.ts";
import { runToEnd } from "./child.mjs";

/** `npm run dev`: Remix's development server; `shopify app dev` calls it through shopify.web.toml. */
export default async function dev(args: readonly string[]): Promise<number> {
  await ensureClient();
  return runToEnd(process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:dev", ...args]);
}
