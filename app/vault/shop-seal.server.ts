import { derive } from "../crypto/derive.server.ts";
import { open, seal } from "../crypto/seal.server.ts";
import { shopRoot } from "./shop-root.server.ts";

const LABEL = "shop-data";

/**
 * Seals what belongs to a store rather than to a person, such as its credentials elsewhere, under a key of the store's.
 * `column` names table, column and row: the bytes open nowhere else. Erasing the store destroys the key.
 */
export async function sealForShop(shop: string, column: string, plain: Uint8Array): Promise<Buffer<ArrayBuffer>> {
  return seal(derive(await shopRoot(shop), LABEL), plain, `${shop}/${column}`);
}

/** Opens what `sealForShop` sealed. Throws `SealBroken` for changed or moved bytes. */
export async function openForShop(shop: string, column: string, sealed: Uint8Array): Promise<Buffer> {
  return open(derive(await shopRoot(shop), LABEL), sealed, `${shop}/${column}`);
}
