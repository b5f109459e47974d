/**
 * `npm run bench -- policy`: how long a store with 60 services waits for its policy in every language and format, and for
 * the list of what is wrong with its register. CPU time of this process, medians. Fails above the limits.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { REGIMES } from "../../app/policy/document/regimes.ts";
import { hasPdf } from "../../app/policy/document/pdf-languages.ts";
import { sayPolicy } from "../../app/policy/document/say.ts";
import { jeweller, PLACES } from "../../app/policy/document/test-register.ts";
import { policyHtml } from "../../app/policy/document/to-html.ts";
import { policyPdf } from "../../app/policy/document/to-pdf.server.ts";
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
async function cpuOf(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times.sort((one, other) => one - other)[4] ?? 0;
}

const register = jeweller(VENDORS);
let characters = 0;
/** Every language in every format; the PDF where there is one. */
async function writeAll(hasPdfs: boolean): Promise<void> {
  const document = writePolicy({ register, regimes: REGIMES, places: PLACES });
  characters = 0;
  for (const texts of languages) {
    const said = sayPolicy(document, { language: texts.language, texts });
    for (const write of FORMATS) characters += write(said).length;
    if (hasPdfs && hasPdf(texts.language)) await policyPdf(said, new Date(0));
  }
}
const texts = await cpuOf(() => writeAll(false));
const formats = await cpuOf(() => writeAll(true));
const issues = await cpuOf(() => issuesOf(register, "2026-12-05"));

process.stdout.write(
  `${register.vendors.length} services, ${languages.length} languages, every region: ${texts.toFixed(0)} ms for ` +
    `${(characters / 1e6).toFixed(1)} million characters in ${FORMATS.length} formats, ${formats.toFixed(0)} ms with ` +
    `${languages.filter(({ language }) => hasPdf(language)).length} PDFs (limit ${LIMITS.formats})\n` +
    `issues of that register: ${issues.toFixed(1)} ms (limit ${LIMITS.issues})\n`,
);
if (formats > LIMITS.formats || issues > LIMITS.issues) {
  process.stderr.write("Too slow.\n");
  process.exitCode = 1;
}
