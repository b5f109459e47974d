import { z } from "zod";

const channel = z.looseObject({}).nullish();
const PROFILE = z.object({
  type: z.literal("profile"),
  id: z.string().regex(/^[\w-]{1,64}$/),
  attributes: z.looseObject({
    email: z.string().nullish(),
    phone_number: z.string().nullish(),
    created: z.string().nullish(),
    properties: z.record(z.string(), z.unknown()).nullish(),
    subscriptions: z
      .looseObject({
        email: z
          .looseObject({ marketing: z.looseObject({ can_receive_email_marketing: z.boolean() }).nullish() })
          .nullish(),
        sms: z
          .looseObject({ marketing: z.looseObject({ can_receive_sms_marketing: z.boolean() }).nullish() })
          .nullish(),
        mobile_push: channel,
      })
      .nullish(),
  }),
});
/** https://developers.klaviyo.com/en/reference/get_profiles */
export const PROFILES = z.object({ data: z.array(PROFILE) });

/** A profile as Klaviyo answers it. */
export type KlaviyoProfile = z.infer<typeof PROFILE>;

/** https://developers.klaviyo.com/en/reference/get_events */
export const EVENTS = z.object({
  data: z.array(
    z.object({
      attributes: z.looseObject({
        datetime: z.string().nullish(),
        event_properties: z.record(z.string(), z.unknown()).nullish(),
      }),
      relationships: z
        .looseObject({ metric: z.looseObject({ data: z.object({ id: z.string() }) }).optional() })
        .optional(),
    }),
  ),
  included: z
    .array(
      z.looseObject({ type: z.string(), id: z.string(), attributes: z.looseObject({ name: z.string().nullish() }) }),
    )
    .optional(),
  links: z.looseObject({ next: z.string().nullish() }).optional(),
});

/** What a person did, as Klaviyo recorded it. */
export interface KlaviyoEvent {
  name: string;
  at: string | null;
  properties: Readonly<Record<string, unknown>>;
}
