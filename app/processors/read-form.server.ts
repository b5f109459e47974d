import { z } from "zod";
import { CONNECTORS } from "./connectors.ts";
import type { ProcessorDraft } from "./draft.ts";
import { ERRAND_ACTS } from "./errand.ts";
import type { ProcessorSettings } from "./processor.ts";

const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((value) => value.trim())
    .optional();

/** The form of the page, field by field; what it means together is for `draftProblems`. */
const FORM = z.object({
  name: z.string().max(500),
  connector: z.enum(CONNECTORS),
  vendor: text(100),
  contact: text(500),
  credential: text(10_000),
  url: text(2_000),
  property: text(40),
  hasCustomerIds: z.literal("yes").optional(),
  audiences: text(1_000),
  steps: text(1_000),
  link: text(2_000),
  isActive: z.enum(["yes", "no"]),
});

type Form = z.infer<typeof FORM>;

const filled = (value: string | undefined): string | undefined => (value === "" ? undefined : value);

/** What staff entered for a processor; undefined when it is not the page's form. `id`: null for a new one. */
export function readProcessorForm(form: FormData, id: string | null): ProcessorDraft | undefined {
  const read = FORM.safeParse(Object.fromEntries(form));
  const acts = z.array(z.enum(ERRAND_ACTS)).safeParse([...new Set(form.getAll("acts"))]);
  if (!read.success || !acts.success) return undefined;
  const { name, connector, vendor, contact = "", credential = "", isActive } = read.data;
  return {
    ...{ id, name, connector, vendor: filled(vendor) ?? null, acts: acts.data, contact, credential },
    settings: settingsOf(read.data),
    isActive: isActive === "yes",
  };
}

/** Only what the way of asking has a use for. */
function settingsOf({
  connector,
  url,
  property,
  hasCustomerIds,
  audiences = "",
  steps,
  link,
}: Form): ProcessorSettings {
  const lists = audiences.split(/[\s,]+/).filter((one) => one !== "");
  return {
    ...(connector === "webhook" && { url: filled(url) }),
    ...(connector === "mailchimp" && lists.length > 0 && { audiences: lists }),
    ...(connector === "google-analytics" && { property: filled(property), hasCustomerIds: hasCustomerIds === "yes" }),
    ...{ steps: filled(steps), link: filled(link) },
  };
}
