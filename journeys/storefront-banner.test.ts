import { describe, expect, it } from "vitest";
import { SETTINGS } from "./test-page.ts";
import { useVisitor } from "./test-visitor.ts";

describe("the banner", () => {
  const my = useVisitor();

  it("tells Shopify once, with four flags, and keeps a record with a receipt", async () => {
    await my.visit({ place: "DE" });
    await my.press("Accept all");
    await my.settled();
    await expect.poll(() => my.page.evaluate(() => document.cookie)).toMatch(/_cndr=1\.0\.f\.\w+\.1\.4\.DE\./);
    const calls = await my.page.evaluate(() => (window as unknown as { calls: unknown[] }).calls);
    expect(calls).toEqual([{ preferences: true, analytics: true, marketing: true, sale_of_data: true }]);
    expect(my.shop.sent).toHaveLength(1);
    const record = my.shop.sent[0]?.body as Record<string, unknown>;
    expect(record).toMatchObject({
      v: 1,
      allowed: 15,
      source: "banner",
      region: "DE",
      language: "en",
    });
    expect(record["textHash"]).toMatch(/^[\da-f]{64}$/);
  });

  it("shows one of two wordings, the same on the next page, and records which", async () => {
    const settings = { variants: ["statement", "question"] as const };
    const shown = () => my.page.locator("[data-show=banner]").getAttribute("data-wording");
    const seen = new Set<string | null>();
    for (let visits = 0; seen.size < 2; visits++) {
      expect(visits).toBeLessThan(30);
      await my.context.close();
      await my.visitor();
      const url = await my.visit({ place: "DE", settings });
      await expect.poll(() => my.page.evaluate(() => document.cookie)).toMatch(/_cndr_place=DE\.opt-in\.6\.\d/);
      const first = await shown();
      seen.add(first);
      await my.page.goto(url);
      expect(await shown()).toBe(first);
    }
    expect([...seen].sort()).toEqual(["question", "statement"]);
    const wording = await shown();
    await my.press("Reject all");
    await expect
      .poll(() => my.shop.sent.find(({ path }) => path.endsWith("/choice"))?.body)
      .toMatchObject({ variant: wording });
  });

  it("keeps a record that could not be sent, and sends it when there is a network", async () => {
    await my.visit({ place: "DE" });
    await my.banner().waitFor();
    await my.page.waitForFunction(() => "customerPrivacy" in (window as unknown as { Shopify: object }).Shopify);
    await my.page.evaluate(async () => {
      const { cndr } = window as unknown as { cndr: { load: (name: string) => Promise<unknown> } };
      await cndr.load("tell");
    });
    await my.context.setOffline(true);
    await my.press("Reject all");
    await my.page.waitForTimeout(200);
    expect(my.shop.sent).toEqual([]);
    await my.context.setOffline(false);
    await my.settled();
    expect(my.shop.sent[0]?.body).toMatchObject({ allowed: 0, form: "consent" });
  });

  it("breaks nothing under a strict content security policy", async () => {
    await my.visit({ place: "DE", csp: "default-src 'self'; script-src 'self'; style-src 'self'", blocks: ["link"] });
    await my.banner().waitFor();
    expect(await my.banner().evaluate((element) => getComputedStyle(element).position)).toBe("fixed");
    await my.press("Manage preferences");
    await my.page.getByRole("dialog").waitFor();
  });

  it("can be used by keyboard alone: one Tab, no stolen focus, Escape gives it back", async () => {
    await my.visit({ place: "DE", body: '<a href="/">home</a>' });
    await my.banner().waitFor();
    expect(await my.page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
    await my.page.keyboard.press("Tab");
    expect(await my.banner().evaluate((element) => element.contains(document.activeElement))).toBe(true);
    for (let step = 0; step < 3; step += 1) await my.page.keyboard.press("Tab");
    await my.page.keyboard.press("Enter");
    await my.page.getByRole("dialog").waitFor();
    await my.page.keyboard.press("Escape");
    await expect.poll(() => my.page.evaluate(() => document.activeElement?.textContent)).toBe("Manage preferences");
    await my.page.keyboard.press("Shift+Tab");
    await my.page.keyboard.press("Enter");
    await my.settled();
    expect(my.shop.sent[0]?.body).toMatchObject({ allowed: 15 });
  });

  it("is a dialog that keeps the focus where the merchant wants one", async () => {
    await my.visit({ place: "DE", settings: { look: { ...SETTINGS.look, layout: "dialog" } } });
    const dialog = my.page.getByRole("dialog", { name: "You decide how we use your data" });
    await dialog.waitFor();
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await my.press("Accept all");
    await my.settled();
    expect(await dialog.count()).toBe(0);
  });
});
