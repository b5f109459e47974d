import { expect, test } from "vitest";
import { readSavedDecisions } from "../../consent/save-decisions.server.ts";
import { listed } from "../../register/change-facts.ts";
import { keepFound, readStoreRegister } from "../../register/change-register.server.ts";
import { factById } from "../../register/kinds.ts";
import { readRegister } from "../../register/store-register.server.ts";
import { installed } from "../../shopify/test-session.ts";
import { useTestStores } from "../../test-stores.ts";
import { action as answer, loader as ask } from "./interview.tsx";
import { loader as recordLoader } from "./record.ts";
import { action as change, loader as registerLoader } from "./register.tsx";
import { byStaff, formByStaff } from "./test-staff.ts";
import { action as saveVendor, loader as vendorLoader } from "./vendor.tsx";

useTestStores();

const doors = { params: {}, context: {}, unstable_pattern: "" };
const at = (params: Record<string, string>) => ({ ...doors, params });
const QUESTIONS = "/app/register/questions";

async function thrown(asked: Promise<unknown>): Promise<number> {
  try {
    await asked;
  } catch (reply) {
    if (reply instanceof Response) return reply.status;
    throw reply;
  }
  throw new Error("The door answered instead of throwing");
}
const read = async (shop: string) => registerLoader({ request: await byStaff(shop, "/app/register"), ...doors });

test("nobody without a session token sees a register", async () => {
  const bare = () => new Request("https://app.test/app/register", { headers: { Authorization: "Bearer none" } });
  for (const loader of [registerLoader, ask, vendorLoader, recordLoader])
    expect(await thrown(Promise.resolve(loader({ request: bare(), ...doors })))).toBeGreaterThanOrEqual(300);
});

test("an issue is mended by a click, once; the banner learns of it when it is about the banner", async () => {
  const shop = "register-mend.myshopify.com";
  await installed(shop);
  const { issues } = await read(shop);
  const issue = issues.find(({ code }) => code === "effective-date-missing") ?? expect.fail();
  const form = { intent: "mend", code: issue.code, fact: issue.fact, about: issue.about };
  const click = async () => change({ request: await formByStaff(shop, "/app/register", form), ...doors });
  expect(await click()).toEqual({ ok: true, message: "Mended" });
  expect(await click()).toMatchObject({ ok: false });
  expect((await read(shop)).issues.map(({ code }) => code)).not.toContain("effective-date-missing");
  const wrong = await formByStaff(shop, "/app/register", { ...form, code: "no-such-issue" });
  expect(await thrown(change({ request: wrong, ...doors }))).toBe(400);
});

test("the questions go on where they were left; an answer is kept, a wrong one is refused with its reason", async () => {
  const shop = "register-questions.myshopify.com";
  await installed(shop);
  const open = async (query = "") => ask({ request: await byStaff(shop, `${QUESTIONS}${query}`), ...doors });
  const send = async (form: Record<string, string>) =>
    answer({ request: await formByStaff(shop, QUESTIONS, form), ...doors });
  expect(await open()).toMatchObject({ question: "store", states: [] });
  const skipped = await send({ intent: "skip", question: "store" });
  expect(skipped instanceof Response && skipped.headers.get("Location")).toBe(`${QUESTIONS}?question=contact`);
  await send({ intent: "answer", question: "do-not-track", response: "everywhere" });
  expect((await readSavedDecisions(shop)).decisions.honoursNoTrack).toBe(true);
  expect(await open()).toMatchObject({
    question: "contact",
    states: [
      ["store", "skipped"],
      ["do-not-track", "answered"],
    ],
  });
  expect(await open("?question=do-not-track")).toMatchObject({ answers: { response: ["everywhere"] } });
  expect(await send({ intent: "answer", question: "store", legalName: "Ring", country: "Germany" })).toHaveProperty(
    "problem",
  );
  expect((await open()).states[0]).toEqual(["store", "skipped"]);
  await send({ intent: "answer", question: "store", legalName: "Ring GmbH", country: "DE" });
  expect((await read(shop)).register.store).toMatchObject({ legalName: "Ring GmbH", status: "confirmed" });
  expect((await read(shop)).progress).toEqual({ answered: 2, skipped: 0, all: 15 });
});

