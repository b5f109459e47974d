import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { layFacts } from "../register/change-facts.ts";
import { parseFact } from "../register/fact-shapes.server.ts";
import { presetRegister } from "../register/preset-register.ts";
import { auditPolicy } from "./audit.ts";
import { claimedFacts } from "./claims.ts";
import { periodIn } from "./claims/claimed-conduct.ts";
import { readPolicy } from "./reading/read-policy.server.ts";

const REGIONS = ["DE", "GB", "US-CA", "CA-QC"];
const policies = [
  "00-little-jeweller.txt",
  "05-uk-notice.html",
  "07-legalese-california.html",
  "11-purpose-source-disclosure.txt",
];
const read = (name: string) =>
  readFileSync(new URL(`../../bench/audit/policies/tuned/${name}`, import.meta.url), "utf8");
const claims = (policy: string) => claimedFacts(auditPolicy(readPolicy(policy), REGIONS));
const said = (policy: string) => Object.fromEntries(claims(policy).map((fact) => [fact.id, fact]));

test("what the little jeweller's policy says becomes claimed facts, each with the statement that it rests on", () => {
  const facts = said(read("00-little-jeweller.txt"));
  for (const element of ["ip-address", "browser", "time-zone", "cookie-id", "page-view", "product-view", "search-term"])
    expect(Object.keys(facts)).toContain(`elements/${element}`);
  for (const purpose of [
    "payment",
    "delivery",
    "invoices",
    "fraud-screening",
    "analytics",
    "targeted-ads",
    "email-marketing",
  ])
    expect(Object.keys(facts)).toContain(`purposes/${purpose}`);
  expect(facts).toMatchObject({
    "elements/ip-address": { status: "claimed", origin: "policy", ref: "S2" },
    "retention/orders": { period: "until-asked", ref: "S30" },
    "vendors/google-analytics": { status: "claimed" },
    doNotTrack: { response: "ignored", ref: "S25" },
    advertising: { isTargeted: true, sellsForMoney: null },
    minors: { minimumAge: 18 },
    rights: { scope: "where-required" },
    "contacts/email": { value: "contact@littlejeweller.example", ref: "S33" },
    "contacts/post": { value: expect.stringContaining("40 Prince Street") as string },
    "contacts/privacy-officer": { ref: "S44" },
    "disclosures/authority-request": { ref: "S20" },
    "wordings/anonymous-identifier": {},
    "wordings/examples-only": {},
    "wordings/rights-for-europe-only": {},
    "wordings/empty-section": {},
  });
  expect(facts["publication"]).toBeUndefined();
});

test("periods, dates and ages are read as numbers", () => {
  const facts = said(
    "Last updated: 3 March 2026. We keep orders for seven years.\n\nServer logs are deleted after 30 days.\n\n" +
      "We answer requests within 30 days. You may ask for a copy of your data. We do not knowingly collect data of anyone under 16.",
  );
  expect(facts).toMatchObject({
    publication: { effectiveOn: "2026-03-03", languages: ["en"] },
    "retention/orders": { period: { months: 84 } },
    "retention/server-logs": { period: { days: 30 } },
    minors: { minimumAge: 16 },
    rights: { scope: "everyone", answersWithinDays: 30 },
  });
  expect(["for six months", "after 14 days", "two weeks", "a year", "90 days", "soon"].map(periodIn)).toEqual([
    { months: 6 },
    { days: 14 },
    { days: 14 },
    { months: 12 },
    { days: 90 },
    undefined,
  ]);
});

test("every claim is a fact that the register can keep, and no id comes twice", () => {
  for (const policy of policies) {
    const facts = claims(read(policy));
    expect(facts.filter((fact) => !parseFact("oakline.myshopify.com", { ...fact })).map(({ id }) => id)).toEqual([]);
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    expect(
      facts.every(({ status, origin, ref }) => status === "claimed" && origin === "policy" && /^[SG]\d+$/.test(ref)),
    ).toBe(true);
  }
});

test("claims take the place of presets, never of what staff confirmed", () => {
  const facts = claims(read("00-little-jeweller.txt"));
  const preset = presetRegister();
  expect(layFacts(preset, facts).minors).toMatchObject({ minimumAge: 18, status: "claimed" });
  const confirmed = { ...preset, minors: { ...preset.minors, minimumAge: 21, status: "confirmed" as const } };
  expect(layFacts(confirmed, facts).minors).toMatchObject({ minimumAge: 21, status: "confirmed" });
});

test("a policy that says nothing claims nothing", () => {
  expect(claims("Our candles are made of beeswax.")).toEqual([]);
  fc.assert(fc.property(fc.string({ maxLength: 100 }), (text) => Array.isArray(claims(text))));
});

test("a service is known by the name that policies use, and a common word is no service", () => {
  const vendors = (policy: string) =>
    claims(policy).flatMap(({ id }) => (id.startsWith("vendors/") ? id.slice("vendors/".length) : []));
  expect(
    vendors("We share your personal data with advertising partners such as TikTok, Pinterest, Snapchat and Twitter."),
  ).toEqual(expect.arrayContaining(["tiktok", "pinterest", "snap", "x"]));
  expect(
    vendors(
      "We share your personal data with partners who are attentive, privy to it and help us recharge a heap of orders.",
    ),
  ).toEqual([]);
});
