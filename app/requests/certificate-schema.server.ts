import { z } from "zod";
import { CERTIFICATE_FORMAT } from "./certificate.ts";

const moment = z.iso.datetime();
const base64 = z.string().regex(/^[\w+/]+={0,2}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** A certificate as it is downloaded: the text that was signed, and by which key (Ed25519; base64). */
export const CERTIFICATE_FILE = z.strictObject({
  format: z.literal(CERTIFICATE_FORMAT),
  body: z.string().describe("Canonical JSON (RFC 8785) in the form of `body`: its letters are what is signed."),
  publicKey: base64,
  signature: base64,
});

/** What its text holds, as JSON. docs/request-certificate.schema.json is made from both. Times are ISO 8601 in UTC. */
export const CERTIFICATE_BODY = z.strictObject({
  format: z.literal(CERTIFICATE_FORMAT),
  shop: z.string().describe("The store's myshopify.com domain."),
  request: z.uuid(),
  kind: z.string(),
  source: z.string(),
  behalf: z.string().describe("For whom they asked: self, agent or parent."),
  person: z.string().nullable().describe("A pseudonym, as in the evidence; null when nobody was on file."),
  received: moment,
  verified: z.strictObject({ by: z.string(), at: moment }).nullable(),
  law: z.string(),
  due: moment,
  extended: moment.nullable(),
  closed: moment,
  status: z.string(),
  outcome: z.string(),
  systems: z.array(
    z.strictObject({
      system: z.string().describe("candor, shopify or processor:<id>."),
      status: z.string(),
      result: z.string().nullable().describe("What was seen afterwards, as gone; null where nothing was to be seen."),
      by: z.string().nullable().describe("staff when it was done by hand."),
      at: moment.nullable(),
    }),
  ),
  decisions: z.array(z.strictObject({ decision: z.string(), ground: z.string(), article: z.string(), at: moment })),
  stays: z
    .array(z.strictObject({ what: z.string(), law: z.string(), until: z.string().regex(/^(\d{4}-\d\d-\d\d)?$/) }))
    .describe("What of the person stays, by which law, until which day."),
  evidence: z
    .strictObject({ seq: z.int(), hash })
    .describe("The newest entry of the store's evidence chain about the request."),
  issued: moment,
});
