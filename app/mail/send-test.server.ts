import { inTransaction } from "../db/database.server.ts";
import { queueMail } from "./queue-mail.server.ts";

/** One test mail a minute: more would tell nobody more. Milliseconds. */
const PAUSE_MS = 60_000;

/** Sends a test mail to the store's contact address. "known": one went less than a minute ago. */
export async function sendTest(shop: string, language: string, now: Date): Promise<"queued" | "known" | "no-address"> {
  const key = `test ${String(Math.floor(now.getTime() / PAUSE_MS))}`;
  const facts = { at: now.toISOString() };
  return inTransaction((tx) =>
    queueMail(tx, shop, { request: null, subject: null, template: "test", language, key, facts }),
  );
}
