import { PEOPLE } from "../shop/people.ts";
import { letLeave, newContact, type Contact, type ContactStore } from "./contact.ts";
import type { Google } from "./google.ts";
import { KLAVIYO_KEY, type Klaviyo } from "./klaviyo.ts";
import { MAILCHIMP_KEY, type Mailchimp } from "./mailchimp.ts";
import type { Mood } from "./mood.ts";
import type { Receiver } from "./receiver.ts";

/** Everything that the processors' servers know; plain data, so that it can be kept in a file. */
export interface Processors {
  receiver: Receiver;
  klaviyo: Klaviyo;
  mailchimp: Mailchimp;
  google: Google;
}

/** What a processor is called on the page, and in the API that changes its mood. */
export const PROCESSOR_NAMES = {
  receiver: "Loyalty programme (reference receiver)",
  klaviyo: "Klaviyo",
  mailchimp: "Mailchimp",
  google: "Google Analytics",
} as const satisfies Record<keyof Processors, string>;

/** One of the processors. */
export type ProcessorName = keyof Processors;

export const isProcessor = (name: string): name is ProcessorName => Object.hasOwn(PROCESSOR_NAMES, name);

/** The secret of the reference receiver. */
export const RECEIVER_SECRET = `whsec_${Buffer.from("the reference receiver of Candor").toString("base64")}`;

/** Processors that have nobody yet, and behave well. */
export function newProcessors(): Processors {
  const nobody = () => ({ contacts: [], leaving: [], mood: { name: "well" as const }, log: [] });
  return {
    receiver: { ...nobody(), secret: RECEIVER_SECRET, answered: {} },
    klaviyo: { ...nobody(), key: KLAVIYO_KEY },
    mailchimp: { ...nobody(), key: MAILCHIMP_KEY },
    google: { ...nobody(), account: null, taken: [] },
  };
}

const EVENTS = ["Placed Order", "Opened Email", "Viewed Product"];

/** The shop's customers as each of them would know them: everybody has an e-mail address, some more. */
export function fillProcessors(processors: Processors): void {
  const all: Contact[] = PEOPLE.map((person, index) =>
    newContact({
      id: `01${String(index).padStart(4, "0")}`,
      email: person.email,
      phone: person.phone,
      firstName: person.first,
      lastName: person.last,
      sms_ok: index % 3 === 0,
      events: EVENTS.slice(0, index % 4).map((name, day) => ({
        name,
        at: `2026-0${String(day + 1)}-11T09:00:00.000Z`,
      })),
    }),
  );
  const each = (skip: number): Contact[] => structuredClone(all.filter((_, index) => index % 5 !== skip));
  Object.assign(processors.receiver, { contacts: each(3), leaving: [] });
  Object.assign(processors.klaviyo, { contacts: each(4), leaving: [] });
  Object.assign(processors.mailchimp, { contacts: each(2), leaving: [] });
  Object.assign(processors.google, { contacts: each(1), leaving: [], taken: [] });
}

/** Has a processor behave in another way; one that behaves well again carries out what it was slow with. */
export function setMood(processors: Processors, name: ProcessorName, mood: Mood): void {
  const store: ContactStore & { mood: Mood } = processors[name];
  store.mood = mood;
  if (mood.name === "well") letLeave(store);
}
