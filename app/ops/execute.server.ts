import { FolderInUse } from "../db/lock-folder.server.ts";
import type { CommandName, Options } from "./commands.ts";
import type { Command } from "./parse-command.server.ts";
import { plainSentence } from "./plain-sentence.server.ts";
import type { Result } from "./result.ts";
import { writeResult, type Write } from "./write-result.server.ts";

/** How a command ended. `error` is one plain sentence. */
export interface Ended {
  exitCode: number;
  error?: string | undefined;
}

type Run<N extends CommandName> = (options: Options<N>) => Promise<Result> | Result;

/** What carries out each command, loaded when it is asked for: none needs the whole program. */
const RUN: { readonly [N in CommandName]: () => Promise<Run<N>> } = {
  "shops list": async () => (await import("./list-shops.server.ts")).listShops,
  "requests list": async () => (await import("./list-requests.server.ts")).listRequests,
  "requests show": async () => (await import("./show-request.server.ts")).showRequest,
  "requests certificate": async () => (await import("./show-request-certificate.server.ts")).showRequestCertificate,
  "consents list": async () => (await import("./list-consents.server.ts")).listConsents,
  "consents show": async () => (await import("./show-consent.server.ts")).showConsent,
  "consents receipt": async () => (await import("./show-consent.server.ts")).writeReceipt,
  "deliveries list": async () => (await import("./list-deliveries.server.ts")).listDeliveries,
  "deliveries retry": async () => (await import("./retry-delivery.server.ts")).retryDelivery,
  "problems list": async () => (await import("./list-problems.server.ts")).listProblems,
  "problems retry": async () => (await import("./retry-job.server.ts")).retryJob,
  "evidence bundle": async () => (await import("./export-evidence.server.ts")).exportEvidence,
  "evidence verify": async () => (await import("./verify-evidence.server.ts")).verifyEvidence,
  "evidence certificate": async () => (await import("./show-certificate.server.ts")).showCertificate,
  "processors list": async () => (await import("./list-processors.server.ts")).listProcessors,
  "processors check": async () => (await import("./list-processors.server.ts")).checkProcessors,
  "storefront examine": async () => (await import("./examine-storefront.server.ts")).examineStorefront,
  residue: async () => (await import("./find-residue.server.ts")).findResidue,
  metrics: async () => (await import("./show-metrics.server.ts")).showMetrics,
  retention: async () => (await import("./run-retention.server.ts")).carryOutRetention,
  "keys rotate": async () => (await import("./rotate-keys.server.ts")).rotateKeys,
  audit: async () => (await import("./audit-policy.server.ts")).auditFile,
  doctor: async () => (await import("./doctor.server.ts")).doctor,
};

/** Carries a command out in this process. Throws only `FolderInUse`, which means: ask the process that has the database. */
export async function execute(command: Command, write: Write): Promise<Ended> {
  try {
    const run = (await RUN[command.name]()) as (options: Command["options"]) => Promise<Result> | Result;
    return { exitCode: await writeResult(await run(command.options), command.json, write) };
  } catch (error) {
    if (error instanceof FolderInUse) throw error;
    return { exitCode: 1, error: plainSentence(error) };
  }
}
