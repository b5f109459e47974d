import type { VendorFact } from "./facts.ts";
import { parseFact } from "./fact-shapes.server.ts";
import { NEW_VENDOR, ownId } from "./vendor-draft.ts";

/** A vendor as staff sent it from its page, confirmed by them; undefined when it is not of the right shape. */
export function parseVendor(shop: string, id: string, sent: unknown): VendorFact | undefined {
  const read = readJson(sent);
  if (typeof read !== "object" || read === null) return undefined;
  const { name } = read as { name?: unknown };
  if (typeof name !== "string" || !/[a-z0-9]/i.test(name)) return undefined;
  const vendor = id === NEW_VENDOR ? ownId(name) : id;
  const said = { status: "confirmed", origin: "staff", ref: "", vendor, id: `vendors/${vendor}` };
  return parseFact(shop, { ...read, ...said }) as VendorFact | undefined;
}

function readJson(sent: unknown): unknown {
  try {
    return typeof sent === "string" ? (JSON.parse(sent) as unknown) : undefined;
  } catch {
    return undefined;
  }
}
