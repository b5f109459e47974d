import { describe, expect, it } from "vitest";
import { addressText, codeText, dateText, moneyText } from "./wording.ts";

describe("wording", () => {
  it("writes sums in their own currency with its own number of decimals", () => {
    expect(moneyText({ amount: "1250.5", currency: "CHF" })).toBe("CHF 1,250.50");
    expect(moneyText({ amount: "-1250.0", currency: "JPY" })).toBe("-JPY 1,250");
  });

  it("leaves a sum that it does not understand as it is", () => {
    expect(moneyText({ amount: "12.00", currency: "<b>" })).toBe("12.00 <b>");
    expect(moneyText({ amount: "many", currency: "EUR" })).toBe("many EUR");
  });

  it("writes times in the store's zone and names it", () => {
    expect(dateText("2026-07-01T22:30:00Z", "Europe/Zurich")).toBe("2 July 2026 at 00:30 CEST");
    expect(dateText("whenever", "Europe/Zurich")).toBe("whenever");
  });

  it("turns codes into words and leaves words alone", () => {
    expect(codeText("PARTIALLY_REFUNDED")).toBe("Partially refunded");
    expect(codeText("Visa")).toBe("Visa");
  });

  it("leaves empty parts of an address out", () => {
    const none = { company: null, address2: "", province: null, provinceCode: null, countryCode: null, phone: null };
    const address = {
      ...none,
      name: "李 雷",
      address1: "Rämistrasse 71",
      postalCode: "8006",
      city: "Zürich",
      country: null,
    };
    expect(addressText(address)).toBe("李 雷, Rämistrasse 71, 8006 Zürich");
  });
});
