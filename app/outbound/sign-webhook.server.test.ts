import fc from "fast-check";
import { expect, test } from "vitest";
import { isSigned, isWebhookSecret, newWebhookSecret, signWebhook } from "./sign-webhook.server.ts";

const at = new Date("2024-11-15T21:25:21Z");

test("a message is signed as the specification's own example", () => {
  const body = '{"event_type":"ping","data":{"success":true}}';
  const example = new Date(1731705121 * 1000);
  expect(
    signWebhook("whsec_plJ3nmyCDGBKInavdOK15jsl", { id: "msg_loFOjxBNrRLzqYUf", body, at: example })[
      "webhook-signature"
    ],
  ).toBe("v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=");
});

test("a signed message is known again, and nothing of it can be changed", () => {
  fc.assert(
    fc.property(fc.string(), fc.uuid(), fc.string({ minLength: 1 }), (body, id, extra) => {
      const secret = newWebhookSecret();
      const headers = new Headers({ ...signWebhook(secret, { id, body, at }) });
      expect(isSigned(secret, headers, body, at)).toBe(true);
      expect(isSigned(secret, headers, body + extra, at)).toBe(false);
      expect(isSigned(newWebhookSecret(), headers, body, at)).toBe(false);
      headers.set("webhook-id", `${id}x`);
      expect(isSigned(secret, headers, body, at)).toBe(false);
    }),
  );
});

test("an old message, one from the future, and one without a signature are refused", () => {
  const secret = newWebhookSecret();
  const headers = new Headers({ ...signWebhook(secret, { id: "1", body: "", at }) });
  for (const minutes of [-5.1, 5.1])
    expect(isSigned(secret, headers, "", new Date(at.getTime() + minutes * 60_000))).toBe(false);
  for (const name of ["webhook-id", "webhook-timestamp", "webhook-signature"]) {
    const without = new Headers(headers);
    without.delete(name);
    expect(isSigned(secret, without, "", at)).toBe(false);
  }
});

test("a secret has its form", () => {
  expect(isWebhookSecret(newWebhookSecret())).toBe(true);
  for (const text of ["", "whsec_", "whsec_c2hvcnQ=", "hunter2", `whsec_${"A".repeat(200)}`, "whsec_ä".repeat(20)])
    expect(isWebhookSecret(text)).toBe(false);
});
