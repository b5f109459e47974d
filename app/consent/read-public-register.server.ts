import { sha256 } from "../evidence/hash.server.ts";
import { readRegister } from "../register/store-register.server.ts";
import { publicRegister } from "./public-register.ts";

/** What `GET {proxy}/register.json` answers, with a tag that changes when, and only when, the text does. */
export async function readPublicRegister(shop: string): Promise<{ text: string; tag: string }> {
  const text = JSON.stringify(publicRegister(await readRegister(shop)));
  return { text, tag: `"${sha256(text).toString("base64url").slice(0, 22)}"` };
}
