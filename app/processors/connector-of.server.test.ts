import { beforeEach, describe, expect, test, vi } from "vitest";
import { letLeave, newContact, type ContactStore } from "../../standin/processors/contact.ts";
import { GOOGLE_PROPERTY } from "../../standin/processors/google.ts";
import { KLAVIYO_KEY } from "../../standin/processors/klaviyo.ts";
import { MAILCHIMP_KEY } from "../../standin/processors/mailchimp.ts";
import type { Mood } from "../../standin/processors/mood.ts";
import { CONNECTOR_OF } from "./connector-of.server.ts";
import { CONNECTOR_WAYS } from "./connectors.ts";
import { ERRAND_ACTS, type Errand, type ErrandAct, type ErrandResult } from "./errand.ts";
import { draftOf, later, NOW, useProcessors } from "./test-processor.ts";
import { CutOff, errandOf, targetOf, visitor } from "./test-visit.ts";
import { AskedToWait, GoneForGood } from "./understand-status.server.ts";

const { klaviyo, mailchimp, google, serviceAccount } = useProcessors({ hasStores: false });

const ANNA = { email: "Anna@Example.com", phone: "+49 171 1234567", customerId: "7001" };
const HOUR = 60;
type Api = "klaviyo" | "mailchimp" | "google-analytics";
const STORES: Record<Api, ContactStore & { mood: Mood; log: string[] }> = {
  klaviyo,
  mailchimp,
  "google-analytics": google,
};
const DRAFTS = {
  klaviyo: draftOf("klaviyo", {}, { name: "Klaviyo", vendor: "klaviyo", credential: KLAVIYO_KEY }),
  mailchimp: draftOf("mailchimp", {}, { name: "Mailchimp", credential: MAILCHIMP_KEY }),
  "google-analytics": draftOf(
    "google-analytics",
    { property: GOOGLE_PROPERTY, hasCustomerIds: true, link: "https://analytics.google.com/" },
    { name: "Google Analytics", credential: serviceAccount },
  ),
};

const VISITS = {
  klaviyo: visitor(targetOf(DRAFTS.klaviyo)),
  mailchimp: visitor(targetOf(DRAFTS.mailchimp)),
  "google-analytics": visitor(targetOf(DRAFTS["google-analytics"])),
};

function beginAnew(): void {
  for (const api of Object.keys(STORES) as Api[]) {
    const events = Array.from({ length: 450 }, (_, index) => ({
      name: "Placed Order",
      at: `2026-01-01T00:00:${index}`,
    }));
    STORES[api].contacts = [
      newContact({
        id: "01ANNA",
        email: "anna@example.com",
        phone: "+491711234567",
        firstName: "Ana",
        sms_ok: true,
        events,
      }),
      newContact({ id: "01BEN", email: "ben@example.com", phone: "+491711234567" }),
    ];
    Object.assign(STORES[api], { leaving: [], log: [] });
    STORES[api].mood = { name: "well" };
  }
  google.taken = [];
}
beforeEach(beginAnew);

const errandTo = (act: ErrandAct, rest: Partial<Errand> = {}) => errandOf({ act, identity: ANNA, ...rest });
const run = (api: Api, errand: Errand, now = NOW, cutAt?: number): Promise<ErrandResult> =>
  VISITS[api](errand, now, cutAt);
const check = (api: Api) => CONNECTOR_OF[api].check(targetOf(DRAFTS[api]), NOW);
const emails = (api: Api) => STORES[api].contacts.map(({ email }) => email);

