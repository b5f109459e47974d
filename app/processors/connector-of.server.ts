import { byHandOnly } from "./by-hand.server.ts";
import type { Connector } from "./connector.server.ts";
import type { ConnectorKind } from "./connectors.ts";
import { email } from "./email.server.ts";
import { googleAnalytics } from "./google-analytics.server.ts";
import { klaviyo } from "./klaviyo.server.ts";
import { mailchimp } from "./mailchimp.server.ts";
import { webhook } from "./webhook.server.ts";

/** What speaks to each kind of processor. */
export const CONNECTOR_OF: Readonly<Record<ConnectorKind, Connector>> = {
  webhook,
  email,
  klaviyo,
  mailchimp,
  "google-analytics": googleAnalytics,
  "by-hand": byHandOnly,
};
