import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { accountOf } from "../../standin/processors/google.ts";
import { isProcessorHost } from "../../standin/processors/processor-hosts.ts";
import { newProcessors, RECEIVER_SECRET } from "../../standin/processors/processors.ts";
import { redirectCalls } from "../../standin/processors/redirect.ts";
import { serveProcessors } from "../../standin/processors/serve-processors.ts";
import { testSettings } from "../db/test-database.ts";
import { inTransaction } from "../db/database.server.ts";
import { settings, useSettings } from "../env.server.ts";
import { keepSubject } from "../vault/subjects.server.ts";
import type { ConnectorKind } from "./connectors.ts";
import type { ProcessorDraft } from "./draft.ts";
import { ERRAND_ACTS, type Errand } from "./errand.ts";
import type { ProcessorSettings } from "./processor.ts";
import { saveProcessor } from "./save-processor.server.ts";

export const STAFF = { by: "ab".repeat(16), now: new Date("2026-11-01T09:00:00Z") };
export const NOW = new Date("2026-11-01T10:00:00Z");
export const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

/** Servers of processors on this machine, which the tests of a file may call although they are not public. */
export function useProcessors({ hasStores = true } = {}) {
  const processors = newProcessors();
  const at = { url: "" };
  let undo: () => Promise<void> = () => Promise.resolve();
  beforeAll(async () => {
    const listening = await serveProcessors(0, () => processors);
    at.url = listening.url;
    const lead = redirectCalls((host) => (isProcessorHost(host) ? listening.url : undefined));
    undo = async () => {
      lead();
      await listening.close();
    };
    const { host } = new URL(listening.url);
    useSettings({ ...(hasStores ? settings() : testSettings()), privateHosts: [host] });
  });
  afterAll(async () => {
    await undo();
  });
  return { ...processors, at, serviceAccount: accountOf(processors.google).file };
}

/** A draft of a processor with a part in everything. */
export function draftOf(
  connector: ConnectorKind,
  set: ProcessorSettings = {},
  rest: Partial<ProcessorDraft> = {},
): ProcessorDraft {
  return {
    ...{ id: null, name: "Acme Loyalty", connector, vendor: null, acts: ERRAND_ACTS, settings: set },
    ...{ contact: "", credential: "", isActive: true },
    ...rest,
  };
}

/** Saves it, and answers its id; a draft with problems fails the test. */
export async function addProcessor(shop: string, draft: ProcessorDraft): Promise<string> {
  const saved = await saveProcessor(shop, draft, STAFF);
  if (saved.kind !== "saved") throw new Error(`not saved: ${JSON.stringify(saved)}`);
  return saved.id;
}

/** The reference receiver as a store's processor. */
export function addReceiver(shop: string, url: string): Promise<string> {
  return addProcessor(shop, draftOf("webhook", { url: `${url}/receiver` }, { credential: RECEIVER_SECRET }));
}

/** An errand for a person who is on file. */
export async function errandFor(shop: string, errand: Pick<Errand, "act" | "identity"> & Partial<Errand>) {
  const subject = await inTransaction((tx) => keepSubject(tx, shop, errand.identity));
  return { request: randomUUID(), subject, dueAt: new Date("2026-12-01T00:00:00Z"), ...errand } satisfies Errand;
}
