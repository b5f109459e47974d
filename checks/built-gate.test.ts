import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { choose, type Choice, type Situation } from "../app/consent/choice.ts";
import { situations } from "../app/consent/test-situations.ts";
import { consentRule } from "../app/law/consent-rules.ts";
import { shortName } from "../scripts/build-extension.ts";

const CASES = 100_000;

/** A decision as a text, to compare many fast. */
function fields({ model, allowed, show, because, isSignalHonoured }: Choice): string {
  return [model, allowed, show, because, isSignalHonoured].join(" ");
}

/** What the page's clock says. */
const clock = { now: 0 };

/** The built gate, as a browser would run it, on a page with nothing in it. */
function runGate(): Record<string, unknown> {
  const element = { textContent: "", content: { querySelectorAll: () => [] } };
  const settings = {
    terms: { policy: 1, changes: [], offered: 0, honoursNoTrack: false, forMinors: false },
    hosts: {},
    google: { needs: {} },
    reportShare: 0,
  };
  const page: Record<string, unknown> = {
    document: {
      cookie: "",
      currentScript: { src: "/gate.js", dataset: {} },
      getElementById: (id: string) => ({
        ...element,
        textContent: id === "cndr-settings" ? JSON.stringify(settings) : "",
      }),
    },
    navigator: {},
    addEventListener: () => undefined,
  };
  page["window"] = page;
  createContext(page);
  page["clock"] = clock;
  runInContext("Date.now = () => clock.now", page);
  runInContext(readFileSync("extensions/consent-banner/assets/gate.js", "utf8"), page);
  return page["cndr"] as Record<string, unknown>;
}

describe("the gate as it was built", () => {
  let gate: Record<string, unknown> = {};
  beforeAll(() => {
    gate = runGate();
  });

  /** What the built gate decides; its clock is the situation's. */
  function decide({ region, signal, noTrack, kept, terms, now }: Situation): string {
    Object.assign((gate[shortName("settings")] as { terms: object }).terms, terms);
    Object.assign(gate, { signal, noTrack, [shortName("kept")]: kept });
    gate[shortName("told")] = region === null ? undefined : { region, ...consentRule(region) };
    clock.now = now;
    const made = (gate[shortName("decide")] as () => Record<string, unknown>)();
    return fields({ ...made, isSignalHonoured: made[shortName("isSignalHonoured")] } as unknown as Choice);
  }

  it(`decides as the server does in ${String(CASES)} random situations`, () => {
    let count = 0;
    fc.assert(
      fc.property(situations, (situation) => {
        count += 1;
        return decide(situation) === fields(choose(situation));
      }),
      { numRuns: CASES },
    );
    expect(count).toBe(CASES);
  });
});
