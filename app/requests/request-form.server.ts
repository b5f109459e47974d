import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import { open, seal } from "../crypto/seal.server.ts";
import { inTransaction, prisma, type Tx } from "../db/database.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { blindIndexes } from "../vault/blind-index.server.ts";
import type { Identity } from "../vault/identity.ts";
import { keyStore } from "../vault/key-store.server.ts";
import type { AskedFor } from "./shopper/read-form.ts";

/** Where the keys of forms live, apart from those of persons: nobody knows yet whose a form is. */
const SCOPE = "form";

/** A file that came with a form, as base64. */
export interface SentFile {
  name: string;
  type: string;
  base64: string;
}

/** A form as it waits to be read. */
export interface WaitingForm {
  asked: AskedFor;
  /** The customer who was signed in and asks for themselves; null for everybody else. */
  customerId: string | null;
  language: string;
  file: SentFile | null;
}

const place = (shop: string, id: string) => `${shop}/RequestForm.sealed/${id}`;

/**
 * Keeps a form, and does nothing else: whether its person is known is found out later, by the worker, so that neither
 * the answer nor the time that it takes can tell. Each form costs the same work.
 */
export async function keepForm(shop: string, form: WaitingForm, receivedAt: Date): Promise<void> {
  const id = v7();
  const key = await keyStore().putIfAbsent(SCOPE, id, randomBytes(32));
  const sealed = seal(key, Buffer.from(JSON.stringify(form)), place(shop, id));
  const mailbox = await mailboxIndex(shop, form.asked.email ?? `customer ${form.customerId ?? ""}`);
  await inTransaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "RequestForm" ("shop", "id", "receivedAt", "mailbox", "sealed")
      VALUES (${shop}, ${id}::uuid, ${receivedAt}, ${mailbox}, ${sealed})`;
    await enqueue(tx, "request.take-form", { shop, form: id });
  });
}

/** The blind index of a mailbox: by it mails to it are counted, and forms that name it are found. */
export async function mailboxIndex(shop: string, email: string): Promise<Uint8Array<ArrayBuffer>> {
  const [found] = await blindIndexes(shop, { email });
  if (!found) throw new Error("an address without anything in it has no index");
  return Uint8Array.from(found.index);
}

/** A form that waits, opened; undefined once it was read. */
export async function openForm(shop: string, id: string): Promise<(WaitingForm & { receivedAt: Date }) | undefined> {
  const row = await prisma().requestForm.findUnique({ where: { shop_id: { shop, id } } });
  const key = row && (await keyStore().get(SCOPE, id));
  if (!row || !key) return undefined;
  const form = JSON.parse(open(key, row.sealed, place(shop, id)).toString()) as WaitingForm;
  return { ...form, receivedAt: row.receivedAt };
}

/** Removes a form that was read, inside the caller's transaction; false when another run was first. */
export async function dropForm(tx: Tx, shop: string, id: string): Promise<boolean> {
  const gone = await tx.$executeRaw`DELETE FROM "RequestForm" WHERE "shop" = ${shop} AND "id" = ${id}::uuid`;
  return gone === 1;
}

/** Destroys a form's key once its row is gone for good: in a backup it is unreadable from then on. */
export async function destroyFormKey(id: string): Promise<void> {
  await keyStore().remove(SCOPE, id);
}

/** How many forms wait that a person wrote. */
export async function countForms(shop: string, identity: Identity): Promise<number> {
  if (identity.email === undefined) return 0;
  return prisma().requestForm.count({ where: { shop, mailbox: await mailboxIndex(shop, identity.email) } });
}

/** Removes the forms that a person wrote and nobody has read yet, inside the caller's transaction. Answers how many. */
export async function eraseForms(tx: Tx, shop: string, identity: Identity): Promise<number> {
  if (identity.email === undefined) return 0;
  const mailbox = await mailboxIndex(shop, identity.email);
  return tx.$executeRaw`DELETE FROM "RequestForm" WHERE "shop" = ${shop} AND "mailbox" = ${mailbox}`;
}
