import { callOut, type Answered } from "../outbound/call-out.server.ts";
import type { Target } from "./connector.server.ts";
import { EVENTS, PROFILES, type KlaviyoEvent, type KlaviyoProfile } from "./klaviyo-shapes.server.ts";
import { understandJson, understandStatus } from "./understand-status.server.ts";

const BASE = "https://a.klaviyo.com/api";
/** The revision of Klaviyo's API whose shapes these are. */
const REVISION = "2026-07-15";
const EVENTS_A_PAGE = 200;
const MOST_PAGES = 50;

type Call = (
  method: "GET" | "POST" | "PATCH",
  path: string,
  how: { body?: object; fine: readonly number[] },
) => Promise<Answered>;

/** https://developers.klaviyo.com/en/reference/api_overview */
function caller({ processor, credential }: Target, now: Date): Call {
  return async (method, path, { body, fine }) => {
    const answer = await callOut(processor.name, {
      url: BASE + path,
      method,
      headers: {
        Authorization: `Klaviyo-API-Key ${credential}`,
        Accept: "application/vnd.api+json",
        revision: REVISION,
        ...(body && { "Content-Type": "application/vnd.api+json" }),
      },
      body: body && JSON.stringify(body),
    });
    understandStatus(processor.name, answer, fine, now);
    return answer;
  };
}

async function readEvents(call: Call, who: string, profile: string): Promise<KlaviyoEvent[]> {
  const found: KlaviyoEvent[] = [];
  let cursor: string | null = "";
  for (let page = 0; cursor !== null && page < MOST_PAGES; page++) {
    const query = new URLSearchParams({
      filter: `equals(profile_id,${JSON.stringify(profile)})`,
      include: "metric",
      "page[size]": String(EVENTS_A_PAGE),
      ...(cursor !== "" && { "page[cursor]": cursor }),
    });
    const { text } = await call("GET", `/events?${query.toString()}`, { fine: [200] });
    const { events, next } = understandEvents(who, text);
    found.push(...events);
    cursor = next;
  }
  return found;
}

function understandEvents(who: string, text: string): { events: KlaviyoEvent[]; next: string | null } {
  const { data, included = [], links } = understandJson(who, text, EVENTS);
  const names = new Map(included.map(({ id, attributes }) => [id, attributes.name ?? ""]));
  const events = data.map(({ attributes, relationships }) => ({
    name: names.get(relationships?.metric?.data.id ?? "") ?? "",
    at: attributes.datetime ?? null,
    properties: attributes.event_properties ?? {},
  }));
  // only the cursor is taken from the address: the rest of it is not ours to follow
  const next = URL.parse(links?.next ?? "")?.searchParams.get("page[cursor]") ?? null;
  return { events, next };
}

/** Klaviyo as one store's key sees it. */
export function klaviyoApi(target: Target, now: Date) {
  const who = target.processor.name;
  const call = caller(target, now);
  return {
    /** Profiles with exactly this value. https://developers.klaviyo.com/en/reference/get_profiles */
    async profiles(field: "email" | "phone_number", value: string): Promise<KlaviyoProfile[]> {
      const query = new URLSearchParams({
        filter: `equals(${field},${JSON.stringify(value)})`,
        "additional-fields[profile]": "subscriptions",
        "page[size]": "100",
      });
      const answer = await call("GET", `/profiles?${query.toString()}`, { fine: [200] });
      return understandJson(who, answer.text, PROFILES).data;
    },
    /** What a profile did, at most 10,000 events. https://developers.klaviyo.com/en/reference/get_events */
    events: (profile: string) => readEvents(call, who, profile),
    /** Erases a profile for good, some time later. https://developers.klaviyo.com/en/reference/request_profile_deletion */
    async requestDeletion(profile: string): Promise<void> {
      const data = { type: "profile", id: profile, attributes: {} };
      const body = { data: { type: "data-privacy-deletion-job", attributes: { profile: { data } } } };
      await call("POST", "/data-privacy-deletion-jobs", { body, fine: [202] });
    },
    /** No more e-mail marketing, whatever is imported later. https://developers.klaviyo.com/en/reference/bulk_suppress_profiles */
    async suppress(email: string): Promise<void> {
      const profiles = { data: [{ type: "profile", attributes: { email } }] };
      const body = { data: { type: "profile-suppression-bulk-create-job", attributes: { profiles } } };
      await call("POST", "/profile-suppression-bulk-create-jobs", { body, fine: [202] });
    },
    /** No more text messages. https://developers.klaviyo.com/en/reference/bulk_unsubscribe_profiles */
    async unsubscribeSms(phone: string): Promise<void> {
      const subscriptions = { sms: { marketing: { consent: "UNSUBSCRIBED" } } };
      const profiles = { data: [{ type: "profile", attributes: { phone_number: phone, subscriptions } }] };
      const body = { data: { type: "profile-subscription-bulk-delete-job", attributes: { profiles } } };
      await call("POST", "/profile-subscription-bulk-delete-jobs", { body, fine: [202] });
    },
    /** Changes fields of a profile. https://developers.klaviyo.com/en/reference/update_profile */
    async update(profile: string, attributes: object): Promise<void> {
      const body = { data: { type: "profile", id: profile, attributes } };
      await call("PATCH", `/profiles/${profile}`, { body, fine: [200] });
    },
  };
}

/** Klaviyo as one store's key sees it. */
export type KlaviyoApi = ReturnType<typeof klaviyoApi>;