describe.each(["klaviyo", "mailchimp"] as const)("%s", (api) => {
  test("erases for good, and looks that it did; a person who shares the telephone stays", async () => {
    const errand = errandTo("delete");
    expect(await run(api, errand)).toMatchObject({ status: "done", seen: "as-asked" });
    expect(emails(api)).toEqual(["ben@example.com"]);
    const calls = STORES[api].log.filter((call) => call.startsWith("POST"));
    expect(await run(api, errand, later(1))).toMatchObject({ status: "done", seen: "as-asked" });
    expect(STORES[api].log.filter((call) => call.startsWith("POST"))).toEqual(calls);
    const again = errandTo("delete");
    expect(await run(api, again)).toMatchObject({ status: "done", seen: "nothing-held" });
  });

  test("brings home everything that it has of a person, and nothing of another", async () => {
    const result = await run(api, errandTo("access"));
    if (result.status !== "done") throw new Error(result.status);
    const text = JSON.stringify(result.items.records);
    expect(text).toContain("anna@example.com");
    expect(text).not.toContain("ben@example.com");
    if (api === "klaviyo") expect(result.items.records).toHaveLength(1 + 450);
    const nobody = await run(api, errandTo("access", { identity: { email: "nobody@example.com" } }));
    expect(nobody).toMatchObject({ status: "done", seen: "nothing-held", items: { records: [] } });
    expect(STORES[api].contacts).toHaveLength(2);
  });

  test.each(["object", "restrict", "withdraw-consent"] as const)("stops marketing: %s", async (act) => {
    expect(await run(api, errandTo(act))).toMatchObject({ status: "done", seen: "as-asked" });
    const [anna, ben] = STORES[api].contacts;
    expect([anna?.email_ok, ben?.email_ok]).toEqual([false, true]);
    if (api === "klaviyo") expect(anna?.sms_ok).toBe(false);
    const nobody = await run(api, errandTo(act, { identity: { email: "nobody@example.com" } }));
    expect(nobody).toMatchObject({ seen: "nothing-held" });
    expect(STORES[api].contacts).toHaveLength(2);
  });

  test.each(["opt-out-of-sale", "limit-sensitive"] as const)(
    "marks the choice for the store’s segments: %s",
    async (act) => {
      expect(await run(api, errandTo(act))).toMatchObject({ status: "done", seen: "as-asked" });
      expect(Object.keys(STORES[api].contacts[0]?.marks ?? {})).toHaveLength(1);
    },
  );

  test("corrects what was wrong, the address itself too", async () => {
    const changes = { firstName: "Anna", email: "anna.new@example.com", phone: "+491719999999" };
    const errand = errandTo("correct", { changes });
    expect(await run(api, errand)).toMatchObject({ status: "done", seen: "as-asked" });
    expect(STORES[api].contacts[0]).toMatchObject(changes);
    expect(await run(api, errand, later(5))).toMatchObject({ status: "done", seen: "as-asked" });
  });

  test("is given time, found to have lied, and asked again when staff try again", async () => {
    STORES[api].mood = { name: "lying" };
    const errand = errandTo("delete");
    expect(await run(api, errand)).toMatchObject({ status: "pending", checkAt: later(1 / 6) });
    expect(await run(api, errand, later(HOUR / 2))).toMatchObject({ status: "pending" });
    const verdict = await run(api, errand, later(73 * HOUR));
    expect(verdict).toMatchObject({ status: "not-as-asked" });
    expect("cause" in verdict && verdict.cause).toMatch(/said yes \(2026-11-01 10:00 UTC\), but a look shows/);
    expect("cause" in verdict && verdict.cause).not.toMatch(/anna|@/i);
    STORES[api].mood = { name: "well" };
    expect(await run(api, errand, later(74 * HOUR))).toMatchObject({ status: "done", seen: "as-asked" });
  });

  test("that takes its time is looked at again, not asked again", async () => {
    STORES[api].mood = { name: "slow" };
    const errand = errandTo("delete");
    expect(await run(api, errand)).toMatchObject({ status: "pending" });
    expect(await run(api, errand, later(1))).toMatchObject({ status: "pending" });
    expect(STORES[api].log.filter((call) => /delet/.test(call))).toHaveLength(1);
    letLeave(STORES[api]);
    expect(await run(api, errand, later(2))).toMatchObject({ status: "done", seen: "as-asked" });
  });

  test.each(["delete", "object", "correct", "opt-out-of-sale"] as const)(
    "ends as if undisturbed when a run is cut off at any moment: %s",
    async (act) => {
      for (let cutAt = 1; cutAt <= 4; cutAt++) {
        beginAnew();
        const errand = errandTo(act, act === "correct" ? { changes: { firstName: "Anna" } } : {});
        await expect(run(api, errand, NOW, cutAt)).rejects.toBeInstanceOf(CutOff);
        expect(await run(api, errand, later(1))).toMatchObject({ status: "done", seen: "as-asked" });
        expect(STORES[api].contacts.find(({ id }) => id === "01BEN")).toMatchObject({ email_ok: true, marks: {} });
      }
    },
  );
});

