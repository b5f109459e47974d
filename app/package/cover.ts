import type { Section, SectionItems } from "./sections.ts";

/** What a package says about itself before the data. Times are ISO 8601, `timeZone` an IANA name. */
export interface Cover {
  readonly shop: {
    readonly name: string;
    readonly domain: string;
    readonly contactEmail: string | null;
    readonly timeZone: string;
  };
  readonly person: { readonly name: string | null; readonly email: string | null };
  readonly request: {
    readonly id: string;
    readonly receivedAt: string;
    readonly deadline: string;
    /** The law in words, as the person would look it up. */
    readonly law: string;
  };
  readonly generatedAt: string;
  /** For what the data is used, who else receives it, how long it is kept: sentences, only those that are known. */
  readonly purposes: readonly string[];
  readonly recipients: readonly string[];
  readonly retention: readonly string[];
  /** What could not be collected, and why, in words. */
  readonly missing: readonly { readonly section: Section; readonly what: string }[];
}

/** A file that another company handed over. `company`: the processor's id; `name`: without anything that leads elsewhere. */
export interface HandedFile {
  readonly company: string;
  readonly name: string;
  readonly base64: string;
}

/** Collected data that can be read again and again, page by page, so that a writer never holds all of it. */
export interface PackageSource {
  readonly parts: <S extends Section>(section: S) => AsyncIterable<readonly SectionItems[S][]>;
  /** What other companies handed over as files; absent where nobody can have. */
  readonly files?: () => AsyncIterable<HandedFile>;
}
