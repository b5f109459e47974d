import { describe, expect, it } from "vitest";
import { LOCALES } from "./storefront-state.ts";
import { chooseLocale } from "./visitor.ts";

describe("the page's language", () => {
  it.each([
    ["de-AT,de;q=0.9,en;q=0.8", "de"],
    ["fr;q=0.2,pl;q=0.9", "pl"],
    ["pt", "pt-PT"],
    ["pt-BR", "pt-BR"],
    ["zh-Hant-HK,zh;q=0.8", "zh-TW"],
    ["zh-HK", "zh-TW"],
    ["zh", "zh-CN"],
    ["no-NO", "nb"],
    ["iw", "he"],
    ["xx,yy;q=0.5", "en"],
    ["de;q=0,sv", "sv"],
    ["", "en"],
  ])("follows the browser's languages %j to %s", (accepted, locale) => {
    expect(chooseLocale(LOCALES, undefined, accepted)).toBe(locale);
  });

  it("is the one that the address asks for, unless the shop does not publish it", () => {
    expect(chooseLocale(LOCALES, "ar", "de")).toBe("ar");
    expect(chooseLocale(["en", "de"], "ar", "de")).toBe("de");
  });

  it("can be one of thirty-five", () => {
    expect(new Set(LOCALES).size).toBe(35);
  });
});
