/**
 * `npm run bench -- audit`: how well the audit of policies recognises statements and gaps, against annotated policies:
 * those that its rules were tuned on, and a hold-out that none was. Fails below 0.9 on the hold-out.
 */
import { measure, precision, recall, type Figures, type Tally } from "./measure.ts";
import { measureSpeed } from "./measure-speed.ts";

const LEAST = 0.9;

function line(what: string, tally: Tally): string {
  const shares = `precision ${precision(tally).toFixed(3)}  recall ${recall(tally).toFixed(3)}`;
  return `  ${what.padEnd(11)} ${shares}  (${tally.right} right, ${tally.wrong} wrong, ${tally.missed} missed)\n`;
}

function report(name: string, { policies, statements, gaps, sameSentence }: Figures): void {
  process.stdout.write(`${name}, ${policies} policies\n${line("statements", statements)}${line("gaps", gaps)}`);
  process.stdout.write(
    `  sentences   ${(sameSentence / statements.right).toFixed(3)} of the right statements quote an annotated sentence\n`,
  );
}

const showsDifferences = process.argv.includes("--differences");
const tuned = measure("tuned", ({ policy, wrong, missed }) => {
  if (showsDifferences && wrong.length + missed.length > 0)
    process.stdout.write(`${policy}: wrong ${wrong.join(" ") || "-"}, missed ${missed.join(" ") || "-"}\n`);
});
const holdOut = measure("hold-out");
report("tuned", tuned);
report("hold-out", holdOut);
const { words, milliseconds } = measureSpeed();
process.stdout.write(`speed: ${words} words in ${milliseconds.toFixed(0)} ms of CPU (median of 9)\n`);

const worst = Math.min(...[holdOut.statements, holdOut.gaps].flatMap((tally) => [precision(tally), recall(tally)]));
if (worst < LEAST) {
  process.stderr.write(`The hold-out has a figure of ${worst.toFixed(3)}: below ${LEAST}.\n`);
  process.exitCode = 1;
}
