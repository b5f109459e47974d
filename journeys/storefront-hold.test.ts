import { describe, expect, it } from "vitest";
import { useVisitor } from "./test-visitor.ts";
import { MAY_LOSE_A_RACE, WAYS } from "./test-ways.ts";

describe("a storefront page", () => {
  const my = useVisitor();

  it("asks held hosts nothing before an answer, and each thing exactly once after a yes", MAY_LOSE_A_RACE, async () => {
    await my.visit({ place: "DE", body: my.ways("ads").join("\n") + my.ways("free").join("\n") });
    await my.banner().waitFor();
    await expect.poll(() => new Set(my.asked("free")).size).toBe(my.ways("free").length);
    expect(my.asked("ads")).toEqual([]);
    await my.press("Accept all");
    const everything = my.ways("ads").map((_way, at) => `ads/${String(at)}`);
    await expect.poll(() => my.asked("ads").sort()).toEqual(everything.sort());
    await my.page.waitForTimeout(300);
    expect(my.asked("ads").sort()).toEqual(everything.sort());
  });

  it("runs the scripts of the markup in their order, each after the one before it", async () => {
    const ads = (name: string) => `<script src="${my.shop.tag("ads", name)}"></script>`;
    const marked = '<script type="text/plain" data-consent="marketing">window.ran.push("marked")</script>';
    await my.visit({ place: "DE", head: ads("1.js") + ads("2.js"), body: ads("3.js") + marked + ads("4.js") });
    await my.press("Accept all");
    const ran = () => my.page.evaluate(() => (window as unknown as { ran?: string[] }).ran);
    await expect.poll(ran).toEqual(["/1.js", "/2.js", "/3.js", "marked", "/4.js"]);
  });

  it("forgets cookies and stops tags on withdrawal", MAY_LOSE_A_RACE, async () => {
    const url = await my.visit({ place: "DE", blocks: ["choices"], body: my.ways("ads").join("\n") });
    await my.press("Accept all");
    await my.settled();
    await my.page.evaluate(() => {
      document.cookie = "_ad=1;path=/";
      document.cookie = "cart=1;path=/";
    });
    await my.press("Withdraw all permissions");
    await expect.poll(() => my.page.evaluate(() => document.cookie)).not.toContain("_ad=");
    expect(await my.page.evaluate(() => document.cookie)).toContain("cart=1");
    my.shop.hits.length = 0;
    await my.page.evaluate(
      (src) => {
        new Image().src = src;
      },
      my.shop.tag("ads", "late"),
    );
    await my.page.goto(url);
    await my.page.waitForTimeout(300);
    expect(my.asked("ads")).toEqual([]);
  });

  it("tells Google the defaults before any tag, and the update after the answer", async () => {
    await my.visit({ place: "DE", head: "<script>window.first=JSON.stringify(window.dataLayer)</script>" });
    const first = await my.page.evaluate(() => (window as unknown as { first: string }).first);
    expect(first).toContain('"ad_user_data":"denied"');
    expect(first).toContain('"wait_for_update":500');
    await my.press("Accept all");
    await expect
      .poll(() =>
        my.page.evaluate(() => JSON.stringify((window as unknown as { dataLayer: unknown[] }).dataLayer.at(-1))),
      )
      .toContain('"1":"update","2":{"ad_storage":"granted"');
  });

  it(
    "lets tags run in California without a question, tells of the right, and obeys the signal",
    MAY_LOSE_A_RACE,
    async () => {
      const body = my.ways("ads").join("\n");
      await my.visit({
        place: "USCA",
        market: "US",
        body,
        settings: { hosts: " ads.localhost=12 stats.localhost=2 " },
      });
      await my.page.getByRole("region", { name: "Your privacy rights" }).waitFor();
      await expect.poll(() => new Set(my.asked("ads")).size).toBe(my.ways("ads").length);
      await my.context.close();

      await my.visitor({ timezoneId: "America/Los_Angeles" });
      await my.context.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { value: true });
      });
      await my.visit({ place: "USCA", market: "US", body, settings: { hosts: " ads.localhost=12 " } });
      await my.page.getByText("Your browser sent an opt-out signal").waitFor();
      await my.page.waitForTimeout(200);
      expect(my.asked("ads")).toEqual([]);
    },
  );

  it("takes an answer that was given elsewhere", async () => {
    await my.visit({ place: "DE", body: my.ways("ads").join("\n") });
    await my.banner().waitFor();
    await my.page.waitForFunction(() => "customerPrivacy" in (window as unknown as { Shopify: object }).Shopify);
    await my.page.evaluate(() => {
      const { customerPrivacy } = (
        window as unknown as {
          Shopify: { customerPrivacy: { setTrackingConsent: (flags: object, done: () => void) => void } };
        }
      ).Shopify;
      customerPrivacy.setTrackingConsent(
        { preferences: true, analytics: true, marketing: true, sale_of_data: true },
        () => undefined,
      );
    });
    await expect.poll(() => new Set(my.asked("ads")).size).toBe(my.ways("ads").length);
    expect(await my.banner().count()).toBe(0);
    expect(my.shop.sent.at(-1)?.body).toMatchObject({ source: "elsewhere", allowed: 15 });
  });

  it("works where Shopify's interface never comes", async () => {
    await my.visit({ body: my.ways("ads").join("\n") });
    await my.press("Accept all");
    await expect.poll(() => new Set(my.asked("ads")).size).toBe(my.ways("ads").length);
    expect(my.shop.sent[0]?.body).toMatchObject({ region: "DE", regionSource: "market" });
  });

  it("shows a sentence instead of a frame, and the frame when it is wanted", async () => {
    const frame = WAYS["a frame that a script makes"]?.replace("A/w", my.shop.tag("ads", "film")) ?? "";
    await my.visit({ place: "DE", body: frame });
    await my.press("Reject all");
    await my.page.getByText("This content comes from ads.localhost").waitFor();
    await my.press("Allow and show");
    await expect.poll(() => my.asked("ads")).toEqual(["ads/film"]);
    expect(await my.page.getByText("This content comes from").count()).toBe(0);
  });

  it("works where a blocker keeps the later parts away: everything stays held, without an error of ours", async () => {
    await my.context.route(/\/assets\/(after|tell)\.js/, (route) => route.abort("blockedbyclient"));
    await my.visit({ place: "DE", body: my.ways("ads").join("\n") });
    await my.press("Accept all");
    await my.page.waitForTimeout(200);
    expect(my.asked("ads")).toEqual([]);
    expect(await my.banner().count()).toBe(0);
    my.complaints = my.complaints.filter((text) => !text.includes("ERR_BLOCKED_BY_CLIENT"));
  });

  it("loads the gate alone for a visitor who said yes", async () => {
    const url = await my.visit({ place: "DE" });
    await my.press("Accept all");
    await expect.poll(() => my.page.evaluate(() => document.cookie)).toMatch(/_cndr=1\.0\.f\.\w+\.1\.4\./);
    const asked: string[] = [];
    my.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await my.page.goto(url, { waitUntil: "load" });
    await my.page.waitForTimeout(200);
    expect(asked.filter((path) => path.startsWith("/assets/"))).toEqual(["/assets/gate.js"]);
    const isNative = await my.page.evaluate(() => Element.prototype.setAttribute.toString().includes("native"));
    expect(isNative).toBe(true);
  });
});
