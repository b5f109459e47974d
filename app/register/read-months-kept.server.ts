import { z } from "zod";
import { prisma } from "../db/database.server.ts";
import type { RetentionCategory } from "./retention-rules.ts";

const RULE = z.object({ period: z.object({ months: z.int().min(1) }) });

/** Months for which each store keeps a kind of records, of the stores that have said so in months. */
export async function readMonthsKept(category: RetentionCategory): Promise<[string, number][]> {
  const where = { id: `retention/${category}`, isRemoved: false, status: { not: "claimed" } };
  const rows = await prisma().registerFact.findMany({ where, select: { shop: true, body: true } });
  return rows.flatMap(({ shop, body }): [string, number][] => {
    const rule = RULE.safeParse(JSON.parse(body ?? "{}"));
    return rule.success ? [[shop, rule.data.period.months]] : [];
  });
}
