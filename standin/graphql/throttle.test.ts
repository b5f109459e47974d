import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ask, setStage, type Stage } from "../for-tests.ts";
import { makeMeter } from "./leaky-bucket.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ small: true });
});
afterEach(async () => {
  await stage.close();
});

describe("the rate limit", () => {
  it("throttles when the bucket is empty, tells the state, and fills again at 100 points a second", () => {
    let now = 0;
    const meter = makeMeter({ maximum: 2000, perSecond: 100 }, () => now);
    expect(meter.take(1950)).toBe(true);
    expect(meter.take(100)).toBe(false);
    now = 500;
    expect(meter.available()).toBe(100);
    expect(meter.take(100)).toBe(true);
    now = 60_000;
    expect(meter.available()).toBe(2000);
  });

  it("answers THROTTLED with what is left, and runs nothing", () => {
    stage.standin.control.setBucket({ maximum: 30, perSecond: 0.001 });
    const query = "{ customers(first: 20) { nodes { id } } }";
    expect(ask(stage.standin, query).extensions.cost.requestedQueryCost).toBe(22);
    const refused = ask(stage.standin, query);
    expect(refused.data).toBeUndefined();
    expect(refused.errors?.[0]).toMatchObject({ message: "Throttled", extensions: { code: "THROTTLED" } });
    expect(refused.extensions.cost).toMatchObject({ actualQueryCost: null, throttleStatus: { maximumAvailable: 30 } });
  });

  it("gives back what was not used", () => {
    const answer = ask(stage.standin, '{ customers(first: 200, query: "id:1") { nodes { id } } }');
    expect(answer.extensions.cost).toMatchObject({ requestedQueryCost: 202, actualQueryCost: 2 });
    expect(answer.extensions.cost.throttleStatus.currentlyAvailable).toBeGreaterThanOrEqual(1990);
  });

  it("refuses one query of more than 1,000 points before running it", () => {
    const { errors } = ask(stage.standin, "{ orders(first: 100) { nodes { lineItems(first: 20) { nodes { id } } } } }");
    expect(errors?.[0]?.extensions).toMatchObject({ code: "MAX_COST_EXCEEDED", cost: 2302, maxCost: 1000 });
  });
});
