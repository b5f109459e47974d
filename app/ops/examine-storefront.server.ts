import { examineStorefront as examine } from "../consent/examine-storefront.server.ts";
import { leakRemedy, leakSentence } from "../consent/leak-words.ts";
import type { Exam } from "../consent/exam.ts";
import { adminFor } from "../shopify/admin-graphql.server.ts";
import type { Options } from "./commands.ts";
import type { Finding, Result } from "./result.ts";

/** `storefront examine`: a look now, a line for each thing that was looked at. */
export async function examineStorefront({ shop }: Options<"storefront examine">): Promise<Result> {
  const exam = await examine(shop, await adminFor(shop), new Date());
  return { kind: "findings", findings: findingsOf(exam) };
}

const STATUS = { found: "fail", unknown: "warn", fine: "ok" } as const;

/** The lines of a look. */
export function findingsOf({ showing, leaks, theme }: Exam): Finding[] {
  const checks = showing.map(({ check, found, what, todo, link }) => ({
    ...{ status: STATUS[found], check, what },
    todo: todo === "" ? null : link === null ? todo : `${todo} ${link}`,
  }));
  const ran = leaks.map((leak) => ({
    status: leak.severity === "high" ? ("fail" as const) : ("warn" as const),
    ...{ check: "leak", what: leakSentence(leak), todo: leakRemedy(leak) },
  }));
  const unread = (theme?.unread ?? []).map((file) => ({
    ...{ status: "warn" as const, check: "theme", what: `The file ${file} could not be read.`, todo: null },
  }));
  return [...checks, ...ran, ...unread];
}
