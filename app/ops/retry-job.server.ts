import { PlainProblem } from "../jobs/cause.ts";
import { retryProblem } from "../jobs/problems.server.ts";
import type { Options } from "./commands.ts";
import type { Result } from "./result.ts";

/** `problems retry`: a failed job at once. Jobs of the whole installation have the store "". */
export async function retryJob({ shop = "", job }: Options<"problems retry">): Promise<Result> {
  if ((await retryProblem(shop, job)) === "unknown") {
    throw new PlainProblem(
      "No such failed job: it has succeeded, or was retried, meanwhile; or it is another store's.",
    );
  }
  return { kind: "facts", facts: { shop, job, result: "retried" } };
}
