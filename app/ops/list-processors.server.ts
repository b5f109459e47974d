import { checkProcessor } from "../processors/check-processor.server.ts";
import { allProcessors } from "../processors/list-processors.server.ts";
import { PlainProblem } from "../jobs/cause.ts";
import type { Options } from "./commands.ts";
import type { Finding, Result } from "./result.ts";

/** `processors list`: a store's processors, how each is asked and how it went last time. */
export async function listProcessors({ shop }: Options<"processors list">): Promise<Result> {
  const rows = (await allProcessors(shop)).map(({ id, name, connector, vendor, acts, isActive, checkedAt, cause }) => {
    return { id, name, connector, vendor, acts, isActive, checkedAt, cause };
  });
  return { kind: "rows", rows };
}

/** `processors check`: tries the connections now, a line each; touches no person. */
export async function checkProcessors({ shop, id }: Options<"processors check">): Promise<Result> {
  const all = (await allProcessors(shop)).filter((one) => (id === undefined ? one.isActive : one.id === id));
  if (id !== undefined && all.length === 0) throw new PlainProblem(`This store has no processor "${id}".`);
  const findings: Finding[] = [];
  for (const processor of all) {
    const checked = await checkProcessor(shop, processor.id, new Date());
    const isGood = checked.kind === "good";
    const what = isGood ? checked.found : checked.kind === "bad" ? checked.cause : "It is no longer there.";
    const todo = isGood ? null : "Mend it on the page of processors, then check again.";
    findings.push({ status: isGood ? "ok" : "fail", check: processor.id, what, todo });
  }
  return { kind: "findings", findings };
}
