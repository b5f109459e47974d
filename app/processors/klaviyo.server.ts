import type { Identity } from "../vault/identity.ts";
import { askAndLook, type Steps } from "./ask-and-look.server.ts";
import type { Connector, Visit } from "./connector.server.ts";
import { done, type Corrections, type ErrandAct, type ErrandResult } from "./errand.ts";
import { flattenFacts } from "./flatten-facts.ts";
import { klaviyoApi, type KlaviyoApi } from "./klaviyo-api.server.ts";
import type { KlaviyoProfile } from "./klaviyo-shapes.server.ts";
import { toE164 } from "./phone-number.ts";

const HOUR_MS = 3_600_000;
/** Klaviyo erases, suppresses and unsubscribes in jobs of its own; it names no time, so these are generous. */
const DELETION_MS = 72 * HOUR_MS;
const JOB_MS = 6 * HOUR_MS;

/**
 * Klaviyo, by its REST API. Repeats are harmless: every run looks first, a deletion job for a profile that is gone
 * deletes nothing, suppressing and unsubscribing twice is the same as once, and an update sets the same values.
 *
 * Scopes of the key: profiles:read, profiles:write, events:read, data-privacy:write, lists:write, subscriptions:write.
 */
export const klaviyo: Connector = {
  run: (visit) => ACTS[visit.errand.act](klaviyoApi(visit, visit.now), visit),

  async check(target, now) {
    await klaviyoApi(target, now).profiles("email", "nobody@candor.invalid");
    return "Klaviyo lets us in, to read profiles. The first erasure shows whether the key may erase, too.";
  },
};

type Act = (api: KlaviyoApi, visit: Visit) => Promise<ErrandResult>;

const silence: Act = (api, visit) => askAndLook(visit, silencing(api, visit));
const mark = (property: string): Act => {
  return (api, visit) => askAndLook(visit, marking(api, visit, property));
};

const ACTS: Readonly<Record<ErrandAct, Act>> = {
  access: readAll,
  portability: readAll,
  delete: (api, visit) => askAndLook(visit, erasing(api, visit)),
  restrict: silence,
  object: silence,
  "withdraw-consent": silence,
  // properties that mark a person's choice on their profile, for the store's own segments to obey
  "opt-out-of-sale": mark("do_not_sell_or_share"),
  "limit-sensitive": mark("limit_sensitive_data"),
  correct: (api, visit) => askAndLook(visit, correcting(api, visit, visit.errand.changes ?? {})),
};

/**
 * A person's profiles. A telephone can be shared: a profile that is found by it alone and has another e-mail address is
 * somebody else's, and is left as it is.
 */
async function find(api: KlaviyoApi, { email, phone }: Identity): Promise<KlaviyoProfile[]> {
  const byEmail = email === undefined ? [] : await api.profiles("email", email);
  const number = toE164(phone);
  const byPhone = number === null ? [] : await api.profiles("phone_number", number);
  const theirs = byPhone.filter(
    ({ attributes }) => email === undefined || !attributes.email || isSame(attributes.email, email),
  );
  return [...new Map([...byEmail, ...theirs].map((profile) => [profile.id, profile])).values()];
}

const isSame = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

async function readAll(api: KlaviyoApi, { errand }: Visit): Promise<ErrandResult> {
  const profiles = await find(api, errand.identity);
  const records = [];
  for (const { id, attributes } of profiles) {
    records.push({ kind: "Klaviyo profile", recordedAt: attributes.created ?? null, facts: flattenFacts(attributes) });
    for (const { name, at, properties } of await api.events(id))
      records.push({ kind: `Klaviyo event: ${name || "unnamed"}`, recordedAt: at, facts: flattenFacts(properties) });
  }
  return done(profiles.length === 0 ? "nothing-held" : "as-asked", { records, files: [] });
}

function erasing(api: KlaviyoApi, { errand }: Visit): Steps {
  return {
    settleMs: DELETION_MS,
    wanted: "the profile is gone",
    async look() {
      const isHeld = (await find(api, errand.identity)).length > 0;
      return { isHeld, isAsAsked: !isHeld };
    },
    async ask() {
      for (const { id } of await find(api, errand.identity)) await api.requestDeletion(id);
    },
  };
}

const mayMail = ({ attributes: { subscriptions, email } }: KlaviyoProfile): boolean =>
  Boolean(email) && subscriptions?.email?.marketing?.can_receive_email_marketing !== false;
const mayText = ({ attributes: { subscriptions } }: KlaviyoProfile): boolean =>
  subscriptions?.sms?.marketing?.can_receive_sms_marketing === true;

function silencing(api: KlaviyoApi, { errand }: Visit): Steps {
  return {
    settleMs: JOB_MS,
    wanted: "no marketing may be sent to the profile",
    async look() {
      const found = await find(api, errand.identity);
      return { isHeld: found.length > 0, isAsAsked: !found.some((profile) => mayMail(profile) || mayText(profile)) };
    },
    async ask() {
      // only profiles that exist: Klaviyo would make one for an address that it does not know
      for (const profile of await find(api, errand.identity)) {
        const { email, phone_number: phone } = profile.attributes;
        if (email && mayMail(profile)) await api.suppress(email);
        if (phone && mayText(profile)) await api.unsubscribeSms(phone);
      }
    },
  };
}

function marking(api: KlaviyoApi, { errand }: Visit, mark: string): Steps {
  return {
    settleMs: JOB_MS,
    wanted: `the profile has the property ${mark}`,
    async look() {
      const found = await find(api, errand.identity);
      const isAsAsked = found.every(({ attributes }) => attributes.properties?.[mark] === true);
      return { isHeld: found.length > 0, isAsAsked };
    },
    async ask() {
      for (const { id } of await find(api, errand.identity)) await api.update(id, { properties: { [mark]: true } });
    },
  };
}

function correcting(api: KlaviyoApi, { errand }: Visit, changes: Corrections): Steps {
  const wanted = attributesOf(changes);
  const all = async () => {
    const renamed = changes.email === undefined ? [] : await find(api, { email: changes.email });
    const found = [...(await find(api, errand.identity)), ...renamed];
    return [...new Map(found.map((profile) => [profile.id, profile])).values()];
  };
  return {
    settleMs: JOB_MS,
    wanted: "the profile has the new values",
    async look() {
      const found = await all();
      const isAsAsked = found.every(({ attributes }) =>
        Object.entries(wanted).every(([name, value]) => {
          const now = attributes[name];
          return typeof now === "string" && isSame(now, value);
        }),
      );
      return { isHeld: found.length > 0, isAsAsked };
    },
    async ask() {
      for (const { id } of await all()) await api.update(id, wanted);
    },
  };
}

function attributesOf({ email, phone, firstName, lastName }: Corrections): Record<string, string> {
  const number = toE164(phone);
  return {
    ...(email !== undefined && { email }),
    ...(number !== null && { phone_number: number }),
    ...(firstName !== undefined && { first_name: firstName }),
    ...(lastName !== undefined && { last_name: lastName }),
  };
}
