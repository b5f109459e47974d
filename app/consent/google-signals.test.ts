import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { googleNeeds, googleSignals } from "./google-signals.ts";

describe("Google is told", () => {
  it("all seven signals, all but security denied before a yes", () => {
    const signals = googleSignals(googleNeeds(15), 0);
    expect(Object.keys(signals)).toHaveLength(7);
    expect(Object.entries(signals).filter(([, value]) => value === "granted")).toEqual([
      ["security_storage", "granted"],
    ]);
  });

  it("no profile for ads where marketing is allowed and the sale is not", () => {
    expect(googleSignals(googleNeeds(15), 7)).toMatchObject({ ad_storage: "granted", ad_user_data: "denied" });
    expect(googleSignals(googleNeeds(7), 7)).toMatchObject({ ad_storage: "granted", ad_personalization: "granted" });
  });

  it("nothing more for less", () => {
    const set = fc.integer({ min: 0, max: 15 });
    fc.assert(
      fc.property(set, set, set, (allowed, less, offered) => {
        const all = googleSignals(googleNeeds(offered), allowed);
        const some = googleSignals(googleNeeds(offered), allowed & less);
        return Object.keys(all).every((name) => some[name] === "denied" || all[name] === "granted");
      }),
    );
  });
});
