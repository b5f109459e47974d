import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { PlainProblem } from "../jobs/cause.ts";
import { auditPolicy } from "../policy/audit.ts";
import { readPolicy } from "../policy/reading/read-policy.server.ts";
import { STATEMENT_NAMES } from "../policy/statements/names.ts";
import type { Options } from "./commands.ts";
import type { Result } from "./result.ts";

/** Where a store sells when nobody says: the four laws that ask most. */
const USUAL_REGIONS = "DE,GB,US-CA,CA-QC";

/** `audit`: what a policy in a file (`-`: standard input) says, and what it lacks. Needs no settings and no database. */
export async function auditFile({ file, regions }: Options<"audit">): Promise<Result> {
  const policy = await read(file);
  if (!/\p{L}/u.test(policy)) throw new PlainProblem("There is no text in what --file names.");
  const list = (regions ?? USUAL_REGIONS).split(",").map((region) => region.trim());
  const audit = auditPolicy(readPolicy(policy), list, new Date().toISOString().slice(0, 10));
  return {
    kind: "facts",
    facts: {
      regions: list,
      language: audit.language,
      statements: audit.statements.map(({ id, sentence, because, also }) => ({
        ...{ id, says: STATEMENT_NAMES[id], sentence, because },
        also: also.map((other) => other.sentence),
      })),
      gaps: audit.gaps.map(({ id, why, law, sentence }) => ({
        id,
        why,
        law,
        ...(sentence !== undefined && { sentence }),
      })),
      empty: audit.empty.map(({ kind, text: words, sentence }) => ({ kind, text: words, sentence })),
      leftovers: audit.leftovers.map(({ sentence }) => sentence),
    },
  };
}

async function read(file: string): Promise<string> {
  if (file === "-") return text(process.stdin);
  try {
    return await readFile(resolve(file), "utf8");
  } catch {
    throw new PlainProblem("The file that --file names cannot be read.");
  }
}