describe("google-analytics", () => {
  test("is told to erase by every identifier that it may know, in its own form; it cannot be looked at", async () => {
    const identity = { ...ANNA, email: "An.Na@Gmail.com" };
    expect(await run("google-analytics", errandTo("delete", { identity }))).toMatchObject({
      status: "done",
      seen: "unreadable",
    });
    expect(google.taken.map(({ user }) => user)).toEqual(["anna@gmail.com", "+491711234567", "7001"]);
  });

  test("has no interface for anything else: staff is told what to do, and where", async () => {
    const result = await run("google-analytics", errandTo("access"));
    expect(result).toMatchObject({ status: "by-hand", link: "https://analytics.google.com/" });
    expect(google.log).toEqual([]);
  });

  test("a key that Google does not accept is told as such", async () => {
    google.mood = { name: "locked" };
    await expect(run("google-analytics", errandTo("delete"))).rejects.toMatchObject({
      message: expect.stringContaining("Google does not accept the key") as string,
      worthRetrying: false,
    });
  });
});

test("what an interface cannot do is left to a person, and nothing else is", async () => {
  for (const api of Object.keys(STORES) as Api[])
    for (const act of ERRAND_ACTS) {
      beginAnew();
      const { status } = await run(api, errandTo(act, { changes: { firstName: "Anna" } }));
      expect([api, act, status === "by-hand"]).toEqual([api, act, CONNECTOR_WAYS[api][act] === "by-hand"]);
    }
});

describe.each(["klaviyo", "mailchimp", "google-analytics"] as const)("%s in trouble", (api) => {
  test.each([
    ["failing", "has a problem of its own (HTTP 500)"],
    ["malformed", "cannot be understood"],
  ] as const)("%s: the cause is plain, and the next try succeeds", async (name, cause) => {
    STORES[api].mood = { name, calls: 1 };
    const errand = errandTo("delete");
    await expect(run(api, errand)).rejects.toThrow(cause);
    expect(await run(api, errand, later(1))).toMatchObject({ status: "done" });
    expect(emails(api)).toEqual(api === "google-analytics" ? [] : ["ben@example.com"]);
  });

  test("hanging: it is given up after 30 seconds", async () => {
    STORES[api].mood = { name: "hanging" };
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    const waited = vi.spyOn(AbortSignal, "timeout").mockImplementation(() => timeout(50));
    await expect(run(api, errandTo("delete"))).rejects.toThrow("did not answer within 30 seconds");
    expect(waited).toHaveBeenCalledWith(30_000);
  });

  test("limited: it is left alone for as long as it says", async () => {
    STORES[api].mood = { name: "limited", calls: 1 };
    const errand = errandTo("delete");
    const asked: unknown = await run(api, errand).catch((error: unknown) => error);
    expect(asked).toBeInstanceOf(AskedToWait);
    expect(asked).toMatchObject({ until: later(0.5) });
    expect(await run(api, errand, later(1))).toMatchObject({ status: "done" });
  });

  test("gone for good", async () => {
    STORES[api].mood = { name: "gone" };
    await expect(run(api, errandTo("delete"))).rejects.toBeInstanceOf(GoneForGood);
  });

  test("the check says whether it lets us in, and touches nobody", async () => {
    expect(await check(api)).toContain(" us in");
    STORES[api].mood = { name: "locked" };
    await expect(check(api)).rejects.toMatchObject({ worthRetrying: false });
    expect(STORES[api].contacts).toHaveLength(2);
    expect(google.taken).toEqual([]);
  });
});
