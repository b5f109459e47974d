import { inTransaction, prisma } from "../db/database.server.ts";
import { retryProblem } from "../jobs/problems.server.ts";
import { enqueue } from "../jobs/queue.server.ts";

/** Tries a mail again at once that failed or was refused. "nothing" when it went, or its content is forgotten. */
export async function retryMail(shop: string, id: string): Promise<"retried" | "nothing"> {
  // a failed job is retried as such, so that the dashboard no longer shows it as failing
  const problem = await prisma().jobProblem.findFirst({
    where: { shop, name: "mail.send", payload: { contains: id } },
  });
  if (problem && (await retryProblem(shop, problem.job)) === "retried") return "retried";
  return inTransaction(async (tx) => {
    const { count } = await tx.mailMessage.updateMany({
      where: { shop, id, status: { in: ["queued", "rejected"] }, sealedContent: { not: null } },
      data: { status: "queued", cause: null, doneAt: null },
    });
    if (count === 1) await enqueue(tx, "mail.send", { shop, message: id });
    return count === 1 ? "retried" : "nothing";
  });
}
