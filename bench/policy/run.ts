/**
 * `npm run bench -- policy`: how long a store with 60 services waits for its policy in every language and format, and for
 * the list of what is wrong with its register. CPU time of this process, medians. Fails above the limits.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { REGIMES } from "../../app/policy/document/regimes.ts";
import { sayPolicy } from "../../app/policy/document/say.ts";
import { jeweller, PLACES } from "../../app/policy/document/test-register.ts";
import { policyHtml } from "../../app/policy/document/to-html.ts";
import { policyMarkdown, policyText } from "../../app/policy/document/to-text.ts";
import type { Texts } from "../../app/policy/document/words.ts";
import { writePolicy } from "../../app/policy/document/write-policy.ts";
import { issuesOf } from "../../app/policy/issues.ts";

const VENDORS = 60;
/** Milliseconds. */
const LIMITS = { formats: 2000, issues: 20 };

const FORMATS = [policyHtml, policyText, policyMarkdown, (policy: object) => JSON.stringify(policy)];
const folder = join(import.meta.dirname, "..", "..", "app", "policy", "texts");
const languages = globSync("*.json", { cwd: folder }).map(
  (name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Texts,
);

/** Milliseconds of CPU that `work` takes: the median of nine. */
function cpuOf(work: () => unknown): number {
  const times = Array.from({ length: 9 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }).sort((one, other) => one - other);
  return times[4] ?? 0;
}

const register = jeweller(VENDORS);
let characters = 0;
const formats = cpuOf(() => {
  const document = writePolicy({ register, regimes: REGIMES, places: PLACES });
  const written = languages.flatMap((texts) => {
    const said = sayPolicy(document, { language: texts.language, texts });
    return FORMATS.map((write) => write(said).length);
  });
  characters = written.reduce((sum, length) => sum + length, 0);
});
const issues = cpuOf(() => issuesOf(register, "2026-12-05"));

process.stdout.write(
  `${register.vendors.length} services, ${languages.length} languages, ${FORMATS.length} formats, every region: ` +
    `${formats.toFixed(0)} ms for ${(characters / 1e6).toFixed(1)} million characters (limit ${LIMITS.formats})\n` +
    `issues of that register: ${issues.toFixed(1)} ms (limit ${LIMITS.issues})\n`,
);
if (formats > LIMITS.formats || issues > LIMITS.issues) {
  process.stderr.write("Too slow.\n");
  process.exitCode = 1;
}
