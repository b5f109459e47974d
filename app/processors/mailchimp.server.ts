import { askAndLook, type Steps } from "./ask-and-look.server.ts";
import { byHand } from "./by-hand.ts";
import type { Connector, Visit } from "./connector.server.ts";
import { done, type Corrections, type ErrandAct, type ErrandResult } from "./errand.ts";
import { flattenFacts } from "./flatten-facts.ts";
import { mailchimpApi, type MailchimpApi, type MailchimpMember } from "./mailchimp-api.server.ts";

/** Mailchimp does at once what it is told; a look may lag behind for as long as this (ms). */
const SETTLE_MS = 3_600_000;

/** States of a member who gets no marketing. */
const SILENT = ["unsubscribed", "archived", "cleaned"];

/** A member and the audience that has them. */
interface Found {
  list: string;
  audience: string;
  member: MailchimpMember;
}

/**
 * Mailchimp, by its Marketing API, in each audience of the account (or those that the store named). Repeats are
 * harmless: every run looks first, and erasing, unsubscribing, tagging or setting a field twice is the same as once.
 */
export const mailchimp: Connector = {
  async run(visit) {
    const { errand, processor } = visit;
    const { email } = errand.identity;
    if (email === undefined)
      return byHand(
        processor,
        errand.act,
        "Mailchimp knows people by e-mail address, and this one is not known by any.",
      );
    const api = mailchimpApi(visit, visit.now);
    const lists = await audiences(api, visit);
    return ACTS[errand.act]({ api, visit, email, find: (address) => findMembers(api, lists, address) });
  },

  async check(target, now) {
    const lists = await mailchimpApi(target, now).lists();
    const names = lists.map(({ name }) => `“${name}”`).join(", ");
    return lists.length === 0
      ? "Mailchimp lets us in; the account has no audience."
      : `Mailchimp lets us in: ${names}.`;
  },
};

type Find = (address: string) => Promise<Found[]>;

/** What each act works with. `email`: by which the person is known. */
interface Case {
  api: MailchimpApi;
  visit: Visit;
  email: string;
  find: Find;
}

type Act = (one: Case) => Promise<ErrandResult>;

const silence: Act = ({ api, visit, email, find }) =>
  askAndLook(visit, {
    ...steps(find, email, ({ status }) => SILENT.includes(status), "the member is unsubscribed"),
    ask: () => each(find, email, ({ list }) => api.update(list, email, { status: "unsubscribed" })),
  });

const mark = (tag: string): Act => {
  const has = ({ tags = [] }: MailchimpMember) => tags.some(({ name }) => name === tag);
  return ({ api, visit, email, find }) =>
    askAndLook(visit, {
      ...steps(find, email, has, `the member has the tag "${tag}"`),
      ask: () => each(find, email, ({ list }) => api.tag(list, email, tag)),
    });
};

const erase: Act = ({ api, visit, email, find }) =>
  askAndLook(visit, {
    ...steps(find, email, () => false, "the member is gone"),
    ask: () => each(find, email, ({ list }) => api.deletePermanently(list, email)),
  });

const readAll: Act = async ({ email, find }) => toItems(await find(email));

const ACTS: Readonly<Record<ErrandAct, Act>> = {
  access: readAll,
  portability: readAll,
  delete: erase,
  restrict: silence,
  object: silence,
  "withdraw-consent": silence,
  // tags that mark a person's choice, for the store's own segments to obey
  "opt-out-of-sale": mark("Do not sell or share"),
  "limit-sensitive": mark("Limit sensitive data"),
  correct: ({ api, visit, email, find }) => askAndLook(visit, correcting(api, find, email, visit.errand.changes ?? {})),
};

async function audiences(api: MailchimpApi, { processor }: Visit): Promise<{ id: string; name: string }[]> {
  const wanted = processor.settings.audiences ?? [];
  const all = await api.lists();
  return wanted.length === 0 ? all : all.filter(({ id }) => wanted.includes(id));
}

async function findMembers(
  api: MailchimpApi,
  lists: readonly { id: string; name: string }[],
  address: string,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const { id, name } of lists) {
    const member = await api.member(id, address);
    if (member) found.push({ list: id, audience: name, member });
  }
  return found;
}

async function each(find: Find, email: string, work: (found: Found) => Promise<void>): Promise<void> {
  for (const found of await find(email)) await work(found);
}

/** Looks whether each member of this address is as wanted; with nobody there, it is. */
function steps(find: Find, email: string, isFine: (member: MailchimpMember) => boolean, wanted: string) {
  return {
    settleMs: SETTLE_MS,
    wanted,
    async look() {
      const found = await find(email);
      return { isHeld: found.length > 0, isAsAsked: found.every(({ member }) => isFine(member)) };
    },
  };
}

function toItems(found: readonly Found[]): ErrandResult {
  const records = found.map(({ audience, member }) => {
    const { _links, ...facts } = member;
    return {
      kind: `Mailchimp member of “${audience}”`,
      recordedAt: member.timestamp_opt ?? null,
      facts: flattenFacts(facts),
    };
  });
  return done(found.length === 0 ? "nothing-held" : "as-asked", { records, files: [] });
}

/** The new values as merge fields, of which only those count that the audience has. */
function fieldsOf({ firstName, lastName, phone }: Corrections, member: MailchimpMember): Record<string, string> {
  const wanted = { FNAME: firstName, LNAME: lastName, PHONE: phone };
  const has = member.merge_fields ?? {};
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) => (value !== undefined && name in has ? [[name, value]] : [])),
  );
}

function correcting(api: MailchimpApi, find: Find, email: string, changes: Corrections): Steps {
  const address = changes.email ?? email;
  const isFine = (member: MailchimpMember) =>
    member.email_address.toLowerCase() === address.toLowerCase() &&
    Object.entries(fieldsOf(changes, member)).every(([name, value]) => member.merge_fields?.[name] === value);
  const everywhere = async () => {
    const old = await find(email);
    return address.toLowerCase() === email.toLowerCase() ? old : [...old, ...(await find(address))];
  };
  return {
    settleMs: SETTLE_MS,
    wanted: "the member has the new values",
    async look() {
      const found = await everywhere();
      return { isHeld: found.length > 0, isAsAsked: found.every(({ member }) => isFine(member)) };
    },
    async ask() {
      for (const { list, member } of await everywhere()) {
        if (isFine(member)) continue;
        const merged = fieldsOf(changes, member);
        const body = { email_address: address, ...(Object.keys(merged).length > 0 && { merge_fields: merged }) };
        await api.update(list, member.email_address, body);
      }
    },
  };
}
