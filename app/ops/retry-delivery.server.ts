import { prisma } from "../db/database.server.ts";
import { replayDelivery } from "../inbox/replay-delivery.server.ts";
import { PlainProblem } from "../jobs/cause.ts";
import { retryProblem } from "../jobs/problems.server.ts";
import type { Options } from "./commands.ts";
import type { Result } from "./result.ts";

/** `deliveries retry`: the failed job of the delivery again, else the delivery itself. */
export async function retryDelivery({ shop, id }: Options<"deliveries retry">): Promise<Result> {
  const failed = await prisma().jobProblem.findFirst({ where: { shop, payload: { contains: id.toLowerCase() } } });
  const isRetried = failed !== null && (await retryProblem(shop, failed.job)) === "retried";
  if (!isRetried && (await replayDelivery(shop, id, { staff: "operator", now: new Date() })) === "nothing to do") {
    throw new PlainProblem(
      "Nothing to do: this delivery is carried out already, has a topic that nobody handles, or is not on file.",
    );
  }
  return { kind: "facts", facts: { shop, id, result: isRetried ? "retried" : "queued" } };
}
