import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withFact, withoutFact } from "../register/change-facts.ts";
import type { AnyFact, Register } from "../register/facts.ts";
import { QUESTIONS } from "../register/interview.ts";
import { factsOf } from "../register/kinds.ts";
import { vendorFact } from "../register/vendor-fact.ts";
import { vendorById, VENDORS } from "../register/vendors.ts";
import { ISSUE_CODES, type IssueCode } from "./issue-codes.ts";
import { issuesOf, mendIssue, RULES, type Issue } from "./issues.ts";
import { BROKEN, GOOD, SAID, selling, TODAY, using } from "./test-register.ts";

/** What only staff can say. */
const NOT_BY_A_CLICK: readonly IssueCode[] = [
  ...(["store-unnamed", "store-country-unknown", "markets-unknown", "eu-representative-needed"] as const),
  ...(["uk-representative-needed", "ccpa-reach-unsaid"] as const),
];

const key = ({ code, fact, about }: Issue) => `${code} ${fact} ${about}`;
const blocking = (register: Register) =>
  issuesOf(register, TODAY)
    .filter(({ severity }) => severity === "blocking")
    .map(key);

describe("issues of a register", () => {
  it("are none where everything is in order", () => {
    expect(issuesOf(GOOD, TODAY).map(key)).toEqual([]);
  });

  it.each(ISSUE_CODES)(
    "name “%s” with its law, in plain words, and one click mends it or leads to its question",
    (code) => {
      const broken = BROKEN[code](GOOD);
      const issues = issuesOf(broken, TODAY);
      const [issue] = issues.filter((one) => one.code === code);
      if (!issue) throw new Error(`not found; instead: ${issues.map(key).join("; ")}`);
      expect(issues.filter((one) => one.severity === "blocking" && one.code !== code).map(key)).toEqual([]);
      expect(issue.says).toMatch(/^[“A-Z].*[.]( .*[.])?$|https:/);
      expect(issue.law !== "" || issue.severity === "hint").toBe(true);
      expect(issue.where.page === "vendor" || QUESTIONS.includes(issue.where.question)).toBe(true);
      expect(issue.isMendable).toBe(!NOT_BY_A_CLICK.includes(code));
      const mended = mendIssue(broken, issue, TODAY);
      if (NOT_BY_A_CLICK.includes(code)) expect(mended).toBeNull();
      else expect(issuesOf(mended ?? broken, TODAY).map(key)).not.toContain(key(issue));
    },
  );

  it("come with the gravest first", () => {
    const severities = issuesOf(selling(using("tiktok", "hotjar"), "US"), TODAY).map(({ severity }) => severity);
    const rank = (severity: string) => ["blocking", "warning", "hint"].indexOf(severity);
    expect(severities).toEqual(severities.toSorted((one, other) => rank(one) - rank(other)));
    expect(new Set(severities)).toEqual(new Set(["blocking", "hint", "warning"]));
  });

  it("are not mended when they are there no longer", () => {
    const [issue] = issuesOf(BROKEN["minimum-age-unsaid"](GOOD), TODAY);
    expect(issue && mendIssue(GOOD, issue, TODAY)).toBeNull();
  });
});

describe("mending", () => {
  const breaks = fc.uniqueArray(fc.constantFrom(...ISSUE_CODES), { maxLength: 6 });
  const vendors = fc.uniqueArray(fc.constantFrom(...VENDORS.map(({ id }) => id)), { maxLength: 5 });
  const registers = fc.tuple(vendors, breaks, fc.array(fc.nat(), { maxLength: 4 })).map(([ids, codes, cuts]) => {
    const known = ids.map((id) => vendorFact(vendorById(id) ?? expect.fail(id), SAID));
    const wide = known.reduce<Register>((register, fact) => withFact(register, fact), GOOD);
    const broken = codes.reduce((register, code) => breakIfPossible(register, code), wide);
    return cuts.reduce((register, cut) => cutOne(register, cut), broken);
  });

  it("one issue removes it and makes no blocking one that was not there", () => {
    fc.assert(
      fc.property(registers, fc.nat(), (register, at) => {
        const issues = issuesOf(register, TODAY).filter(({ isMendable }) => isMendable);
        const issue = issues[at % Math.max(1, issues.length)];
        if (!issue) return;
        const mended = mendIssue(register, issue, TODAY) ?? expect.fail(key(issue));
        expect(issuesOf(mended, TODAY).map(key)).not.toContain(key(issue));
        const before = new Set(blocking(register));
        expect(
          blocking(mended).filter((one) => !before.has(one)),
          key(issue),
        ).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("everything that a click can mend comes to an end, and leaves what only staff can say", () => {
    fc.assert(
      fc.property(registers, (register) => {
        let [current, clicks] = [register, 0];
        for (;;) {
          const next = issuesOf(current, TODAY).find(({ isMendable }) => isMendable);
          if (!next || ++clicks > 300) break;
          current = mendIssue(current, next, TODAY) ?? expect.fail(key(next));
        }
        expect(clicks).toBeLessThan(300);
        expect(issuesOf(current, TODAY).every(({ isMendable }) => !isMendable)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});

function breakIfPossible(register: Register, code: IssueCode): Register {
  try {
    return BROKEN[code](register);
  } catch {
    return register; // an earlier break took away what this one needs
  }
}

function cutOne(register: Register, cut: number): Register {
  const facts: AnyFact[] = factsOf(register);
  return withoutFact(register, facts[cut % facts.length]?.id ?? "");
}

it("every rule has a severity, and every blocking one a law", () => {
  for (const code of ISSUE_CODES) if (RULES[code].severity === "blocking") expect(RULES[code].law, code).not.toBe("");
});
