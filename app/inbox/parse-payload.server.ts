import { z } from "zod";
import type { Identity } from "../vault/identity.ts";
import type { Topic } from "./topics.ts";

const id = z.union([z.number(), z.string()]).transform(String);
const text = z.string().trim().min(1);
/** Shopify leaves out what it doesn't know, or sends null. */
const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

const customer = z
  .object({ id: maybe(id), email: maybe(text), phone: maybe(text) })
  .nullish()
  .transform((value): Identity => ({
    ...(value?.id !== undefined && { customerId: value.id }),
    ...(value?.email !== undefined && { email: value.email }),
    ...(value?.phone !== undefined && { phone: value.phone }),
  }));
const orders = z
  .array(id)
  .nullish()
  .transform((ids) => ids ?? []);

const someone = (body: { customer: Identity }) => Object.keys(body.customer).length > 0;

/**
 * The bodies that Shopify documents, without what Candor doesn't use.
 * https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance
 */
const SCHEMAS = {
  "customers/data_request": z
    .object({ customer, orders_requested: orders, data_request: maybe(z.object({ id: maybe(id) })) })
    .refine(someone, "names no person")
    .transform((body) => ({
      customer: body.customer,
      orders: body.orders_requested,
      dataRequest: body.data_request?.id,
    })),
  "customers/redact": z
    .object({ customer, orders_to_redact: orders })
    .refine(someone, "names no person")
    .transform((body) => ({ customer: body.customer, orders: body.orders_to_redact })),
  "shop/redact": z.object({}),
  "app/uninstalled": z.object({}),
  "app/scopes_update": z
    .object({ current: z.array(z.string()).default([]) })
    .transform((body) => ({ scopes: body.current })),
} as const satisfies Record<Topic, z.ZodType>;

/** What a webhook's body says, by topic. */
export type Payloads = { [T in Topic]: z.output<(typeof SCHEMAS)[T]> };

/** Reads a body; undefined when it isn't what Shopify documents for the topic. */
export function parsePayload<T extends Topic>(topic: T, body: Uint8Array): Payloads[T] | undefined {
  try {
    const read = SCHEMAS[topic].safeParse(JSON.parse(Buffer.from(body).toString("utf8")));
    return read.success ? (read.data as Payloads[T]) : undefined;
  } catch {
    return undefined; // not JSON
  }
}
