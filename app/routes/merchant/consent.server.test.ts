import { expect, test } from "vitest";
import { receiveChoices } from "../../consent/receive-choices.server.ts";
import type { SentChoice } from "../../consent/record.ts";
import { USUAL_DECISIONS } from "../../consent/settings.ts";
import { sentChoice } from "../../consent/test-choice.ts";
import { sealRecords } from "../../evidence/seal-records.server.ts";
import { installed } from "../../shopify/test-session.ts";
import { useTestStores } from "../../test-stores.ts";
import { verify } from "../../../verify/verify.mjs";
import { loader as fileLoader } from "../anyone/banner-file.ts";
import { action as previewAction } from "./banner-preview.ts";
import { action as bannerAction, loader as bannerLoader } from "./banner.tsx";
import { loader as proofLoader } from "./consent-proof.ts";
import { loader as csvLoader } from "./consent-records.ts";
import { action as consentAction, loader as consentLoader } from "./consent.tsx";
import { action as servicesAction, loader as servicesLoader } from "./services.tsx";
import { byStaff, formByStaff } from "./test-staff.ts";

useTestStores();

const doors = { params: {}, context: {}, unstable_pattern: "" };
const receive = (shop: string, choices: SentChoice[]) =>
  receiveChoices(shop, choices, { customerId: undefined, ip: undefined }, new Date());

/** What a door throws as its answer. */
async function thrown(asked: Promise<unknown>): Promise<number> {
  try {
    await asked;
  } catch (answer) {
    if (answer instanceof Response) return answer.status;
    throw answer;
  }
  throw new Error("The door answered instead of throwing");
}

test("nobody without a session token sees records", async () => {
  const bare = () => new Request("https://app.test/app/consent", { headers: { Authorization: "Bearer none" } });
  for (const loader of [consentLoader, csvLoader, proofLoader, bannerLoader, servicesLoader]) {
    expect(await thrown(Promise.resolve(loader({ request: bare(), ...doors })))).toBeGreaterThanOrEqual(300);
  }
});

test("the page shows a store's own records, narrowed, and rates without what signals alone decided", async () => {
  const [shop, other] = ["page.myshopify.com", "page-other.myshopify.com"];
  await installed(shop);
  const optOut = { form: "opt-out", model: "opt-out", region: "US-CA", allowed: 7 } as const;
  await receive(shop, [
    sentChoice({ allowed: 15 }),
    sentChoice({ allowed: 0 }),
    sentChoice({ ...optOut, source: "signal" }),
  ]);
  await receive(other, [sentChoice()]);
  const read = async (query: string) =>
    consentLoader({ request: await byStaff(shop, `/app/consent${query}`), ...doors });
  const all = await read("");
  expect(all.page.rows).toHaveLength(3);
  expect(all.rates.days).toHaveLength(30);
  expect(all.rates.days.at(-1)).toMatchObject({ choices: 2, rates: { marketing: { offered: 2, allowed: 1 } } });
  expect(all.rates.regions.map(({ key }) => key)).toEqual(["DE"]);
  expect((await read("?form=opt-out&days=7")).page.rows).toMatchObject([{ region: "US-CA", source: "signal" }]);
  expect((await read("?region=DE&source=signal")).page.rows).toEqual([]);
});

test("the CSV holds what the filters name", async () => {
  const shop = "csv.myshopify.com";
  await installed(shop);
  const [german, french] = [sentChoice(), sentChoice({ region: "FR" })];
  await receive(shop, [german, french]);
  const answer = await csvLoader({ request: await byStaff(shop, "/app/consent/records.csv?region=FR"), ...doors });
  expect(answer.headers.get("Content-Disposition")).toMatch(
    /^attachment; filename="consent-csv-\d{4}-\d\d-\d\d\.csv"$/,
  );
  const text = await answer.text();
  expect(text).toContain(french.id);
  expect(text).not.toContain(german.id);
});

test("a receipt is found by its number, and its proof verifies once it is sealed", async () => {
  const shop = "proof.myshopify.com";
  await installed(shop);
  const choice = sentChoice();
  await receive(shop, [choice]);
  const find = async (receipt: string) =>
    consentAction({ request: await formByStaff(shop, "/app/consent", { intent: "find", receipt }), ...doors });
  const prove = async () => {
    const request = await byStaff(shop, `/app/consent/records/${choice.id}/proof`);
    return proofLoader({ request, ...doors, params: { receipt: choice.id } });
  };
  expect(await find(choice.id.toUpperCase())).toMatchObject({ data: { receipt: { state: "known", hasProof: false } } });
  expect(await find("my receipt")).toEqual({ receipt: { state: "unknown" } });
  expect(await thrown(prove())).toBe(404);
  await sealRecords(shop, "consent", new Date(Date.now() + 120_000));
  expect(await verify(await (await prove()).text(), { shop })).toMatchObject({ ok: true, records: 1 });
});

