import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OrderHeadFragment } from "../generated/operations.ts";
import { lastFourDigits, readTransaction } from "./read-order.ts";

const transaction: OrderHeadFragment["transactions"][number] = {
  id: "gid://shopify/OrderTransaction/1",
  kind: "SALE",
  status: "SUCCESS",
  test: false,
  gateway: "shopify_payments",
  formattedGateway: "Shopify Payments",
  createdAt: "2026-01-01T00:00:00Z",
  processedAt: null,
  amountSet: { presentmentMoney: { amount: "1.00", currencyCode: "CHF" } },
  paymentDetails: { company: "Visa", number: "•••• •••• •••• 4242", paymentMethodName: "card" },
};

describe("a card payment", () => {
  it("keeps the scheme and the last four digits", () => {
    expect(readTransaction(transaction)).toMatchObject({ cardBrand: "Visa", cardLast4: "4242", method: "card" });
  });

  it("never keeps more than four digits, whatever a gateway put into the number", () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^\d{12,19}$/), (noise, number) => {
        const last4 = lastFourDigits(`${noise}${number}`);
        expect(last4).toBe(number.slice(-4));
        const paymentDetails = { company: "Visa", number: `${noise}${number}`, paymentMethodName: null };
        expect(JSON.stringify(readTransaction({ ...transaction, paymentDetails }))).not.toContain(number);
      }),
    );
  });

  it("shows no card where there is none, or no digits", () => {
    expect(lastFourDigits("•••")).toBeNull();
    const paypal = readTransaction({ ...transaction, paymentDetails: { paymentMethodName: "paypal" } });
    expect(paypal).toMatchObject({ cardBrand: null, cardLast4: null, method: "paypal" });
  });
});
