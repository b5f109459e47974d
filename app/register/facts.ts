import type { LegalBasis } from "../law/legal-bases.ts";
import type { PurposeSet } from "../law/purposes.ts";
import type { TransferBasis } from "../law/transfers.ts";
import type { DataElement, DataSource, Provision, Term } from "./elements.ts";
import type { Fact } from "./fact.ts";
import type {
  ContactKind,
  DecisionKind,
  DisclosureGround,
  LinkKind,
  SecurityMeasure,
  SignalResponse,
  Wording,
} from "./fact-lists.ts";
import type { Interest, ProcessingPurpose } from "./processing-purposes.ts";
import type { RetentionCategory, RetentionPeriod, RetentionTrigger } from "./retention-rules.ts";
import type { VendorRole } from "./processing.ts";

/** Who the store is. "" is not known. `country`: ISO 3166-1 alpha-2. `domains`: the primary one first. */
export interface StoreFact extends Fact {
  readonly legalName: string;
  readonly tradingName: string;
  readonly country: string;
  readonly domains: readonly string[];
}

/** What decides which laws reach the store. null: nobody has said. */
export interface ReachFact extends Fact {
  /** An office or staff in the European Economic Area, in the United Kingdom (GDPR art. 3(1), 27). */
  readonly isEstablishedInEea: boolean | null;
  readonly isEstablishedInUk: boolean | null;
  /** Over the thresholds of California's act (§1798.140(d)); over 10,000,000 people (11 CCR §7102). */
  readonly isUnderCcpa: boolean | null;
  readonly isOverTenMillion: boolean | null;
}

/** Advertising that fits a person's interests, and the sale of data. null: nobody has said. */
export interface AdvertisingFact extends Fact {
  readonly isTargeted: boolean | null;
  readonly sellsForMoney: boolean | null;
}

/** Young people. `minimumAge`: years, null when nobody has said. */
export interface MinorsFact extends Fact {
  readonly minimumAge: number | null;
  readonly isDirectedToChildren: boolean;
}

/** What the store says it does when a browser sends a signal. null: it says nothing. */
export interface SignalFact extends Fact {
  readonly response: SignalResponse | null;
}

/** What the banner does, as its settings say. */
export interface BannerFact extends Fact {
  /** The purposes that shoppers are asked about. */
  readonly offered: PurposeSet;
  readonly honoursNoTrack: boolean;
  readonly forMinors: boolean;
}

/** The policy as a publication. Days: YYYY-MM-DD; null: nobody has said. Languages: BCP 47. */
export interface PublicationFact extends Fact {
  readonly effectiveOn: string | null;
  readonly reviewedOn: string | null;
  readonly languages: readonly string[];
  /** Customers are told of a material change by e-mail, beside the page. */
  readonly announcesByMail: boolean;
}

/** Who has the rights, and how long the store says that an answer takes (days; null: as the law says). */
export interface RightsFact extends Fact {
  readonly scope: "everyone" | "where-required";
  readonly answersWithinDays: number | null;
}

/** A defined term under the name that the policy gives it. */
export interface TermFact extends Fact {
  readonly term: Term;
  readonly name: string;
}

/** An element that the store collects. `beforeConsent`: also of a visitor who has not answered the banner. */
export interface ElementFact extends Fact {
  readonly element: DataElement;
  readonly sources: readonly DataSource[];
  readonly provision: Provision;
  readonly beforeConsent: boolean;
}

/** A purpose, with its basis. `interest` and `balancing` belong to legitimate interests; "" is no note. */
export interface PurposeFact extends Fact {
  readonly purpose: ProcessingPurpose;
  readonly basis: LegalBasis | null;
  readonly interest: Interest | null;
  readonly balancing: string;
  readonly elements: readonly DataElement[];
  /** What the banner must have a yes for, 0 when nothing. */
  readonly needs: PurposeSet;
}

/** A recipient. What it loads in the storefront, and what that needs, is decided in the service's own entry. */
export interface VendorFact extends Fact {
  readonly vendor: string;
  readonly name: string;
  readonly company: string;
  /** ISO 3166-1 alpha-2; "" unknown. */
  readonly country: string;
  /** null: nobody has said. */
  readonly role: VendorRole | null;
  readonly purposes: readonly ProcessingPurpose[];
  readonly elements: readonly DataElement[];
  readonly transfer: readonly TransferBasis[];
  /** Countries where data goes beside the seat of the company. */
  readonly alsoIn: readonly string[];
  /** A contract on processing (GDPR art. 28) stands; null: nobody has said. */
  readonly hasDpa: boolean | null;
  readonly privacyUrl: string;
  readonly optOutUrl: string;
  /** It uses the data for advertising across sites. */
  readonly ads: boolean;
  readonly needs: PurposeSet;
  /** When the facts were compared with the provider's pages, YYYY-MM-DD; null: from general knowledge, or from staff. */
  readonly checked: string | null;
}

