import { z } from "zod";
import { CORRECTABLE, ERRAND_ACTS } from "./errand.ts";

/** The version of the protocol in docs/processor-protocol.md. A change that breaks a receiver raises it. */
export const PROTOCOL_VERSION = 1;

const short = z.string().min(1).max(500);
const corrections = z.partialRecord(z.enum(CORRECTABLE), short);

/** What Candor sends to a processor's webhook. docs/processor-protocol.schema.json is made from this. */
export const MESSAGE = z.discriminatedUnion("type", [
  z.strictObject({ version: z.literal(PROTOCOL_VERSION), type: z.literal("check"), shop: short }),
  z.strictObject({
    version: z.literal(PROTOCOL_VERSION),
    type: z.enum(["errand.ask", "errand.status", "errand.read-back"]),
    shop: short,
    errand: short,
    act: z.enum(ERRAND_ACTS),
    subject: z.strictObject({ email: short.optional(), phone: short.optional(), customerId: short.optional() }),
    changes: corrections.optional(),
    dueAt: z.iso.datetime(),
    callback: z.url(),
  }),
]);

/** What Candor sends to a processor's webhook. */
export type Message = z.infer<typeof MESSAGE>;

const record = z.object({
  kind: z.string().min(1).max(200),
  recordedAt: z.string().max(40).nullish(),
  facts: z.array(z.object({ label: z.string().max(200), value: z.string().max(20_000) })).max(500),
});

/** What a processor answers to `errand.ask` and `errand.status`, and sends to the callback. */
export const ANSWER = z.discriminatedUnion("status", [
  z.object({ status: z.literal("done"), records: z.array(record).max(20_000).optional() }),
  z.object({ status: z.literal("nothing-held") }),
  z.object({
    status: z.literal("pending"),
    reference: z
      .string()
      .regex(/^[\w.:-]{1,100}$/)
      .optional(),
    checkAt: z.iso.datetime({ offset: true }).optional(),
  }),
  z.object({ status: z.literal("cannot"), reason: z.string().max(1000).optional() }),
]);

/** What a processor answers to `errand.ask` and `errand.status`, and sends to the callback. */
export type ProtocolAnswer = z.infer<typeof ANSWER>;

/** What a processor answers to `errand.read-back`. */
export const READ_BACK = z.object({ status: z.enum(["as-asked", "not-as-asked", "unknown"]) });

/** What a processor answers to `check`. */
export const READY = z.object({ status: z.literal("ready") });
