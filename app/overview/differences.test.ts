import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differencesOf, type Observed } from "./differences.ts";

const QUIET: Observed = {
  ...{ leaks: 0, unknownServices: [], settings: null, weakRegions: [], published: 3, copy: null },
  ...{ changedPages: 0, changedFacts: 0, wrong: [], untold: null, pastPeriod: 0, deadLinks: [] },
};
const codes = (seen: Partial<Observed>) => differencesOf({ ...QUIET, ...seen }).map(({ code }) => code);
const said = (seen: Partial<Observed>) => differencesOf({ ...QUIET, ...seen })[0]?.says;

describe("where words and behaviour differ", () => {
  test("a store that does what it says has none", () => {
    expect(differencesOf(QUIET)).toEqual([]);
  });

  test.each([
    [{ leaks: 1 }, "leaks", "One service or cookie runs before shoppers have agreed."],
    [{ copy: "gone" }, "policy-gone", "Version 3 of your policy was deleted at Shopify: shoppers find none there."],
    [
      { copy: "edited" },
      "policy-edited",
      "Somebody changed your policy in Shopify: shoppers no longer read version 3.",
    ],
    [{ wrong: ["A.", "B.", "C."] }, "register-wrong", "A. And 2 more must be mended."],
    [
      { published: null },
      "no-policy",
      "You have published no policy with Candor yet: nobody can check what your store promises.",
    ],
    [
      { unknownServices: ["Hotjar", "TikTok"] },
      "services-unknown",
      "Hotjar and TikTok ran on your pages, and your register does not name them.",
    ],
    [{ settings: "The settings are gone." }, "settings-changed", "The settings are gone."],
    [
      { weakRegions: ["DE", "FR", "GB", "CH"] },
      "regions-weak",
      "Shopify’s own consent settings allow more than the law in DE, FR, GB and 1 more.",
    ],
    [{ changedPages: 1 }, "pages-changed", "One page of your store is no longer as your policy says."],
    [
      { untold: { number: 4, why: "law" } },
      "customers-untold",
      "The law asks that customers are told of version 4 by mail: that is not done.",
    ],
    [{ pastPeriod: 2 }, "retention-overdue", "2 records are kept longer than your policy says."],
    [
      { changedFacts: 2 },
      "policy-behind",
      "2 facts have changed since version 3: your policy still says what was so before.",
    ],
    [
      { deadLinks: [{ vendor: "tiktok", name: "TikTok", how: "gone" }] },
      "links-dead",
      "Your policy links to pages of TikTok that are no longer there.",
    ],
  ] as const)("%j is said as %s", (seen, code, says) => {
    expect(codes(seen)).toEqual([code]);
    expect(said(seen)).toBe(says);
  });

  test("a dead link leads to the vendor it belongs to, and each vendor is named once", () => {
    const links = [
      { vendor: "tiktok", name: "TikTok", how: "moved" },
      { vendor: "tiktok", name: "TikTok", how: "moved" },
      { vendor: "meta", name: "Meta", how: "gone" },
    ] as const;
    const [difference] = differencesOf({ ...QUIET, deadLinks: links });
    expect(difference?.step.url).toBe("/app/register/vendors/tiktok");
    expect(difference?.says).toBe(
      "Your policy links to pages of Meta that are no longer there. Pages of TikTok that your policy links to have moved.",
    );
  });

  test("before the first policy nothing is said to be behind it", () => {
    expect(codes({ published: null, changedFacts: 4, wrong: ["A."] })).toEqual(["no-policy"]);
  });

  test("whatever is seen, what must be mended comes first, and each has one step", () => {
    const seen = fc.record<Observed>({
      leaks: fc.nat(3),
      unknownServices: fc.array(fc.string()),
      settings: fc.option(fc.string()),
      weakRegions: fc.array(fc.string()),
      published: fc.option(fc.nat(9)),
      copy: fc.constantFrom("edited" as const, "gone" as const, null),
      changedPages: fc.nat(2),
      changedFacts: fc.nat(3),
      wrong: fc.array(fc.string()),
      pastPeriod: fc.nat(3),
      untold: fc.option(fc.record({ number: fc.nat(9), why: fc.constantFrom("law" as const, "promised" as const) })),
      deadLinks: fc.array(
        fc.record({ vendor: fc.string(), name: fc.string(), how: fc.constantFrom("gone" as const, "moved" as const) }),
      ),
    });
    fc.assert(
      fc.property(seen, (one) => {
        const all = differencesOf(one);
        const ranks = all.map(({ severity }) => (severity === "blocking" ? 0 : 1));
        expect(ranks).toEqual(ranks.toSorted());
        expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
        for (const { step } of all) expect(step.url).toMatch(/^\/app\//);
      }),
    );
  });
});
