import type { Provenance } from "../../register/fact.ts";
import type { PolicyAudit } from "../audit.ts";
import type { StatementId } from "../statements/catalogue.ts";

/** What a policy says on something: all sentences of some statements, one under the other. */
export function saidIn({ statements }: PolicyAudit, ...ids: readonly StatementId[]): string {
  const made = statements.filter(({ id }) => ids.includes(id));
  return made.flatMap(({ sentence, also }) => [sentence, ...also.map((other) => other.sentence)]).join("\n");
}

/** Whether a policy makes a statement. */
export function says({ statements }: PolicyAudit, id: StatementId): boolean {
  return statements.some((statement) => statement.id === id);
}

/** How a fact came to be that a statement, or a gap, of the policy claims. */
export function claimedBy(ref: string): Provenance {
  return { status: "claimed", origin: "policy", ref };
}
