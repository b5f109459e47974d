import { expect, test } from "vitest";
import { KNOWN_COOKIES } from "../../register/known-cookies.ts";
import { registerOf } from "../../register/register.ts";
import { VENDORS } from "../../register/vendors.ts";
import { cookieRows } from "./cookie-rows.ts";

test("cookies of services come with their service, use and lifetime, the shop's own after them", () => {
  const decisions = [{ id: "meta", needs: null, isUsed: true, own: null }];
  const used = registerOf(VENDORS, decisions).filter(({ isUsed }) => isUsed);
  const rows = cookieRows(used, KNOWN_COOKIES);
  expect(rows[0]).toEqual({
    name: "_fbp",
    service: "Meta Pixel",
    use: "Marketing, Sale and sharing",
    lifetime: "3 months",
  });
  expect(rows.length).toBe(Object.keys(used[0]?.cookies ?? {}).length + KNOWN_COOKIES.length);
});

test("a service's essential cookie is needed, whatever the service needs", () => {
  const service = {
    ...{ id: "own-chat", name: "Chat", company: "", country: "", hosts: [], needs: 4, isUsed: true, isOwn: true },
    ...{ cookies: { chat_id: 30, chat_csrf: 0 }, essentialCookies: ["chat_csrf"] },
    ...{ privacyUrl: "", optOutUrl: "", checked: "2026-11-24" },
  };
  expect(cookieRows([service], []).map(({ name, use }) => [name, use])).toEqual([
    ["chat_id", "Marketing"],
    ["chat_csrf", "Needed"],
  ]);
});
