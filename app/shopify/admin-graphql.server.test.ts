import { describe, expect, it } from "vitest";
import { adminGraphqlOver } from "./admin-graphql.server.ts";
import { SHOP_FACTS } from "./operations/shop.ts";
import { ShopifyRefused } from "./shopify-refused.ts";

const DATA = { data: { shop: { name: "Rosewood" } } };

function cost(requestedQueryCost: number, currentlyAvailable: number) {
  return {
    extensions: {
      cost: { requestedQueryCost, throttleStatus: { maximumAvailable: 2000, currentlyAvailable, restoreRate: 100 } },
    },
  };
}

function refusal(code: string, extra: object = {}) {
  return { errors: [{ message: "secret@example.com", extensions: { code, ...extra } }] };
}

/** A store that gives the answers in turn, the last one for ever, and a clock that only moves by waiting. */
function storeAnswering(...answers: readonly (object | number | Error)[]) {
  let calls = 0;
  let now = 0;
  const slept: number[] = [];
  const client = () => {
    const answer = answers[Math.min(calls, answers.length - 1)];
    calls += 1;
    if (answer instanceof Error) return Promise.reject(answer);
    if (typeof answer === "number") return Promise.resolve(new Response("upstream", { status: answer }));
    return Promise.resolve(Response.json(answer));
  };
  const sleep = (milliseconds: number) => {
    now += milliseconds;
    slept.push(milliseconds);
    return Promise.resolve();
  };
  const admin = adminGraphqlOver(client, { now: () => now, sleep, random: () => 0.5 });
  const ask = () => admin(SHOP_FACTS, {});
  return { ask, calls: () => calls, waited: () => slept.reduce((sum, pause) => sum + pause, 0) };
}

async function refusedBy(ask: () => Promise<unknown>): Promise<ShopifyRefused> {
  const thrown = await ask().catch((error: unknown) => error);
  if (thrown instanceof ShopifyRefused) return thrown;
  throw new Error("Shopify was expected to refuse");
}

describe("calling the Admin API", () => {
  it("gives the data, and waits before the next call until it is affordable", async () => {
    const store = storeAnswering({ ...DATA, ...cost(500, 100) });
    expect(await store.ask()).toEqual(DATA.data);
    expect(store.waited()).toBe(0);
    await store.ask();
    expect(store.waited()).toBe(4_000);
  });

  it("comes back after THROTTLED, when the bucket holds enough", async () => {
    const store = storeAnswering({ ...refusal("THROTTLED"), ...cost(600, 0) }, DATA);
    expect(await store.ask()).toEqual(DATA.data);
    expect(store.waited()).toBeGreaterThanOrEqual(6_000);
    expect(store.calls()).toBe(2);
  });

  it.each([503, 502, 429, new Error("socket hang up")])(
    "tries again after a failure that may pass (%s)",
    async (failure) => {
      const store = storeAnswering(failure, failure, DATA);
      expect(await store.ask()).toEqual(DATA.data);
      expect(store.calls()).toBe(3);
      expect(store.waited()).toBeGreaterThan(0);
    },
  );

  it.each([
    [500, "UNREACHABLE"],
    [new Error("getaddrinfo"), "UNREACHABLE"],
    [refusal("INTERNAL_SERVER_ERROR"), "UNREACHABLE"],
    [refusal("THROTTLED"), "THROTTLED"],
  ] as const)("gives up at last, so that a job can try later (%o)", async (answer, code) => {
    const store = storeAnswering(answer);
    expect((await refusedBy(store.ask)).code).toBe(code);
    expect(store.calls()).toBeLessThanOrEqual(20);
  });

  it.each([
    [401, "NOT_INSTALLED"],
    [404, "NOT_INSTALLED"],
    [403, "ACCESS_DENIED"],
    [refusal("MAX_COST_EXCEEDED"), "TOO_COSTLY"],
    [refusal("undefinedField"), "INVALID"],
    [refusal("ACCESS_DENIED"), "ACCESS_DENIED"],
  ] as const)("does not repeat what will not change (%o)", async (answer, code) => {
    const store = storeAnswering(answer);
    expect((await refusedBy(store.ask)).code).toBe(code);
    expect(store.calls()).toBe(1);
  });

  it("names the missing access, and never repeats what Shopify wrote", async () => {
    const store = storeAnswering(refusal("ACCESS_DENIED", { requiredAccess: "`read_orders` access scope." }));
    const refused = await refusedBy(store.ask);
    expect(refused.requiredAccess).toBe("`read_orders` access scope.");
    expect(refused.message).toContain("ShopFacts");
    expect(refused.message).not.toContain("secret@example.com");
  });

  it("does not take half of the data for all of it", async () => {
    const store = storeAnswering({
      ...DATA,
      errors: [{ message: "This app is not approved to access the email field." }],
    });
    expect(await refusedBy(store.ask)).toMatchObject({
      code: "ACCESS_DENIED",
      requiredAccess: "approval for protected customer data",
    });
  });
});