/** A cookie or cookie pattern ("*": any ending). `domain` "" is the shop's own. Days; 0: until the browser closes. */
export interface CookieFact extends Fact {
  readonly name: string;
  readonly vendor: string;
  readonly domain: string;
  readonly needs: PurposeSet;
  readonly days: number;
  readonly isEssential: boolean;
}

/** How long a kind of records is kept. */
export interface RetentionFact extends Fact {
  readonly category: RetentionCategory;
  readonly period: RetentionPeriod;
  readonly trigger: RetentionTrigger;
}

/** A decision that a program makes about people (GDPR art. 13(2)(f), 22). */
export interface DecisionFact extends Fact {
  readonly decision: DecisionKind;
  /** Nobody looks before it takes effect. */
  readonly isSolelyAutomated: boolean;
  /** It binds in law or weighs as much: an order refused. */
  readonly isWeighty: boolean;
  /** A person can be asked to look again. */
  readonly hasReview: boolean;
}

/** How the store is reached about privacy. Public: it stands in the policy. `name`: of a role or a person. */
export interface ContactFact extends Fact {
  readonly contact: ContactKind;
  readonly name: string;
  /** An e-mail address, an address of a page, or a postal address with line breaks. */
  readonly value: string;
}

/** On which ground data goes to people who are no vendors. */
export interface DisclosureFact extends Fact {
  readonly ground: DisclosureGround;
}

/** A link of the policy to somebody else's page. "" is a link that leads nowhere. */
export interface LinkFact extends Fact {
  readonly link: LinkKind;
  readonly url: string;
}

/** A country (ISO 3166-1 alpha-2) that the store sells to. */
export interface MarketFact extends Fact {
  readonly country: string;
}

/** A language (BCP 47) that the storefront is published in. */
export interface LanguageFact extends Fact {
  readonly language: string;
  readonly isPrimary: boolean;
}

/** Something that ran on the storefront and is not in the register. `isKnown`: our table knows the service. */
export interface SightingFact extends Fact {
  /** The id that it would have in the register. */
  readonly service: string;
  readonly name: string;
  readonly isKnown: boolean;
  readonly hosts: readonly string[];
  readonly cookies: readonly string[];
}

/** Words of the policy in force that cannot stand as they are. */
export interface WordingFact extends Fact {
  readonly wording: Wording;
}

/** How data is protected. */
export interface MeasureFact extends Fact {
  readonly measure: SecurityMeasure;
}

/** Facts of which there is one. */
export interface Singles {
  readonly store: StoreFact;
  readonly reach: ReachFact;
  readonly advertising: AdvertisingFact;
  readonly minors: MinorsFact;
  readonly doNotTrack: SignalFact;
  readonly globalPrivacyControl: SignalFact;
  readonly banner: BannerFact;
  readonly publication: PublicationFact;
  readonly rights: RightsFact;
}

/** Facts of which there are many, each with its key. What is not there is not so. */
export interface Lists {
  readonly terms: TermFact;
  readonly elements: ElementFact;
  readonly purposes: PurposeFact;
  readonly vendors: VendorFact;
  readonly cookies: CookieFact;
  readonly retention: RetentionFact;
  readonly decisions: DecisionFact;
  readonly contacts: ContactFact;
  readonly disclosures: DisclosureFact;
  readonly links: LinkFact;
  readonly markets: MarketFact;
  readonly languages: LanguageFact;
  readonly sightings: SightingFact;
  readonly wordings: WordingFact;
  readonly measures: MeasureFact;
}

/**
 * What a store really does with personal data: one immutable tree of facts. The policy, the banner's purposes, the tasks
 * of requests and the retention jobs are made from it; it is the record of processing (GDPR art. 30).
 */
export type Register = Singles & { readonly [Kind in keyof Lists]: readonly Lists[Kind][] };

/** The name of a kind of facts. */
export type FactKind = keyof Register;

/** Any fact. */
export type AnyFact = Singles[keyof Singles] | Lists[keyof Lists];
