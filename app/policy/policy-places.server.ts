import { proxyPath } from "../installation/proxy-path.server.ts";
import type { Places } from "./document/setting.ts";

/** Where a store's storefront keeps what its policy leads to. A merchant may have moved the app proxy's path. */
export async function policyPlaces(shop: string): Promise<Places> {
  const path = await proxyPath(shop);
  return { form: `${path}/request`, choices: `${path}/choices`, archive: `${path}/policy/versions`, metrics: null };
}
