import { expect, test } from "vitest";
import { cutSections, POLICY_PARTS } from "./cut-sections.ts";
import { REGIMES } from "./document/regimes.ts";
import { sayPolicy } from "./document/say.ts";
import { jeweller, PLACES } from "./document/test-register.ts";
import { policyHtml } from "./document/to-html.ts";
import { writePolicy } from "./document/write-policy.ts";
import en from "./texts/en.json" with { type: "json" };

const document = writePolicy({ register: jeweller(6), regimes: REGIMES, places: PLACES });
const html = policyHtml(sayPolicy(document, { language: "en", texts: en }));

test("the cookie policy is the policy's own words about cookies, signals and advertising, each cookie by name", () => {
  const cookies = cutSections(html, POLICY_PARTS.cookies);
  expect(cookies.match(/<h2 id="([\w-]+)"/g)).toEqual(POLICY_PARTS.cookies.map((id) => `<h2 id="${id}"`));
  for (const { name } of jeweller(6).cookies) expect(cookies).toContain(name);
  for (const block of cookies.split("\n")) expect(html).toContain(block);
  expect(cookies).not.toContain("</div>");
});

test("the short notice is short, and names whom to ask", () => {
  const short = cutSections(html, POLICY_PARTS.short);
  expect(short.length).toBeLessThan(html.length / 8);
  expect(short).toContain("privacy@rosewood.example");
});

test("all sections together are the whole policy, and none that is not there is made up", () => {
  const ids = [...html.matchAll(/<h2 id="([\w-]+)"/g)].map(([, id = ""]) => id);
  expect(html).toContain(cutSections(html, ids));
  expect(cutSections(html, ["nothing"])).toBe("");
  expect(cutSections("<p>Mine</p>", POLICY_PARTS.cookies)).toBe("");
});
