import fc from "fast-check";
import { expect, test } from "vitest";
import { contrast } from "./contrast.ts";
import { askAnew, checkDecisions, readDecisions, storefrontSettings, USUAL_DECISIONS } from "./settings.ts";
import { shortIp } from "./short-ip.ts";
import { stableJson } from "./stable-json.ts";

const channel = fc.nat(255).map((value) => value.toString(16).padStart(2, "0"));
const colour = fc.tuple(channel, channel, channel).map((parts) => `#${parts.join("")}`);
const fieldsOf = (look: Partial<typeof USUAL_DECISIONS.look>) =>
  checkDecisions({ ...USUAL_DECISIONS, look: { ...USUAL_DECISIONS.look, ...look } }).map(({ field }) => field);

test("contrast is as WCAG defines it", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  fc.assert(
    fc.property(colour, colour, (one, other) => {
      expect(contrast(one, other)).toBe(contrast(other, one));
      expect(contrast(one, other)).toBeGreaterThanOrEqual(1);
      expect(contrast(one, one)).toBe(1);
    }),
  );
});

test("a pair of colours is refused if, and only if, it cannot be read", () => {
  fc.assert(
    fc.property(colour, colour, (background, text) => {
      expect(fieldsOf({ background, text }).includes("look.text")).toBe(contrast(background, text) < 4.5);
      expect(fieldsOf({ button: background, buttonText: text }).includes("look.buttonText")).toBe(
        contrast(background, text) < 4.5,
      );
      expect(fieldsOf({ background, button: text }).includes("look.button")).toBe(contrast(background, text) < 3);
    }),
  );
});

test("the usual decisions are good ones, and whatever is saved is read back", () => {
  expect(checkDecisions(USUAL_DECISIONS)).toEqual([]);
  expect(readDecisions(undefined)).toEqual(USUAL_DECISIONS);
  expect(readDecisions("{}")).toEqual(USUAL_DECISIONS);
  expect(readDecisions(JSON.stringify(askAnew(USUAL_DECISIONS, 6)))).toEqual(askAnew(USUAL_DECISIONS, 6));
  expect(readDecisions('{"look":{"radius":3}}').look).toEqual({ ...USUAL_DECISIONS.look, radius: 3 });
});

test("what would break a page, or say more than it should, is refused with a sentence", () => {
  const bad = [
    { policyUrl: "javascript:alert(1)" },
    { policyUrl: "//elsewhere.example" },
    { offered: 16 },
    { reportShare: Number.NaN },
    { keepMonths: 5 },
    { variants: ["question" as const] },
    { variants: ["question", "question"] as const },
    { look: { ...USUAL_DECISIONS.look, background: "red" } },
    { look: { ...USUAL_DECISIONS.look, font: "x;}body{display:none" } },
  ];
  for (const changes of bad) {
    const problems = checkDecisions({ ...USUAL_DECISIONS, ...changes });
    expect(problems).toHaveLength(1);
    expect(problems[0]?.problem).toMatch(/^[A-Z].+\.$/);
  }
});

test("the storefront gets nothing that is the merchant's own business", () => {
  const facts = { hosts: {}, cookies: {}, policyHash: "", proxy: "/apps/privacy", holdsMarkup: false };
  const names = Object.keys(storefrontSettings(USUAL_DECISIONS, facts));
  expect(names).not.toContain("keepsIp");
  expect(names).not.toContain("keepMonths");
});

test("the same settings have the same text, whoever wrote their JSON in between", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const turned = (one: unknown): unknown =>
        Array.isArray(one)
          ? one.map(turned)
          : typeof one === "object" && one !== null
            ? Object.fromEntries(
                Object.entries(one)
                  .reverse()
                  .map(([name, member]) => [name, turned(member)]),
              )
            : one;
      expect(stableJson(turned(value))).toBe(stableJson(value));
      expect(stableJson(JSON.parse(stableJson(value)))).toBe(stableJson(value));
    }),
  );
});

test("an address loses what names a connection", () => {
  expect(shortIp("203.0.113.77")).toBe("203.0.113.0");
  expect(shortIp("::ffff:203.0.113.77")).toBe("203.0.113.0");
  expect(shortIp("2001:0db8:85a3:0:0:8a2e:370:7334")).toBe("2001:db8:85a3::");
  expect(shortIp("2001:db8::1")).toBe("2001:db8:0::");
  for (const wrong of ["", "unknown", "300.1.1.1", "1.2.3", "1:2:3", "1::2::3", ":::", "12345::"])
    expect(shortIp(wrong)).toBeUndefined();
  fc.assert(
    fc.property(fc.ipV4(), fc.ipV6(), (four, six) => {
      expect(shortIp(four)).toMatch(/\.0$/);
      const short = shortIp(six);
      if (!six.includes(".")) expect(short?.split(":")).toHaveLength(5);
    }),
  );
});
