import { FolderInUse } from "../db/lock-folder.server.ts";
import type { CommandName, Options } from "./commands.ts";
import { doctor } from "./doctor.server.ts";
import { examineStorefront } from "./examine-storefront.server.ts";
import { exportEvidence } from "./export-evidence.server.ts";
import { findResidue } from "./find-residue.server.ts";
import { listConsents } from "./list-consents.server.ts";
import { listDeliveries } from "./list-deliveries.server.ts";
import { listProblems } from "./list-problems.server.ts";
import { listRequests } from "./list-requests.server.ts";
import { listShops } from "./list-shops.server.ts";
import type { Command } from "./parse-command.server.ts";
import { plainSentence } from "./plain-sentence.server.ts";
import type { Result } from "./result.ts";
import { retryDelivery } from "./retry-delivery.server.ts";
import { retryJob } from "./retry-job.server.ts";
import { rotateKeys } from "./rotate-keys.server.ts";
import { showCertificate } from "./show-certificate.server.ts";
import { showConsent, writeReceipt } from "./show-consent.server.ts";
import { showRequest } from "./show-request.server.ts";
import { verifyEvidence } from "./verify-evidence.server.ts";
import { writeResult, type Write } from "./write-result.server.ts";

/** How a command ended. `error` is one plain sentence. */
export interface Ended {
  exitCode: number;
  error?: string | undefined;
}

/** What carries out each command. */
const RUN: { readonly [N in CommandName]: (options: Options<N>) => Promise<Result> | Result } = {
  "shops list": listShops,
  "requests list": listRequests,
  "requests show": showRequest,
  "consents list": listConsents,
  "consents show": showConsent,
  "consents receipt": writeReceipt,
  "deliveries list": listDeliveries,
  "deliveries retry": retryDelivery,
  "problems list": listProblems,
  "problems retry": retryJob,
  "evidence bundle": exportEvidence,
  "evidence verify": verifyEvidence,
  "evidence certificate": showCertificate,
  "storefront examine": examineStorefront,
  residue: findResidue,
  "keys rotate": rotateKeys,
  doctor,
};

/** Carries a command out in this process. Throws only `FolderInUse`, which means: ask the process that has the database. */
export async function execute(command: Command, write: Write): Promise<Ended> {
  const run = RUN[command.name] as (options: Command["options"]) => Promise<Result> | Result;
  try {
    return { exitCode: await writeResult(await run(command.options), command.json, write) };
  } catch (error) {
    if (error instanceof FolderInUse) throw error;
    return { exitCode: 1, error: plainSentence(error) };
  }
}
