import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, expect, it } from "vitest";
import { installed } from "../../shopify/test-session.ts";
import { readDeskRules } from "../../staff/desk-rules.server.ts";
import { known } from "../../staff/test-known.ts";
import { useTestStores } from "../../test-stores.ts";
import { action, loader } from "./settings.tsx";
import { byStaff, formByStaff } from "./test-staff.ts";

useTestStores();

const SHOP = "settings.myshopify.com";
const PATH = "/app/settings";
const ROSA = "81001";
const THEO = "81002";

const look = async (staff: string) => loader({ request: await byStaff(SHOP, PATH, {}, staff) } as LoaderFunctionArgs);
const send = async (form: Record<string, string>, staff = ROSA) =>
  action({ request: await formByStaff(SHOP, PATH, form, staff) } as ActionFunctionArgs);

beforeAll(async () => {
  await installed(SHOP);
  for (const staff of [ROSA, THEO]) await known(SHOP, staff);
});

it("an owner gives roles and makes rules; others look", async () => {
  expect(await look(ROSA)).toMatchObject({ mayRule: true, rules: { fourEyes: false } });
  const theo = await look(THEO);
  expect(theo.mayRule).toBe(false);
  expect(theo.staff.map(({ role }) => role).sort()).toEqual(["owner", "read-only"]);
  const member = theo.me.staff;

  expect(await send({ intent: "rules", fourEyes: "yes" }, THEO)).toMatchObject({ ok: false });
  expect(await send({ intent: "role", member, role: "owner" }, THEO)).toMatchObject({ ok: false });
  expect(await readDeskRules(SHOP)).toEqual({ fourEyes: false });

  expect(await send({ intent: "rules", fourEyes: "yes" })).toEqual({ ok: true, message: "Saved" });
  expect(await readDeskRules(SHOP)).toEqual({ fourEyes: true });
  expect(await send({ intent: "role", member, role: "privacy-staff" })).toEqual({ ok: true, message: "Role given" });
  expect((await look(THEO)).me.role).toBe("privacy-staff");
  const rosa = (await look(ROSA)).me.staff;
  expect(await send({ intent: "role", member: rosa, role: "read-only" })).toMatchObject({
    message: "Somebody must be an owner: make another person owner first",
  });
});

it("a form that makes no sense is refused", async () => {
  await expect(send({ intent: "role", member: "nobody", role: "king" })).rejects.toMatchObject({ status: 400 });
});
