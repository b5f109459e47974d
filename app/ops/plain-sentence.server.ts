import { SealBroken } from "../crypto/seal.server.ts";
import { FolderInUse } from "../db/lock-folder.server.ts";
import { SettingsMissing } from "../env.server.ts";
import { plainCause, PlainProblem } from "../jobs/cause.ts";
import { ShopifyRefused } from "../shopify/shopify-refused.ts";

const NOT_MIGRATED = "The database is not up to date: start Candor once, which brings it up to date.";

/** Codes of PostgreSQL and the network that an operator can do something about. */
const KNOWN_CODES: Readonly<Record<string, string>> = {
  "28P01": "The database refuses the user name or password in DATABASE_URL.",
  "28000": "The database refuses the user in DATABASE_URL.",
  "3D000": "The database that DATABASE_URL names does not exist.",
  "42P01": NOT_MIGRATED,
  "42703": NOT_MIGRATED,
  ENOTFOUND: "A host name cannot be resolved: look at DATABASE_URL and CANDOR_KEYS_URL.",
  ENOENT: "A file or folder that is needed does not exist.",
};

/** Errors whose own message is written for people and holds no personal data. */
const SPEAKING = [PlainProblem, SettingsMissing, FolderInUse, SealBroken, ShopifyRefused];

/** A failure in one sentence for the operator, free of personal data: other errors' messages may quote anything. */
export function plainSentence(error: unknown): string {
  if (error instanceof Error && SPEAKING.some((kind) => error instanceof kind)) return error.message;
  const code = codeOf(error);
  const known = code === undefined ? undefined : KNOWN_CODES[code];
  return known ?? plainCause(error).replace(" It is logged and will be tried again.", "");
}

/** The driver's code; Prisma keeps it one level down. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const meta = "meta" in error ? (error.meta as { code?: unknown } | undefined) : undefined;
  for (const code of [meta?.code, "code" in error ? error.code : undefined]) {
    if (typeof code === "string") return code;
  }
  return undefined;
}
