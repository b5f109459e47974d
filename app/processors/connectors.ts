import type { ErrandAct } from "./errand.ts";

/** The ways in which a processor can be asked. */
export const CONNECTORS = ["webhook", "email", "klaviyo", "mailchimp", "google-analytics", "by-hand"] as const;

/** One way in which a processor can be asked. */
export type ConnectorKind = (typeof CONNECTORS)[number];

/** Whether a text names a connector. */
export function isConnector(text: string): text is ConnectorKind {
  return (CONNECTORS as readonly string[]).includes(text);
}

/**
 * How a connector does an act. "itself": by the processor's API. "asks": a person at the processor is asked, and
 * answers. "by-hand": staff of the store does it, with words and a link.
 */
export type Way = "itself" | "asks" | "by-hand";

const every = (way: Way): Record<ErrandAct, Way> => ({
  access: way,
  portability: way,
  correct: way,
  delete: way,
  restrict: way,
  object: way,
  "opt-out-of-sale": way,
  "limit-sensitive": way,
  "withdraw-consent": way,
});

/** What each connector really does; what an API cannot do is done by hand, never pretended. */
export const CONNECTOR_WAYS: Readonly<Record<ConnectorKind, Readonly<Record<ErrandAct, Way>>>> = {
  webhook: every("itself"),
  email: every("asks"),
  klaviyo: every("itself"),
  mailchimp: every("itself"),
  "google-analytics": { ...every("by-hand"), delete: "itself" },
  "by-hand": every("by-hand"),
};
