import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { auditPolicy } from "../../app/policy/audit.ts";
import { readPolicy } from "../../app/policy/reading/read-policy.server.ts";

/** The day on which the annotated policies are read. */
const TODAY = "2026-11-25";
/** How many characters of an annotated sentence must be in the quoted one. */
const SAME = 22;

const gold = z.object({
  statements: z.record(z.string(), z.array(z.string())),
  gaps: z.record(z.string(), z.array(z.string())),
});

/** Found and expected, found and not expected, expected and not found. */
export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

/** The figures of one set of policies. */
export interface Figures {
  policies: number;
  statements: Tally;
  gaps: Tally;
  /** Of the statements that are right: how many quote a sentence that the annotation names. */
  sameSentence: number;
}

/** Where one policy and its annotation differ. */
export interface Difference {
  policy: string;
  wrong: string[];
  missed: string[];
}

/** Share of what was found that is right. */
export const precision = ({ right, wrong }: Tally) => right / Math.max(1, right + wrong);
/** Share of what is there that was found. */
export const recall = ({ right, missed }: Tally) => right / Math.max(1, right + missed);

/** Audits all annotated policies of a set. Differences are told to `tell`: never look at those of the hold-out. */
export function measure(set: "tuned" | "hold-out", tell: (difference: Difference) => void = () => undefined): Figures {
  const folder = join(import.meta.dirname, "policies", set);
  const figures: Figures = { policies: 0, statements: nothing(), gaps: nothing(), sameSentence: 0 };
  for (const file of readdirSync(folder)
    .filter((name) => !name.endsWith(".json"))
    .sort()) {
    const annotation = gold.parse(JSON.parse(readFileSync(join(folder, file.replace(/\.\w+$/, ".gold.json")), "utf8")));
    const document = readPolicy(readFileSync(join(folder, file), "utf8"));
    const { statements } = auditPolicy(document, [], TODAY);
    figures.policies += 1;
    const ids = statements.map(({ id }) => id);
    tell({ policy: file, ...count(figures.statements, ids, Object.keys(annotation.statements)) });
    figures.sameSentence += statements.filter(({ id, sentence }) => isSame(sentence, annotation.statements[id])).length;
    for (const [regions, expected] of Object.entries(annotation.gaps)) {
      const found = auditPolicy(document, regions.split(","), TODAY).gaps.map(({ id }) => id);
      tell({ policy: `${file} for ${regions}`, ...count(figures.gaps, found, expected) });
    }
  }
  return figures;
}

function nothing(): Tally {
  return { right: 0, wrong: 0, missed: 0 };
}

function count(tally: Tally, found: readonly string[], expected: readonly string[]): Omit<Difference, "policy"> {
  const wrong = found.filter((id) => !expected.includes(id));
  const missed = expected.filter((id) => !found.includes(id));
  tally.right += found.length - wrong.length;
  tally.wrong += wrong.length;
  tally.missed += missed.length;
  return { wrong, missed };
}

function isSame(sentence: string, expected: readonly string[] | undefined): boolean {
  return (expected ?? []).some((beginning) => plain(sentence).includes(plain(beginning).slice(0, SAME)));
}

/** Without the marks of Markdown and of lists. */
function plain(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^\s*[-–—•]\s+/, "")
    .trim();
}
