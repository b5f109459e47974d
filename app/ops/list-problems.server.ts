import { prisma } from "../db/database.server.ts";
import { listProblems as readProblems } from "../jobs/problems.server.ts";
import type { Options } from "./commands.ts";
import type { Result, Row } from "./result.ts";

const MOST = 10_000;

/** `problems list`: failed jobs, store by store, the newest failure first. Jobs of the whole installation have no store. */
export function listProblems({ shop }: Options<"problems list">): Result {
  return { kind: "rows", rows: problems(shop) };
}

async function* problems(only: string | undefined): AsyncGenerator<Row> {
  const shops = only === undefined ? await shopsWithProblems() : [only];
  for (const shop of shops) {
    for (const problem of await readProblems(shop, MOST)) yield { shop, ...problem };
  }
}

async function shopsWithProblems(): Promise<string[]> {
  const rows = await prisma().jobProblem.findMany({
    distinct: ["shop"],
    select: { shop: true },
    orderBy: { shop: "asc" },
  });
  return rows.map(({ shop }) => shop);
}
