import { expect, test } from "vitest";
import { readStoreRegister } from "../../register/change-register.server.ts";
import { installed } from "../../shopify/test-session.ts";
import { known } from "../../staff/test-known.ts";
import { useTestStores } from "../../test-stores.ts";
import { action, loader } from "./policy-audit.tsx";
import { byStaff, formByStaff } from "./test-staff.ts";

useTestStores();

const doors = { params: {}, context: {}, unstable_pattern: "" };
const POLICY =
  "<h2>Cookies</h2><p>We never sell your data. You can turn cookies off in your browser. Read more <a>here</a>.</p>" +
  "<p>This shop is not for anyone under 18. Questions? Write to hello@oakline.example.</p>";

const ask = async (shop: string, form: Record<string, string>) =>
  action({ request: await formByStaff(shop, "/app/policy/audit", form), ...doors });

test("staff see what a pasted policy says and lacks where the buyers are, and nothing of it is kept", async () => {
  const shop = "audit.myshopify.com";
  await installed(shop);
  expect(await loader({ request: await byStaff(shop, "/app/policy/audit"), ...doors })).toEqual({
    chosen: ["eu", "gb", "california", "quebec"],
  });
  const found = await ask(shop, { intent: "audit", areas: "eu,california", policy: POLICY });
  if (!("kind" in found) || found.kind !== "audited") throw new Error("It was not looked over");
  expect(found.text).toContain("You can turn cookies off in your browser.");
  expect(found.text).not.toContain("<p>");
  expect(found.audit.statements.map(({ id }) => id)).toEqual(expect.arrayContaining(["S6", "S32", "S33", "S48"]));
  expect(found.audit.gaps.map(({ id }) => id)).toEqual(expect.arrayContaining(["G1", "G5", "G12", "G16"]));
  expect(found.audit.gaps.map(({ id }) => id)).not.toContain("G32");
  expect((await readStoreRegister(shop)).minors).toMatchObject({ status: "preset" });
});

test("what the policy claims goes into the register as claimed, once", async () => {
  const shop = "audit-claims.myshopify.com";
  await installed(shop);
  for (const staff of ["81001", "81002"]) await known(shop, staff);
  const form = { intent: "take", areas: "eu", policy: POLICY };
  expect(await ask(shop, form)).toMatchObject({
    ok: true,
    message: expect.stringMatching(/^\d+ facts? noted/) as string,
  });
  expect((await readStoreRegister(shop)).minors).toMatchObject({ minimumAge: 18, status: "claimed", ref: "S32" });
  expect(await ask(shop, form)).toEqual({ ok: true, message: "Nothing new for the register" });
  const readOnly = await formByStaff(shop, "/app/policy/audit", form, "81002");
  expect(await action({ request: readOnly, ...doors })).toMatchObject({ ok: false });
});

test("without text, or without a place, staff are told what to do", async () => {
  const shop = "audit-empty.myshopify.com";
  await installed(shop);
  for (const form of [
    { intent: "audit", areas: "eu", policy: " … " },
    { intent: "audit", areas: "", policy: POLICY },
  ]) {
    expect(await ask(shop, form)).toEqual({ ok: false, message: "Paste a policy, and choose at least one place" });
  }
});
