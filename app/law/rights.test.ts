import { describe, expect, it, test } from "vitest";
import { LAW_IDS, lawsWithin, SINGLE_LAWS, type LawId } from "./laws.ts";
import { groundsFor, REFUSAL_GROUNDS } from "./refusal-grounds.ts";
import { REQUEST_KINDS, type RequestKind } from "./requests.ts";
import { invoiceKeptUntil, orderRetention, WHAT_GOES, WHAT_STAYS } from "./retention.ts";
import { childAgeIn, rightsUnder } from "./rights.ts";

describe("a shopper may ask for", () => {
  it.each<[LawId, string]>([
    ["gdpr", "access portability correct delete restrict object withdraw-consent"],
    ["uk-gdpr", "access portability correct delete restrict object withdraw-consent appeal"],
    ["fadp", "access portability correct delete object"],
    ["ccpa", "access portability correct delete opt-out-of-sale limit-sensitive"],
    ["us-va", "access portability correct delete object opt-out-of-sale withdraw-consent appeal"],
    ["us-al", "access portability correct delete object opt-out-of-sale withdraw-consent"],
    ["us-ia", "access portability delete opt-out-of-sale limit-sensitive appeal"],
    ["us-ut", "access portability delete opt-out-of-sale limit-sensitive"],
    ["law-25", "access portability correct delete withdraw-consent"],
    ["pipeda", "access correct withdraw-consent"],
    ["lgpd", "access portability correct delete restrict withdraw-consent"],
    ["appi", "access portability correct delete restrict"],
    ["pipa", "access correct delete restrict withdraw-consent"],
    ["privacy-act-nz", "access correct"],
    ["pdpa", "access portability delete restrict object withdraw-consent"],
    ["dpdp", "access correct delete withdraw-consent"],
    ["shopify", "access correct delete opt-out-of-sale withdraw-consent"],
  ])("under %s: %s", (law, kinds) => {
    expect(rightsUnder(law).kinds).toEqual(kinds.split(" "));
  });

  it("all that any of the laws gives, where the place is unknown", () => {
    expect(rightsUnder("unknown").kinds).toEqual(REQUEST_KINDS);
    for (const law of LAW_IDS)
      for (const one of lawsWithin(law))
        expect(rightsUnder(law).kinds).toEqual(expect.arrayContaining([...rightsUnder(one).kinds]));
  });
});

test("agents may ask for what they may ask for, with the proof that the law wants", () => {
  expect(rightsUnder("ccpa").agents).toEqual({ kinds: rightsUnder("ccpa").kinds, proof: "signed-permission" });
  expect(rightsUnder("us-md").agents.kinds).toEqual(["object", "opt-out-of-sale", "withdraw-consent"]);
  expect(rightsUnder("us-va").agents.kinds).toEqual([]);
  expect(rightsUnder("us-state").agents.proof).toBe("signed-permission");
  for (const law of LAW_IDS)
    expect(rightsUnder(law).kinds).toEqual(expect.arrayContaining([...rightsUnder(law).agents.kinds]));
});

test("who is a child depends on the place", () => {
  const ages = (["AT", "BE", "CZ", "DE", "ES", "FR", "NL", "PL"] as const).map((country) =>
    childAgeIn("gdpr", country),
  );
  expect(ages).toEqual([14, 13, 15, 16, 14, 15, 16, 16]);
  expect([childAgeIn("uk-gdpr", "GB"), childAgeIn("ccpa", "US"), childAgeIn("us-ct", "US")]).toEqual([13, 16, 18]);
  expect(childAgeIn("gdpr", null)).toBe(16);
});

describe("a store may refuse or limit", () => {
  const ids = (law: LawId, kind: RequestKind) => groundsFor(law, kind).map(({ id }) => id);

  it("with the article of the person's law", () => {
    const deletion = groundsFor("gdpr", "delete");
    expect(deletion.find(({ id }) => id === "legal-obligation")?.article).toBe("GDPR art. 17(3)(b)");
    expect(groundsFor("ccpa", "delete").find(({ id }) => id === "needed-for-order")?.article).toBe(
      "CCPA §1798.105(d)(1)",
    );
    expect(groundsFor("us-va", "access").find(({ id }) => id === "excessive")?.article).toBe(
      "Virginia VCDPA, Va. Code §59.1-577",
    );
  });

  it("only on a ground that fits the kind", () => {
    expect(ids("gdpr", "object")).toContain("overriding-interest");
    expect(ids("gdpr", "delete")).not.toContain("overriding-interest");
    expect(ids("gdpr", "access")).not.toContain("legal-obligation");
  });

  it("never an opt-out or a withdrawal for want of identity", () => {
    for (const law of LAW_IDS)
      for (const kind of ["opt-out-of-sale", "limit-sensitive", "withdraw-consent"] as const)
        expect(ids(law, kind)).not.toContain("identity-not-proven");
  });

  it("for want of a right only where there is none", () => {
    expect(ids("pipeda", "delete")).toContain("no-such-right");
    for (const law of LAW_IDS)
      for (const kind of rightsUnder(law).kinds) expect(ids(law, kind)).not.toContain("no-such-right");
  });

  it("on what every law that may apply allows, where the place is not known", () => {
    for (const law of ["unknown", "us-state", "canada"] as const)
      for (const kind of REQUEST_KINDS)
        for (const id of ids(law, kind).filter((one) => one !== "no-such-right"))
          for (const each of lawsWithin(law)) expect(ids(each, kind)).toContain(id);
    expect(ids("us-state", "delete")).toContain("legal-obligation");
  });

  it("always gives words for staff and for the person, and every ground is some law's", () => {
    const used = new Set(SINGLE_LAWS.flatMap((law) => REQUEST_KINDS.flatMap((kind) => ids(law, kind))));
    expect([...used].sort()).toEqual(Object.keys(REFUSAL_GROUNDS).sort());
    for (const { title, use, words } of Object.values(REFUSAL_GROUNDS))
      for (const text of [title, use, words]) expect(text.length).toBeGreaterThan(5);
  });
});

describe("an invoice is kept", () => {
  it.each([
    ["DE", "2026-01-01", "2034-12-31"],
    ["DE", "2026-12-31", "2034-12-31"],
    ["FR", "2024-02-29", "2034-12-31"],
    ["IT", "2026-06-30", "2036-12-31"],
    ["AT", "2026-06-30", "2033-12-31"],
    ["CH", "2026-06-30", "2036-12-31"],
    ["GB", "2026-06-30", "2032-12-31"],
  ])("in %s, if it is of %s, until %s", (country, day, until) => {
    expect(invoiceKeptUntil(country, day)).toBe(until);
  });

  it("for as long as nobody looked up nowhere", () => {
    expect([invoiceKeptUntil("US", "2026-06-30"), invoiceKeptUntil(null, "2026-06-30")]).toEqual([null, null]);
  });

  it("with what an invoice holds, and nothing more", () => {
    expect(WHAT_STAYS.join()).toContain("billing address");
    for (const gone of ["e-mail", "phone", "IP address", "marketing"]) {
      expect(WHAT_GOES.join()).toContain(gone);
      expect(WHAT_STAYS.join()).not.toContain(gone);
    }
  });

  it("in Germany shorter than the books and longer than letters", () => {
    expect(orderRetention("DE")?.years).toEqual({ invoices: 8, books: 10, letters: 6 });
  });
});
