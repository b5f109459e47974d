import type { ConnectorKind } from "./connectors.ts";
import type { ErrandAct } from "./errand.ts";
import type { ProcessorSettings } from "./processor.ts";

/** What staff enters for a processor. */
export interface ProcessorDraft {
  /** Null for a new one. */
  id: string | null;
  name: string;
  connector: ConnectorKind;
  vendor: string | null;
  acts: readonly ErrandAct[];
  settings: ProcessorSettings;
  /** The privacy contact's e-mail address; "" for none. */
  contact: string;
  /** A new key, secret or service account; "" leaves what is kept. */
  credential: string;
  isActive: boolean;
}

/** A field of the form, and what is wrong with it. */
export interface DraftProblem {
  field: "name" | "acts" | "contact" | "credential" | "url" | "audiences" | "property" | "link";
  why: string;
}

/** How saving ended. `secret`: a secret that was made for a webhook; it is shown this once and never again. */
export type Saved =
  | { kind: "saved"; id: string; secret: string | null }
  | { kind: "wrong"; problems: readonly DraftProblem[] }
  | { kind: "unknown" };

const EMAIL = /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;.]{2,}$/;

/** What must still be mended before a draft can be kept, apart from addresses and credentials themselves. */
export function draftProblems(draft: ProcessorDraft, hasCredential: boolean): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const need = (isFine: boolean, field: DraftProblem["field"], why: string) => {
    if (!isFine) problems.push({ field, why });
  };
  const { name, acts, contact, settings } = draft;
  need(name.trim() !== "", "name", "Give it a name.");
  need(name.length <= 100, "name", "Use at most 100 characters.");
  need(acts.length > 0, "acts", "Choose at least one kind of request; to stop asking it, turn it off instead.");
  need(contact === "" || (contact.length <= 254 && EMAIL.test(contact)), "contact", "This is not an e-mail address.");
  need(
    settings.link === undefined || /^https:\/\/[^\s]+$/.test(settings.link),
    "link",
    "The link must begin with https://.",
  );
  return [...problems, ...ofConnector(draft, hasCredential)];
}

const missing = (isThere: boolean, field: DraftProblem["field"], why: string): DraftProblem[] =>
  isThere ? [] : [{ field, why }];

function ofConnector({ connector, settings, contact }: ProcessorDraft, hasCredential: boolean): DraftProblem[] {
  switch (connector) {
    case "webhook":
      return missing((settings.url ?? "") !== "", "url", "Enter the address that is called.");
    case "email":
      return missing(contact !== "", "contact", "Enter the address to which requests are sent.");
    case "klaviyo":
    case "mailchimp":
      return missing(hasCredential, "credential", "Enter the API key.");
    case "google-analytics":
      return [
        ...missing(hasCredential, "credential", "Enter the service account’s key, the whole JSON file."),
        ...missing(/^\d{4,15}$/.test(settings.property ?? ""), "property", "Enter the property’s number, digits only."),
      ];
    case "by-hand":
      return [];
  }
}
