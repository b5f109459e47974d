import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setStage, type Stage } from "../for-tests.ts";
import { STANDIN_SECRET } from "../start.ts";
import { DEMO_SHOP } from "../world.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ small: true });
});
afterEach(async () => {
  await stage.close();
});

const hmac = (body: Buffer): string => createHmac("sha256", STANDIN_SECRET).update(body).digest("base64");

describe("a delivery", () => {
  it("is signed over its raw bytes and carries all headers", async () => {
    await stage.standin.control.requestData("sakura.tanaka@rei.example");
    const [one] = stage.received;
    expect(one?.url).toBe("/webhooks");
    expect(one?.headers).toMatchObject({
      "x-shopify-topic": "customers/data_request",
      "x-shopify-shop-domain": DEMO_SHOP,
      "x-shopify-api-version": "2026-10",
      "x-shopify-hmac-sha256": hmac(one?.body ?? Buffer.alloc(0)),
    });
    for (const name of ["webhook-id", "event-id", "triggered-at"])
      expect(one?.headers[`x-shopify-${name}`]).toBeTruthy();
    expect(JSON.parse(one?.body.toString() ?? "")).toMatchObject({ customer: { email: "sakura.tanaka@rei.example" } });
  });

  it("can use the other family of headers, a wrong signature, or none", async () => {
    const { control } = stage.standin;
    await control.deliver("shop/redact", {}, { family: "shopify-" });
    await control.deliver("shop/redact", {}, { sign: "bad" });
    await control.deliver("shop/redact", {}, { sign: "none" });
    const [family, bad, none] = stage.received;
    expect(family?.headers["shopify-topic"]).toBe("shop/redact");
    expect(family?.headers["x-shopify-topic"]).toBeUndefined();
    expect(bad?.headers["x-shopify-hmac-sha256"]).not.toBe(hmac(bad?.body ?? Buffer.alloc(0)));
    expect(none?.headers["x-shopify-hmac-sha256"]).toBeUndefined();
  });

  it("comes twice with the same event id when asked to, and in another order", async () => {
    const deliveries = Array.from({ length: 20 }, (_, n) => ({
      shop: DEMO_SHOP,
      topic: "shop/redact",
      payload: { n },
    }));
    await stage.standin.control.deliverMany(deliveries, { duplicateShare: 0.2, shuffle: "any", concurrency: 1 });
    const numbers = stage.received.map((one) => (JSON.parse(one.body.toString()) as { n: number }).n);
    expect(numbers).toHaveLength(24);
    expect(numbers).not.toEqual(numbers.toSorted((one, other) => one - other));
    expect(new Set(stage.received.map((one) => one.headers["x-shopify-event-id"])).size).toBe(20);
  });
});

describe("a delivery that fails", () => {
  it("is tried eight more times within four hours, the gaps growing, with the same bytes and ids", async () => {
    stage.answerWith(503);
    await stage.standin.control.requestData("sakura.tanaka@rei.example");
    await stage.standin.control.advance(5);
    expect(stage.received).toHaveLength(9);
    expect(new Set(stage.received.map((one) => one.body.toString())).size).toBe(1);
    expect(new Set(stage.received.map((one) => one.headers["x-shopify-webhook-id"])).size).toBe(1);
    const times = stage.standin.control.log().map((record) => new Date(record.at).getTime());
    const gaps = times.slice(1).map((time, at) => Math.round((time - (times[at] ?? 0)) / 60_000));
    expect(gaps).toEqual([1, 2, 4, 8, 16, 31, 60, 118]);
    expect(stage.standin.control.log().at(-1)?.outcome).toBe("given up");
  });

  it("is not tried again once it was answered with success", async () => {
    stage.answerWith(500);
    await stage.standin.control.requestData("sakura.tanaka@rei.example");
    stage.answerWith(200);
    await stage.standin.control.advance(5);
    expect(stage.received).toHaveLength(2);
  });

  it("counts a redirect and five seconds of silence as failures", async () => {
    stage.answerWith(302);
    const [redirected] = await stage.standin.control.deliver("shop/redact", {});
    expect(redirected?.outcome).toBe("will retry");
    stage.answerWith("nothing");
    const [silent] = await stage.standin.control.deliver("shop/redact", {});
    expect(silent).toMatchObject({ status: 0, outcome: "will retry" });
    expect(silent?.milliseconds).toBeGreaterThanOrEqual(4900);
  });
});

describe("what follows later", () => {
  const topics = (): unknown[] => stage.received.map((one) => one.headers["x-shopify-topic"]);

  it("sends shop/redact 48 hours after the uninstall, not before", async () => {
    await stage.standin.control.uninstall();
    await stage.standin.control.advance(47.9);
    expect(topics()).toEqual(["app/uninstalled"]);
    await stage.standin.control.advance(0.2);
    expect(topics()).toEqual(["app/uninstalled", "shop/redact"]);
  });

  it("sends customers/redact ten days after the wish for somebody without orders, and forgets them", async () => {
    await stage.standin.control.eraseCustomer("tyler.jensen@example.com", "rule");
    await stage.standin.control.advance(24 * 9);
    expect(topics()).toEqual([]);
    await stage.standin.control.advance(24 * 2);
    expect(topics()).toEqual(["customers/redact"]);
    expect(stage.received[0]?.body.toString()).toContain("tyler.jensen@example.com");
  });

  it("waits 180 days after the last order of somebody with orders", async () => {
    await stage.standin.control.eraseCustomer("mateo.rivera@example.com", "rule");
    await stage.standin.control.advance(24 * 170);
    expect(topics()).toEqual([]);
    await stage.standin.control.advance(24 * 12);
    expect(topics()).toEqual(["customers/redact"]);
  });

  it("tells the app which scopes it has now", async () => {
    await stage.standin.control.updateScopes(["read_orders"]);
    expect(JSON.parse(stage.received[0]?.body.toString() ?? "")).toMatchObject({ current: ["read_orders"] });
  });
});
