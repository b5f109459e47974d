import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { readBody } from "./http/serve.ts";
import { answerOperation } from "./graphql/answer-graphql.ts";
import type { AppConfig } from "./read-app-config.ts";
import { startStandin, type Standin, type StandinOptions } from "./start.ts";
import type { AccessToken } from "./state.ts";
import { DEMO_SHOP } from "./world.ts";

/** A webhook as the app under test received it. */
interface Received {
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A stand-in with an app that keeps what it receives. */
export interface Stage {
  standin: Standin;
  received: Received[];
  /** What the app answers from now on; "nothing" leaves the sender waiting. */
  answerWith(status: number | "nothing"): void;
  close(): Promise<void>;
}

/** Scopes with which the tests may read everything that is not about scopes. */
const ALL_SCOPES = [
  "read_all_orders",
  "read_customers",
  "read_draft_orders",
  "read_orders",
  "read_products",
  "write_customer_data_erasure",
  "write_legal_policies",
  "write_privacy_settings",
];

const TOPICS = [
  "customers/data_request",
  "customers/redact",
  "shop/redact",
  "app/uninstalled",
  "app/scopes_update",
] as const;

/** A `shopify.app.toml` that tests do not share with the product. */
const CONFIG: AppConfig = {
  name: "Candor",
  scopes: ALL_SCOPES,
  apiVersion: "2026-10",
  topics: new Map(TOPICS.map((topic) => [topic, "/webhooks"])),
  proxy: { url: "/proxy", prefix: "apps", subpath: "privacy" },
};

/** Starts both on free ports. */
export async function setStage(options: StandinOptions = {}): Promise<Stage> {
  const received: Received[] = [];
  let answer: number | "nothing" = 200;
  const app = createServer((request, response) => {
    void readBody(request).then((body) => {
      received.push({ url: request.url ?? "", headers: request.headers, body });
      if (answer !== "nothing") response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => {
    app.listen(0, "127.0.0.1", resolve);
  });
  const { port } = app.address() as AddressInfo;
  const standin = await startStandin({
    appUpstream: `http://localhost:${String(port)}`,
    appConfig: CONFIG,
    ...options,
  });
  return {
    standin,
    received,
    answerWith: (next) => {
      answer = next;
    },
    close: async () => {
      app.closeAllConnections();
      app.close();
      await standin.close();
    },
  };
}

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
  extensions: {
    cost: {
      requestedQueryCost: number;
      actualQueryCost: number | null;
      throttleStatus: { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };
    };
  };
}

/** Runs an operation without HTTP, with an offline token (or a staff member's) of these scopes. */
export function ask(
  standin: Standin,
  query: string,
  options: { scopes?: readonly string[]; staff?: number; variables?: Record<string, unknown> } = {},
): Answer {
  const token: AccessToken = {
    shop: DEMO_SHOP,
    scopes: [...(options.scopes ?? ALL_SCOPES)],
    expiresAt: null,
    staff: options.staff ?? null,
    replaces: null,
  };
  const asked = { query, variables: options.variables ?? {}, operationName: undefined };
  return JSON.parse(JSON.stringify(answerOperation(standin.world, token, asked))) as Answer;
}