test("a vendor is added as it is known, changed and taken out; one that nobody knows is described", async () => {
  const shop = "register-vendors.myshopify.com";
  await installed(shop);
  const path = (id: string) => `/app/register/vendors/${id}`;
  const open = async (id: string) => vendorLoader({ request: await byStaff(shop, path(id)), ...at({ vendor: id }) });
  const save = async (id: string, form: Record<string, string>) =>
    saveVendor({ request: await formByStaff(shop, path(id), form), ...at({ vendor: id }) });
  const { vendor, isNew } = await open("klaviyo");
  expect(isNew).toBe(true);
  expect(await save("klaviyo", { vendor: JSON.stringify({ ...vendor, hasDpa: null }) })).toBeInstanceOf(Response);
  expect(await open("klaviyo")).toMatchObject({ isNew: false, isPlatform: false, vendor: { hasDpa: null } });
  expect(await save("shopify", { intent: "remove" })).toHaveProperty("problem");
  await save("klaviyo", { intent: "remove" });
  expect((await readRegister(shop)).find(({ id }) => id === "klaviyo")?.isUsed).toBe(false);

  const blank = await open("new");
  expect(await save("new", { vendor: JSON.stringify(blank.vendor) })).toHaveProperty("problem");
  expect(await save("new", { vendor: "{" })).toHaveProperty("problem");
  await save("new", { vendor: JSON.stringify({ ...blank.vendor, name: "My Packer", purposes: ["delivery"] }) });
  expect(factById(await readStoreRegister(shop), "vendors/own-my-packer")).toMatchObject({ name: "My Packer" });

  const seen = {
    status: "seen",
    origin: "storefront",
    ref: "",
    isKnown: false,
    hosts: ["px.odd.example"],
    cookies: [],
  } as const;
  const sighting = listed("sightings", { ...seen, service: "own-odd", name: "Odd" });
  await keepFound(shop, [sighting], { origin: "storefront", wholly: [], now: new Date(), staff: null });
  const odd = await open("own-odd");
  expect(odd).toMatchObject({ isNew: true, vendor: { name: "Odd" } });
  await save("own-odd", { vendor: JSON.stringify({ ...odd.vendor, needs: 12 }) });
  expect((await readRegister(shop)).find(({ id }) => id === "own-odd")).toMatchObject({
    hosts: ["px.odd.example"],
    needs: 12,
  });
  expect(await thrown(open("nobody"))).toBe(404);
});

test("the record of processing is saved as a table and for programs", async () => {
  const shop = "register-record.myshopify.com";
  await installed(shop);
  const file = async (format: string) =>
    recordLoader({ request: await byStaff(shop, `/app/register/record/${format}`), ...at({ format }) });
  const csv = await file("csv");
  expect(csv.headers.get("Content-Disposition")).toMatch(/record-of-processing-register-record-\d{4}-\d\d-\d\d\.csv/);
  const [headings, ...rows] = (await csv.text()).trim().split("\n");
  expect(headings).toContain("Purpose (art. 30(1)(b))");
  expect(rows.find((row) => row.startsWith("screening orders for fraud"))).toContain("GDPR art. 6(1)(f)");
  const json = (await (await file("json")).json()) as { format: string; activities: unknown[]; register: object };
  expect(json.format).toBe("candor-record-of-processing/1");
  expect(json.activities).toHaveLength(rows.length);
  expect(json.register).toEqual(JSON.parse(JSON.stringify(await readStoreRegister(shop))));
  expect(await thrown(file("pdf"))).toBe(404);
});