const decisions = { ...USUAL_DECISIONS, look: { ...USUAL_DECISIONS.look, background: "#f5efe6" } };
const unreadable = { ...decisions, look: { ...decisions.look, text: "#f0e8dd" } };

test("the editor saves, refuses what cannot be read, and never overwrites what somebody else saved", async () => {
  const shop = "editor.myshopify.com";
  await installed(shop);
  const save = async (version: number, sent: unknown) =>
    bannerAction({
      request: await formByStaff(shop, "/app/consent/banner", {
        ...{ intent: "save", version: String(version), decisions: JSON.stringify(sent) },
      }),
      ...doors,
    });
  expect(await save(0, decisions)).toMatchObject({ ok: true });
  const read = await bannerLoader({ request: await byStaff(shop, "/app/consent/banner"), ...doors });
  expect(read).toMatchObject({ saved: decisions, version: 1, published: { at: null } });
  expect(await save(0, decisions)).toMatchObject({
    ok: false,
    message: expect.stringContaining("Somebody else") as string,
  });
  expect(await save(1, unreadable)).toMatchObject({
    ok: false,
    message: expect.stringContaining("contrast") as string,
  });
  expect(await thrown(save(1, { ...decisions, surprise: true }))).toBe(400);
});

test("the preview is the storefront's own embed with the draft's settings, in the visitor's language", async () => {
  const shop = "preview.myshopify.com";
  await installed(shop);
  const preview = async (sent: unknown, language: string) => {
    const body = JSON.stringify({ decisions: sent, visitor: { region: "US-CA", language, signal: true, wording: 1 } });
    return previewAction({
      request: await byStaff(shop, "/app/consent/banner/preview", { method: "POST", body }),
      ...doors,
    });
  };
  const html = await (await preview(decisions, "de")).text();
  expect(html).toContain('"background":"#f5efe6"');
  expect(html).toContain('src="/banner/gate.js"');
  expect(html).toContain("Alle akzeptieren");
  expect(html).not.toContain("{{");
  expect((await preview(unreadable, "de")).status).toBe(400);
  expect((await preview(decisions, "tlh")).status).toBe(400);
});

test("the preview's scripts are served, and no other file", async () => {
  const ask = (file: string) => fileLoader({ request: new Request("https://app.test/"), ...doors, params: { file } });
  const gate = await ask("gate.js");
  expect([gate.status, gate.headers.get("Content-Type")]).toEqual([200, "text/javascript; charset=utf-8"]);
  expect((await gate.text()).length).toBeGreaterThan(1_000);
  for (const file of ["../../package.json", "..%2F..%2Fpackage.json", "none.js", ".env", ""]) {
    expect((await ask(file)).status).toBe(404);
  }
});

test("staff say what the store uses, and what each service needs", async () => {
  const shop = "services.myshopify.com";
  await installed(shop);
  const ask = async (form: Record<string, string>) =>
    servicesAction({ request: await formByStaff(shop, "/app/consent/services", form), ...doors });
  const read = async () => servicesLoader({ request: await byStaff(shop, "/app/consent/services"), ...doors });
  expect(await ask({ intent: "decide", service: "meta", needs: "", isUsed: "yes" })).toMatchObject({ ok: true });
  expect((await read()).used).toMatchObject([{ id: "meta", needs: 12 }]);
  await ask({ intent: "decide", service: "meta", needs: "4", isUsed: "yes" });
  const { used, cookies } = await read();
  expect(used).toMatchObject([{ id: "meta", needs: 4 }]);
  expect(cookies).toContainEqual({ name: "_fbp", service: "Meta Pixel", use: "Marketing", lifetime: "3 months" });
  expect(await ask({ intent: "accept", service: "own-never-seen", needs: "" })).toMatchObject({ ok: false });
  expect(await thrown(ask({ intent: "decide", service: "nobody", needs: "", isUsed: "yes" }))).toBe(404);
  expect(await thrown(ask({ intent: "decide", service: "meta", needs: "99", isUsed: "yes" }))).toBe(400);
});
