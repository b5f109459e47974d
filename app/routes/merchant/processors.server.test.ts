import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, expect, it } from "vitest";
import { KLAVIYO_KEY } from "../../../standin/processors/klaviyo.ts";
import { json } from "../../ops/test-ops.ts";
import { useProcessors } from "../../processors/test-processor.ts";
import { openTarget } from "../../processors/target.server.ts";
import { installed } from "../../shopify/test-session.ts";
import { known } from "../../staff/test-known.ts";
import { useTestStores } from "../../test-stores.ts";
import { action as saveAction, loader as formLoader } from "./processor.tsx";
import { action, loader } from "./processors.tsx";
import { action as servicesAction } from "./services.tsx";
import { byStaff, formByStaff } from "./test-staff.ts";

useTestStores();
const { klaviyo } = useProcessors();

const SHOP = "processors.myshopify.com";
const ROSA = "81001";
const THEO = "81002";

const look = async (staff = ROSA) =>
  loader({ request: await byStaff(SHOP, "/app/processors", {}, staff) } as LoaderFunctionArgs);
const press = async (form: Record<string, string>, staff = ROSA) =>
  action({ request: await formByStaff(SHOP, "/app/processors", form, staff) } as ActionFunctionArgs);
const open = async (id: string, query = "", staff = ROSA) =>
  formLoader({
    request: await byStaff(SHOP, `/app/processors/${id}${query}`, {}, staff),
    params: { processor: id },
  } as unknown as LoaderFunctionArgs);

async function save(id: string, fields: Record<string, string | string[]>, staff = ROSA) {
  const body = new URLSearchParams({ isActive: "yes" });
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  const request = await byStaff(SHOP, `/app/processors/${id}`, { method: "POST", body }, staff);
  return saveAction({ request, params: { processor: id } } as unknown as ActionFunctionArgs);
}

const KLAVIYO = { name: "Klaviyo", vendor: "klaviyo", connector: "klaviyo", acts: ["access", "delete"] };

beforeAll(async () => {
  await installed(SHOP);
  for (const staff of [ROSA, THEO]) await known(SHOP, staff);
});

it("a service that the store uses is offered, with how it is best asked, until it is added", async () => {
  const used = { intent: "decide", service: "klaviyo", needs: "", isUsed: "yes" };
  await servicesAction({ request: await formByStaff(SHOP, "/app/consent/services", used) } as ActionFunctionArgs);
  expect(await look()).toMatchObject({
    processors: [],
    found: [{ id: "klaviyo", connector: "klaviyo" }],
    mayRule: true,
  });
  expect((await open("new", "?vendor=klaviyo")).start).toMatchObject({ name: "Klaviyo", connector: "klaviyo" });
  expect((await open("new")).start).toMatchObject({
    name: "",
    connector: "email",
    acts: ["access", "portability", "correct", "delete"],
  });
  expect((await open("new")).offers.length).toBeGreaterThan(50);
});

it("what is wrong is said field by field, and nothing is kept", async () => {
  expect(await save("new", { ...KLAVIYO, credential: "" })).toMatchObject({ problems: [{ field: "credential" }] });
  const bad = { ...KLAVIYO, name: "", acts: [], contact: "nobody", link: "http://x", credential: "secret" };
  const saved = await save("new", bad);
  expect(saved.kind === "wrong" && saved.problems.map(({ field }) => field)).toEqual([
    ...["name", "acts", "contact", "link", "credential"],
  ]);
  expect((await look()).processors).toEqual([]);
  for (const form of [
    { ...KLAVIYO, connector: "carrier-pigeon" },
    { ...KLAVIYO, acts: ["appeal"] },
  ])
    await expect(save("new", form)).rejects.toMatchObject({ status: 400 });
});

it("a key goes in and never comes out; checking, turning off and on do what they say", async () => {
  expect(await save("new", { ...KLAVIYO, credential: KLAVIYO_KEY })).toEqual({
    kind: "saved",
    id: "klaviyo",
    secret: null,
  });
  expect(JSON.stringify([await look(), await open("klaviyo")])).not.toContain(KLAVIYO_KEY);
  expect(await open("klaviyo")).toMatchObject({ hasCredential: true, start: { credential: "" } });
  expect((await look()).found).toEqual([]);
  expect(await press({ intent: "check", processor: "klaviyo" })).toMatchObject({ ok: true });
  klaviyo.mood = { name: "locked" };
  expect(await press({ intent: "check", processor: "klaviyo" })).toMatchObject({
    ok: false,
    message: expect.stringContaining("does not accept the credentials") as string,
  });
  expect((await look()).processors).toMatchObject([{ cause: expect.stringContaining("HTTP 401") as string }]);
  klaviyo.mood = { name: "well" };
  expect(await json("processors", "check", "--shop", SHOP)).toMatchObject([{ status: "ok", check: "klaviyo" }]);
  expect(await json("processors", "list", "--shop", SHOP)).toMatchObject([{ id: "klaviyo", cause: null }]);
  expect(await press({ intent: "turn-off", processor: "klaviyo" })).toMatchObject({ ok: true });
  expect((await look()).processors).toMatchObject([{ isActive: false }]);
  await press({ intent: "turn-on", processor: "klaviyo" });
  await save("klaviyo", { ...KLAVIYO, name: "Klaviyo EU" });
  expect(await openTarget(SHOP, "klaviyo")).toMatchObject({
    credential: KLAVIYO_KEY,
    processor: { name: "Klaviyo EU", isActive: true },
  });
});

it("a secret that is made for a webhook is answered once", async () => {
  const hook = {
    name: "Own warehouse",
    connector: "webhook",
    acts: ["delete"],
    url: "https://warehouse.example/privacy",
  };
  const saved = await save("new", hook);
  expect(saved).toMatchObject({ kind: "saved", secret: expect.stringMatching(/^whsec_/) as string });
  expect(await save("own-warehouse", hook)).toMatchObject({ kind: "saved", secret: null });
});

it("only an owner sets up processors; others look, and may check when they work on requests", async () => {
  expect(await look(THEO)).toMatchObject({ mayRule: false, mayWork: false });
  await expect(open("klaviyo", "", THEO)).rejects.toMatchObject({ status: 403 });
  await expect(save("new", { ...KLAVIYO, credential: KLAVIYO_KEY }, THEO)).rejects.toMatchObject({ status: 403 });
  for (const intent of ["turn-off", "check"])
    expect(await press({ intent, processor: "klaviyo" }, THEO)).toMatchObject({ ok: false });
});

it("what does not exist is not found, and a form that makes no sense is refused", async () => {
  await expect(open("nobody")).rejects.toMatchObject({ status: 404 });
  await expect(save("nobody", { ...KLAVIYO, credential: KLAVIYO_KEY })).rejects.toMatchObject({ status: 404 });
  for (const intent of ["check", "turn-off"])
    await expect(press({ intent, processor: "nobody" })).rejects.toMatchObject({ status: 404 });
  await expect(press({ intent: "explode", processor: "klaviyo" })).rejects.toMatchObject({ status: 400 });
});
