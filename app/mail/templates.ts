import type { GroundId } from "../law/refusal-articles.ts";
import type { RequestKind } from "../law/requests.ts";

/** Why an answer may take longer: the two reasons that the law knows (GDPR art. 12(3)). */
export const DELAY_REASONS = ["complex", "many"] as const;
/** Why an answer takes longer. */
export type DelayReason = (typeof DELAY_REASONS)[number];

/**
 * What a variable of a mail may hold, and so how it is written for the reader:
 * - `kind`: what was asked for, in the words of the request form
 * - `ground`: an id of the closed list of grounds to refuse, or several; written as why, in plain words
 * - `delay`: one of `DELAY_REASONS`; written as why
 * - `date`: ISO 8601, a day or a time; written as a day in the reader's language
 * - `time`: the same, written with the hour
 * - `link`: an address that begins with https:// (http:// on this machine)
 * - `text`: one line that somebody typed
 * - `note`: several lines that staff typed
 * - `list`: names, put together with "and"
 * - `flag`: for `{% if … %}` only
 */
interface VariableTypes {
  kind: RequestKind;
  ground: GroundId | readonly GroundId[];
  delay: DelayReason;
  date: string;
  time: string;
  link: string;
  text: string;
  note: string;
  list: readonly string[];
  flag: boolean;
}

/** One type of variable. */
export type VariableType = keyof VariableTypes;

/** What can be said in a mail of one kind. */
interface Template {
  /** Who gets it: the person of the request, the store's own contact, or a processor's privacy contact. */
  to: "person" | "store" | "processor";
  /** Facts that the caller must give. */
  needs: Readonly<Record<string, VariableType>>;
  /** Facts that the caller may give; a text shows them inside `{% if … %}`. */
  may?: Readonly<Record<string, VariableType>>;
  /** Variables that every wording must show, because without them the mail is of no use or not lawful. */
  shows: readonly string[];
  /** Sent although its person was erased meanwhile: it tells of the erasure, or carries it on. */
  outlivesErasure?: true;
}

/**
 * Every mail that Candor sends. A mail to somebody whose mailbox is not proven yet holds nothing that a stranger may
 * have typed, not even a name: otherwise the form could be used to send people messages.
 *
 * Sources: GDPR art. 12(3) and (4) (answer, extension with reasons, refusal with the right to complain), art. 19;
 * CCPA regulations §7021 (confirmation within 10 business days), §7022–7024.
 */
