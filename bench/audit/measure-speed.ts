import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { auditPolicy } from "../../app/policy/audit.ts";
import { readPolicy } from "../../app/policy/reading/read-policy.server.ts";

const WORDS = 6000;

/** How long a policy of 6,000 words takes from text to findings: CPU time of this process, the median of nine. */
export function measureSpeed(): { words: number; milliseconds: number } {
  const folder = join(import.meta.dirname, "policies", "tuned");
  const texts = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  const all = texts.map((name) => readFileSync(join(folder, name), "utf8")).join("\n\n");
  const policy = [...`${all}\n\n${all}`.matchAll(/\s*\S+/g)]
    .slice(0, WORDS)
    .map(([word]) => word)
    .join("");
  const times = Array.from({ length: 9 }, () => {
    const before = process.cpuUsage();
    auditPolicy(readPolicy(policy), ["DE", "GB", "US-CA", "CA-QC"], "2026-11-25");
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }).sort((one, other) => one - other);
  return { words: WORDS, milliseconds: times[4] ?? 0 };
}
