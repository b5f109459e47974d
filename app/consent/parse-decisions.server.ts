import { z } from "zod";
import type { ConsentDecisions } from "./settings.ts";
import { GOOGLE_MODES, LAYOUTS, REOPEN_PLACES, WORDINGS } from "./storefront-settings.ts";

const text = z.string().max(400);

/** The shape only: what is allowed, and in which words it is refused, is `checkDecisions`' to say. */
const SHAPE: z.ZodType<ConsentDecisions> = z.strictObject({
  offered: z.number(),
  policy: z.number(),
  changes: z.array(z.tuple([z.number(), z.number()])).max(1_000),
  honoursNoTrack: z.boolean(),
  forMinors: z.boolean(),
  google: z.strictObject({
    mode: z.enum(GOOGLE_MODES),
    waitForUpdate: z.number(),
    redactAds: z.boolean(),
    passUrl: z.boolean(),
  }),
  look: z.strictObject({
    layout: z.enum(LAYOUTS),
    background: text,
    text,
    button: text,
    buttonText: text,
    radius: z.number(),
    font: text,
  }),
  reopen: z.enum(REOPEN_PLACES),
  policyUrl: text,
  reportShare: z.number(),
  variants: z.array(z.enum(WORDINGS)).max(WORDINGS.length),
  keepsIp: z.boolean(),
  keepMonths: z.number(),
});

/** Decisions of a store as its staff sent them; undefined for anything of another shape. */
export function parseDecisions(_shop: string, sent: unknown): ConsentDecisions | undefined {
  const read = SHAPE.safeParse(sent);
  return read.success ? read.data : undefined;
}
