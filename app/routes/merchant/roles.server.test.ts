import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { beforeAll, expect, it } from "vitest";
import { installed } from "../../shopify/test-session.ts";
import { giveRole } from "../../staff/give-role.server.ts";
import { may, MAY_NOT, type StaffAct } from "../../staff/roles.ts";
import { known } from "../../staff/test-known.ts";
import { useTestStores } from "../../test-stores.ts";
import { formByStaff, byStaff } from "./test-staff.ts";

useTestStores();

const SHOP = "roles.myshopify.com";
const [OWNER, READER, PRIVACY] = ["81001", "81002", "81003"];
const ID = "0190c0de-0000-7000-8000-000000000001";

/** A form of a door, and what whoever sends it must be allowed to do; null: everybody may. */
type Sent = readonly [form: Readonly<Record<string, string>>, act: StaffAct | null];

/** Every door of the merchant's that takes a form. A new one fails the test below until it is here. */
const FORMS: Readonly<Record<string, readonly Sent[]>> = {
  // shows a draft, keeps nothing
  "banner-preview.ts": [[{}, null]],
  "banner.tsx": [
    [{ intent: "publish" }, "work"],
    [{ intent: "save", decisions: "{}", version: "0" }, "work"],
  ],
  "consent.tsx": [
    // a receipt names nobody
    [{ intent: "find", receipt: ID }, null],
    [{ intent: "examine" }, "work"],
  ],
  "decision.ts": [[{ intent: "resume" }, "work"]],
  "deliveries.tsx": [[{ intent: "replay", delivery: ID }, "work"]],
  "home.tsx": [
    // changes nothing
    [{ intent: "check-chain" }, null],
    [{ intent: "retry", job: ID }, "work"],
  ],
  "interview.tsx": [[{ intent: "skip", question: "store" }, "work"]],
  "mail.tsx": [[{ intent: "revert", language: "en", version: "0" }, "work"]],
  "mails.tsx": [
    [{ intent: "test" }, "work"],
    [{ intent: "retry", mail: ID }, "work"],
    [{ intent: "sender", name: "", contact: "" }, "rule"],
  ],
  "new-request.tsx": [[{}, "work"]],
  "policy-audit.tsx": [[{ intent: "take", policy: "We collect your name.", areas: "eu" }, "work"]],
  "policy.tsx": [
    [{ intent: "publish", effectiveOn: "2027-01-01", number: "1" }, "work"],
    [{ intent: "put-back" }, "work"],
    [{ intent: "take-over" }, "work"],
    [{ intent: "write-pages" }, "work"],
    [{ intent: "put-page-back", page: "cookies" }, "work"],
    [{ intent: "leave-page", page: "cookies" }, "work"],
    [{ intent: "announce", number: "1" }, "work"],
    [{ intent: "told-otherwise", number: "1" }, "work"],
  ],
  "processor.tsx": [[{}, "rule"]],
  "processors.tsx": [
    [{ intent: "check", processor: "klaviyo" }, "work"],
    [{ intent: "turn-off", processor: "klaviyo" }, "rule"],
  ],
  "register.tsx": [[{ intent: "look" }, "work"]],
  "request-changes.ts": [[{ intent: "review" }, "work"]],
  "request-shopify.ts": [[{ intent: "open-customer" }, "work"]],
  "request-task.ts": [[{ intent: "retry-task", system: "candor" }, "work"]],
  "request.tsx": [
    [{ intent: "reveal" }, "see-person"],
    [{ intent: "release", hold: ID }, "work"],
  ],
  // finds people masked
  "requests.tsx": [[{ term: "x@example.com" }, null]],
  "retention.tsx": [
    [{ intent: "approve" }, "work"],
    [{ intent: "count" }, "work"],
    [{ intent: "looked-through", category: "reviews" }, "work"],
  ],
  "services.tsx": [[{ intent: "accept", service: "klaviyo", needs: "" }, "work"]],
  "settings.tsx": [[{ intent: "rules", fourEyes: "no" }, "rule"]],
  "tools.tsx": [
    [{ intent: "make-token", name: "till" }, "rule"],
    [{ intent: "add-endpoint", url: "https://x.example" }, "rule"],
  ],
  "vendor.tsx": [[{ intent: "remove" }, "work"]],
};

/** Doors that hand out what names people. */
const FILES_ABOUT_PEOPLE = ["attachment.ts", "package.ts"] as const;

const PARAMS = { request: ID, template: "done", vendor: "klaviyo", processor: "new", attachment: ID, format: "json" };

type Door = (args: ActionFunctionArgs & LoaderFunctionArgs) => Promise<unknown>;
const FILES = import.meta.glob<Partial<Record<"action" | "loader", Door>>>([
  "./*.ts",
  "./*.tsx",
  "!./*.test.ts",
  "!./test-*",
]);
async function doorOf(file: string, name: "action" | "loader"): Promise<Door> {
  const door = (await FILES[`./${file}`]?.())?.[name];
  return door ?? expect.fail(`${file} has no ${name}`);
}

/** What a door answers: its answer, or what it throws. */
async function answer(file: string, form: Readonly<Record<string, string>>, staff: string): Promise<unknown> {
  const action = await doorOf(file, "action");
  const request = await formByStaff(SHOP, "/app", { ...form }, staff);
  try {
    return await action({ request, params: PARAMS, context: {} });
  } catch (thrown) {
    return thrown;
  }
}

const isRefusal = (told: unknown): boolean => {
  if (told instanceof Response) return told.status === 403;
  const text = JSON.stringify(told);
  return Object.values(MAY_NOT).some((sentence) => text.includes(sentence));
};

beforeAll(async () => {
  await installed(SHOP);
  for (const staff of [OWNER, READER]) await known(SHOP, staff);
  const { staff } = await known(SHOP, PRIVACY);
  await giveRole(SHOP, { staff, role: "privacy-staff" }, { by: "p", now: new Date() });
});

it("every door of the merchant's that takes a form says who may use it", () => {
  const doors = globSync("app/routes/merchant/*.{ts,tsx}").filter(
    (path) => !/(test-|\.test\.)/.test(path) && /export (async function|const) action/.test(readFileSync(path, "utf8")),
  );
  expect(doors.map((path) => basename(path)).sort()).toEqual(Object.keys(FORMS).sort());
});

const ALL = Object.entries(FORMS).flatMap(([file, sent]) => sent.map(([form, act]) => ({ file, form, act })));

it.each(ALL)("who is read-only, at $file with $form, is refused unless everybody may", async ({ file, form, act }) => {
  expect(isRefusal(await answer(file, form, READER))).toBe(act !== null);
});

it.each(ALL.filter(({ act }) => act === "rule"))(
  "who is privacy staff, at $file with $form, is refused what only owners may",
  async ({ file, form }) => {
    expect(may("privacy-staff", "work")).toBe(true);
    expect(isRefusal(await answer(file, form, PRIVACY))).toBe(true);
  },
);

it.each(FILES_ABOUT_PEOPLE)("%s gives nothing that names people to who is read-only", async (file) => {
  const loader = await doorOf(file, "loader");
  const request = await byStaff(SHOP, "/app", {}, READER);
  const told: unknown = await loader({ request, params: PARAMS, context: {} }).catch((thrown: unknown) => thrown);
  expect(told).toBeInstanceOf(Response);
  expect((told as Response).status).toBe(403);
});
