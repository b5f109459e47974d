import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { receiveDelivery } from "../inbox/receive-delivery.server.ts";
import type { Topic } from "../inbox/topics.ts";
import { execute } from "./execute.server.ts";
import { parseCommand } from "./parse-command.server.ts";

/** The person whom the tests are about. */
export const ANNA = { id: 7013345678901, email: "anna.mueller@example.com", phone: "+49 171 2345678" };
let count = 0;
/** A store that no other test has. */
export const newShop = () => `ops-${++count}.myshopify.com`;

/** A signed delivery comes in. */
export async function deliver(shop: string, topic: Topic | "orders/paid", body: unknown): Promise<void> {
  const ids = { eventId: randomUUID(), webhookId: randomUUID(), apiVersion: "2026-10", triggeredAt: new Date() };
  await receiveDelivery(shop, { shop, topic, ...ids, body: Buffer.from(JSON.stringify(body)) }, new Date());
}

/** A data request comes in. */
export const ask = (shop: string, data_request: number, customer: unknown = ANNA) =>
  deliver(shop, "customers/data_request", { customer, orders_requested: [], data_request: { id: data_request } });

/** What a command said, and how it ended. */
export interface Told {
  exitCode: number;
  error?: string | undefined;
  text: string;
}

/** Carries out a command in this process. */
export async function ops(...args: string[]): Promise<Told> {
  const parsed = parseCommand(args);
  if (parsed.kind !== "run") throw new Error(parsed.text);
  let text = "";
  const ended = await execute(parsed, (piece) => {
    text += piece;
    return Promise.resolve();
  });
  return { ...ended, text };
}

/** The one JSON document that a command prints. */
export async function json<T>(...args: string[]): Promise<T> {
  const { text, error } = await ops(...args, "--json");
  expect(error).toBeUndefined();
  return JSON.parse(text) as T;
}
