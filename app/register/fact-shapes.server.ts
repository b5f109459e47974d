import { z } from "zod";
import { LEGAL_BASES } from "../law/legal-bases.ts";
import { ALL_PURPOSES } from "../law/purposes.ts";
import { TRANSFER_BASES } from "../law/transfers.ts";
import { DATA_SOURCES, ELEMENTS, PROVISIONS, TERMS } from "./elements.ts";
import { FACT_ORIGINS, FACT_STATUSES } from "./fact.ts";
import {
  CONTACT_KINDS,
  DECISION_KINDS,
  DISCLOSURE_GROUNDS,
  LINK_KINDS,
  SECURITY_MEASURES,
  SIGNAL_RESPONSES,
  WORDINGS,
} from "./fact-lists.ts";
import type { AnyFact, Lists, Singles } from "./facts.ts";
import { kindOf } from "./kinds.ts";
import { INTERESTS, PROCESSING_PURPOSES } from "./processing-purposes.ts";
import { VENDOR_ROLES } from "./processing.ts";
import { RETENTION_CATEGORIES, RETENTION_TRIGGERS } from "./retention-rules.ts";

const text = (most: number) => z.string().trim().max(most);
const country = z.union([z.literal(""), z.string().regex(/^[A-Z]{2}$/)]);
const address = z.union([z.literal(""), z.url({ protocol: /^https$/ }).max(500)]);
const day = z.iso.date().nullable();
const needs = z.int().min(0).max(ALL_PURPOSES);
const language = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
const yesNo = z.boolean().nullable();
const elements = z.array(z.enum(ELEMENTS));
const period = z.union([
  z.object({ months: z.int().min(0).max(1200) }),
  z.object({ days: z.int().min(0).max(36_500) }),
  z.literal("until-asked"),
  z.null(),
]);

const fact = {
  id: z.string().min(1).max(200),
  status: z.enum(FACT_STATUSES),
  origin: z.enum(FACT_ORIGINS),
  ref: z.string().max(100),
};
const of = <Shape extends z.ZodRawShape>(shape: Shape) => z.object({ ...fact, ...shape });
const signal = of({ response: z.enum(SIGNAL_RESPONSES).nullable() });

/** The shape of each kind of fact, as it is kept and as it comes from a form. */
const SHAPES: { readonly [Kind in keyof (Singles & Lists)]: z.ZodType<(Singles & Lists)[Kind]> } = {
  store: of({ legalName: text(200), tradingName: text(200), country, domains: z.array(text(253)).max(50) }),
  reach: of({ isEstablishedInEea: yesNo, isEstablishedInUk: yesNo, isUnderCcpa: yesNo, isOverTenMillion: yesNo }),
  advertising: of({ isTargeted: yesNo, sellsForMoney: yesNo }),
  minors: of({ minimumAge: z.int().min(0).max(99).nullable(), isDirectedToChildren: z.boolean() }),
  doNotTrack: signal,
  globalPrivacyControl: signal,
  banner: of({ offered: needs, honoursNoTrack: z.boolean(), forMinors: z.boolean() }),
  publication: of({
    ...{ effectiveOn: day, reviewedOn: day },
    ...{ languages: z.array(language).max(100), announcesByMail: z.boolean() },
  }),
  rights: of({
    scope: z.enum(["everyone", "where-required"]),
    answersWithinDays: z.int().min(1).max(365).nullable(),
  }),
  terms: of({ term: z.enum(TERMS), name: text(100).min(1) }),
  elements: of({
    ...{ element: z.enum(ELEMENTS), sources: z.array(z.enum(DATA_SOURCES)) },
    ...{ provision: z.enum(PROVISIONS), beforeConsent: z.boolean() },
  }),
  purposes: of({
    ...{ purpose: z.enum(PROCESSING_PURPOSES), basis: z.enum(LEGAL_BASES).nullable() },
    ...{ interest: z.enum(INTERESTS).nullable(), balancing: text(2000), elements, needs },
  }),
  vendors: of({
    ...{ vendor: z.string().regex(/^[a-z][a-z0-9-]{0,90}$/), name: text(100).min(1), company: text(200), country },
    ...{ role: z.enum(VENDOR_ROLES).nullable(), purposes: z.array(z.enum(PROCESSING_PURPOSES)), elements },
    ...{ transfer: z.array(z.enum(TRANSFER_BASES)), alsoIn: z.array(z.string().regex(/^[A-Z]{2}$/)).max(100) },
    ...{ hasDpa: yesNo, privacyUrl: address, optOutUrl: address, ads: z.boolean(), needs, checked: day },
  }),
  cookies: of({
    ...{ name: text(100).min(1), vendor: text(100), domain: text(253), needs },
    ...{ days: z.number().min(0).max(36_500), isEssential: z.boolean() },
  }),
  retention: of({ category: z.enum(RETENTION_CATEGORIES), period, trigger: z.enum(RETENTION_TRIGGERS) }),
  decisions: of({
    ...{ decision: z.enum(DECISION_KINDS), isSolelyAutomated: z.boolean() },
    ...{ isWeighty: z.boolean(), hasReview: z.boolean() },
  }),
  contacts: of({ contact: z.enum(CONTACT_KINDS), name: text(200), value: text(500) }),
  disclosures: of({ ground: z.enum(DISCLOSURE_GROUNDS) }),
  links: of({ link: z.enum(LINK_KINDS), url: address }),
  markets: of({ country: z.string().regex(/^[A-Z]{2}$/) }),
  languages: of({ language, isPrimary: z.boolean() }),
  sightings: of({
    ...{ service: text(100).min(1), name: text(253), isKnown: z.boolean() },
    ...{ hosts: z.array(text(253)).max(200), cookies: z.array(text(200)).max(200) },
  }),
  wordings: of({ wording: z.enum(WORDINGS) }),
  measures: of({ measure: z.enum(SECURITY_MEASURES) }),
};

/** A fact as it was kept or sent; undefined when it is of no shape that this version knows. */
export function parseFact(_shop: string, sent: Readonly<Record<string, unknown>>): AnyFact | undefined {
  const { id } = sent;
  const kind = typeof id === "string" ? kindOf(id) : undefined;
  if (kind === undefined) return undefined;
  const read = (SHAPES[kind] as z.ZodType<AnyFact>).safeParse(sent);
  return read.success ? read.data : undefined;
}
