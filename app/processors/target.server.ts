import { prisma } from "../db/database.server.ts";
import { openForShop, sealForShop } from "../vault/shop-seal.server.ts";
import type { Target } from "./connector.server.ts";
import { readProcessor } from "./list-processors.server.ts";

const column = (id: string, name: "sealedContact" | "sealedCredentials") => `Processor.${name} ${id}`;

/** Seals a credential of a processor for the store. */
export function sealCredential(shop: string, id: string, text: string): Promise<Buffer<ArrayBuffer>> {
  return sealForShop(shop, column(id, "sealedCredentials"), Buffer.from(text));
}

/** Seals the address of a processor's privacy contact: it may be somebody's name. */
export function sealContact(shop: string, id: string, text: string): Promise<Buffer<ArrayBuffer>> {
  return sealForShop(shop, column(id, "sealedContact"), Buffer.from(text));
}

/** A processor with its opened credential and contact; undefined when the store has none of this id. */
export async function openTarget(shop: string, id: string): Promise<Target | undefined> {
  const processor = await readProcessor(shop, id);
  if (!processor) return undefined;
  const row = await prisma().processor.findUniqueOrThrow({
    where: { shop_id: { shop, id } },
    select: { sealedContact: true, sealedCredentials: true },
  });
  const open = async (name: "sealedContact" | "sealedCredentials") => {
    const sealed = row[name];
    return sealed ? (await openForShop(shop, column(id, name), sealed)).toString() : "";
  };
  return { shop, processor, contact: await open("sealedContact"), credential: await open("sealedCredentials") };
}
