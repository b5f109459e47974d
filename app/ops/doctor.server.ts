import { closeDatabase, isDatabaseOpen, openDatabase } from "../db/database.server.ts";
import { FolderInUse } from "../db/lock-folder.server.ts";
import { settings } from "../env.server.ts";
import { checkKeyStore } from "../vault/check-key-store.server.ts";
import { closeKeyStore, openKeyStore } from "../vault/key-store.server.ts";
import { examineDatabase, examineMigrations, examinePartitions } from "./examine-database.server.ts";
import { examineDisk } from "./examine-disk.server.ts";
import { examineMail } from "./examine-mail.server.ts";
import { examineQueue } from "./examine-queue.server.ts";
import { examineSettings } from "./examine-settings.server.ts";
import { examineShopify } from "./examine-shopify.server.ts";
import { plainSentence } from "./plain-sentence.server.ts";
import type { Finding, Result } from "./result.ts";

type Examine = () => Promise<Finding | Finding[]>;

/**
 * `doctor`: a line for each thing that must be right. It applies no migration; what it can't open is a line too. In a
 * process that has its stores open it looks at those. Throws `FolderInUse`, so that the process that holds the database
 * can be asked instead.
 */
export async function doctor(): Promise<Result> {
  const findings = [...examineSettings(settings()), ...(await examineDisk())];
  if (isDatabaseOpen()) return { kind: "findings", findings: [...findings, ...(await examineStores())] };
  try {
    findings.push(...(await openAndExamine()));
  } finally {
    await closeKeyStore();
    await closeDatabase();
  }
  return { kind: "findings", findings };
}

async function openAndExamine(): Promise<Finding[]> {
  try {
    await openDatabase(settings().databaseUrl, { size: 2 });
  } catch (error) {
    if (error instanceof FolderInUse) throw error;
    return [failed("database", error, "See DATABASE_URL and CANDOR_DATA_DIR.")];
  }
  try {
    await openKeyStore();
  } catch (error) {
    return [failed("keys", error, "See CANDOR_KEYS_URL.")];
  }
  return examineStores();
}

/** Stops at what everything else needs: a database that answers and is up to date. */
async function examineStores(): Promise<Finding[]> {
  const database = await attempt("database", examineDatabase, "See that it runs and that DATABASE_URL is right.");
  if (database.some(({ status }) => status === "fail")) return database;
  const migrations = await attempt("migrations", examineMigrations, "Start Candor once.");
  if (migrations.some(({ status }) => status === "fail")) return [...database, ...migrations];
  return [
    ...database,
    ...migrations,
    ...(await attempt("partitions", () => examinePartitions(new Date()), "Start Candor once.")),
    ...(await attempt("keys", examineKeys, "See CANDOR_KEYS_URL, CANDOR_DATA_DIR and CANDOR_MASTER_KEYS.")),
    ...(await attempt("queue", examineQueue, "Start Candor once, which makes the queue.")),
    ...(await attempt("mail", examineMail, "See SMTP_URL.")),
    ...(await attempt("Shopify", examineShopify, "See the sentence before.")),
  ];
}

async function examineKeys(): Promise<Finding> {
  const check = "keys";
  if ((await checkKeyStore()) === "same") {
    return { status: "ok", check, what: "the key store is this database's, and its keys open", todo: null };
  }
  const todo = "Set CANDOR_KEYS_URL (or CANDOR_DATA_DIR) to where the keys of this database are.";
  return { status: "fail", check, what: "the key store belongs to another database", todo };
}

async function attempt(check: string, examine: Examine, todo: string): Promise<Finding[]> {
  try {
    return [await examine()].flat();
  } catch (error) {
    return [failed(check, error, todo)];
  }
}

function failed(check: string, error: unknown, todo: string): Finding {
  return { status: "fail", check, what: plainSentence(error).replace(/\.$/, ""), todo };
}