export const TEMPLATES = {
  received: {
    to: "person",
    needs: { kind: "kind", deadline: "date" },
    may: { link: "link" },
    shows: ["kind", "deadline"],
  },
  verify: { to: "person", needs: { kind: "kind", link: "link", expires: "date" }, shows: ["link", "expires"] },
  "verify-reminder": {
    to: "person",
    needs: { kind: "kind", link: "link", expires: "date" },
    shows: ["link", "expires"],
  },
  verified: { to: "person", needs: { kind: "kind", deadline: "date" }, may: { link: "link" }, shows: ["deadline"] },
  "asked-for-you": { to: "person", needs: { kind: "kind", link: "link" }, shows: ["kind", "link"] },
  extended: {
    to: "person",
    needs: { kind: "kind", deadline: "date", why: "delay" },
    may: { reason: "note" },
    shows: ["deadline", "why", "reason"],
  },
  clarification: {
    to: "person",
    needs: { kind: "kind", question: "note" },
    may: { link: "link" },
    shows: ["question"],
  },
  done: { to: "person", needs: { kind: "kind", link: "link", expires: "date" }, shows: ["link", "expires"] },
  "open-package": { to: "person", needs: { link: "link", expires: "time" }, shows: ["link"] },
  "done-deleted": {
    to: "person",
    needs: {},
    may: { invoicesUntil: "date", invoicesLaw: "text", ground: "ground", kept: "note" },
    shows: ["invoicesUntil", "ground", "kept"],
    outlivesErasure: true,
  },
  "done-corrected": { to: "person", needs: {}, may: { changes: "list" }, shows: [] },
  "done-restricted": { to: "person", needs: {}, shows: [] },
  "done-objected": { to: "person", needs: {}, shows: [] },
  "done-opted-out": { to: "person", needs: {}, shows: [] },
  "done-limited": { to: "person", needs: {}, shows: [] },
  "done-withdrawn": { to: "person", needs: {}, shows: [] },
  "done-nothing-found": { to: "person", needs: { kind: "kind" }, shows: [] },
  partial: {
    to: "person",
    needs: { kind: "kind", missing: "list" },
    may: { done: "list", link: "link", expires: "date" },
    shows: ["missing", "link"],
    outlivesErasure: true,
  },
  refused: {
    to: "person",
    needs: { kind: "kind", ground: "ground" },
    may: { article: "text", explanation: "note", authority: "text", authorityLink: "link", appealLink: "link" },
    shows: ["ground", "explanation", "authority", "authorityLink", "appealLink"],
  },
  "appeal-received": { to: "person", needs: { kind: "kind", deadline: "date" }, shows: ["deadline"] },
  "appeal-decided": {
    to: "person",
    needs: { kind: "kind", explanation: "note" },
    may: { granted: "flag", authority: "text", authorityLink: "link" },
    shows: ["explanation", "authority", "authorityLink"],
  },
  expired: { to: "person", needs: { kind: "kind" }, may: { link: "link" }, shows: ["kind"] },
  "policy-changed": { to: "person", needs: { link: "link", effective: "date" }, shows: ["link"] },
  "processor-errand": {
    to: "processor",
    needs: { kind: "kind", link: "link", deadline: "date" },
    may: { email: "text", customerId: "text", phone: "text", processor: "text", changes: "list" },
    shows: ["link", "email"],
    outlivesErasure: true,
  },
  "staff-new-request": { to: "store", needs: { kind: "kind", deadline: "date", link: "link" }, shows: ["link"] },
  "staff-reminder": {
    to: "store",
    needs: { kind: "kind", deadline: "date", link: "link" },
    may: { overdue: "flag" },
    shows: ["deadline", "link"],
  },
  "staff-hold-review": { to: "store", needs: { reviewOn: "date", link: "link" }, shows: ["link"] },
  test: { to: "store", needs: { at: "time" }, shows: [] },
} as const satisfies Readonly<Record<string, Template>>;

/** The name of a mail. */
export type MailTemplate = keyof typeof TEMPLATES;

/** All names, in the order in which a request meets them. */
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as MailTemplate[];

/** Whether a text from outside names a mail. */
export function isTemplate(name: string): name is MailTemplate {
  return Object.hasOwn(TEMPLATES, name);
}

type Needed<T extends MailTemplate> = {
  readonly [K in keyof (typeof TEMPLATES)[T]["needs"]]: (typeof TEMPLATES)[T]["needs"][K] extends VariableType
    ? VariableTypes[(typeof TEMPLATES)[T]["needs"][K]]
    : never;
};
type May<T extends MailTemplate> = (typeof TEMPLATES)[T] extends {
  may: infer M extends Readonly<Record<string, VariableType>>;
}
  ? { readonly [K in keyof M]?: VariableTypes[M[K]] | undefined }
  : unknown;

/** What the caller tells a mail: its needed variables, and the optional ones that apply. */
export type MailFacts<T extends MailTemplate> = Needed<T> & May<T>;

/** Variables that Candor fills in by itself in every mail: the store's name and the request's short reference. */
const ALWAYS: Readonly<Record<string, VariableType>> = { store: "text", reference: "text" };

/** Every variable that a wording of this mail may use. */
export function variablesOf(template: MailTemplate): Readonly<Record<string, VariableType>> {
  const { needs, may = {} }: Template = TEMPLATES[template];
  return { ...ALWAYS, ...needs, ...may };
}

/** The rules of one mail, for code that handles all of them alike. */
export function templateRules(template: MailTemplate): Template {
  return TEMPLATES[template];
}
