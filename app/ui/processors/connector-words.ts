import type { ConnectorKind, Way } from "../../processors/connectors.ts";
import type { ErrandAct } from "../../processors/errand.ts";

/** How a processor is asked: a name for lists, and what it means. */
export interface ConnectorWords {
  label: string;
  help: string;
}

export const CONNECTOR_WORDS: Readonly<Record<ConnectorKind, ConnectorWords>> = {
  email: {
    label: "By mail",
    help: "Candor writes to the company’s privacy contact. Behind a link in the mail they say what became of it, and can attach a file.",
  },
  klaviyo: {
    label: "Klaviyo’s API",
    help: "Candor reads, corrects, silences and erases profiles, and looks afterwards whether it is so.",
  },
  mailchimp: {
    label: "Mailchimp’s API",
    help: "Candor reads, corrects, unsubscribes and permanently deletes members of your audiences, and looks afterwards.",
  },
  "google-analytics": {
    label: "Google Analytics’ API",
    help: "Candor has everything erased that a property knows of a person. Google has no way to look afterwards, and none to read one person.",
  },
  webhook: {
    label: "Signed webhook",
    help: "For your own systems, and for companies that speak Candor’s small protocol: signed calls, answers, and a look afterwards.",
  },
  "by-hand": {
    label: "By hand",
    help: "Nothing is called. Each request becomes a task for your staff, with steps and a link.",
  },
};

/** What is entered so that Candor is let in, and where it is found. */
export const CREDENTIAL_WORDS: Readonly<Partial<Record<ConnectorKind, ConnectorWords>>> = {
  klaviyo: {
    label: "Private API key",
    help: "Klaviyo: Settings, API keys. Scopes: full access to Data Privacy, Profiles, Subscriptions and Lists, read access to Events.",
  },
  mailchimp: {
    label: "API key",
    help: "Mailchimp: Account and billing, Extras, API keys. It ends with a data centre, such as -us21.",
  },
  "google-analytics": {
    label: "Service account key (JSON)",
    help: "Google Cloud: IAM, Service accounts, Keys. Turn the Google Analytics Admin API on, and add the account to the property as Editor.",
  },
  webhook: {
    label: "Secret",
    help: "Leave it empty, and Candor makes one. It is shown once, right after saving.",
  },
};

export const ACT_WORDS: Readonly<Record<ErrandAct, string>> = {
  access: "Get a copy of their data",
  portability: "Get their data for another service",
  correct: "Correct their data",
  delete: "Delete their data",
  restrict: "Stop using their data",
  object: "Object to marketing and profiling",
  "opt-out-of-sale": "Do not sell or share",
  "limit-sensitive": "Limit sensitive data",
  "withdraw-consent": "Withdraw consent",
};

export const WAY_WORDS: Readonly<Record<Way, string>> = {
  itself: "done by itself",
  asks: "asked, then waits for an answer",
  "by-hand": "a task for your staff",
};
