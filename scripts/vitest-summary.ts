import { writeFileSync } from "node:fs";
import type { Reporter, SerializedError, TestModule } from "vitest/node";

/** What `npm test` prints at its end. */
export interface Summary {
  passed: number;
  failed: number;
}

/** Writes the totals of a finished run, over all projects, to the file named by CANDOR_TEST_SUMMARY. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const file = process.env["CANDOR_TEST_SUMMARY"];
    if (file === undefined) return;
    const summary = modules.map(count).reduce(add, { passed: 0, failed: errors.length });
    writeFileSync(file, JSON.stringify(summary));
  }
}

function add(one: Summary, other: Summary): Summary {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

/** A file that failed outside its tests (an import, a hook) counts as one failure. */
function count(module: TestModule): Summary {
  const passed = [...module.children.allTests("passed")].length;
  const failed = [...module.children.allTests("failed")].length;
  return { passed, failed: failed === 0 && module.state() === "failed" ? 1 : failed };
}
