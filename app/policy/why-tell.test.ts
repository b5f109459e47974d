import { expect, test } from "vitest";
import type { Register } from "../register/facts.ts";
import { SAID, using } from "./test-register.ts";
import { whyTell } from "./why-tell.ts";

const plain = using("klaviyo");
const promising = (register: Register): Register => ({
  ...register,
  publication: { ...register.publication, announcesByMail: true },
});
const wider = using("klaviyo", "hotjar");
const [someRule] = plain.retention;
const newPurpose: Register = {
  ...plain,
  purposes: [
    ...plain.purposes,
    ...plain.purposes.slice(0, 1).map((one) => ({ ...one, id: "purposes/own", purpose: "own" as never })),
  ],
};

test("a new purpose is told where a law of the GDPR's kind holds, whatever the policy promises", () => {
  expect(whyTell(plain, newPurpose, ["gdpr"])).toBe("law");
  expect(whyTell(plain, newPurpose, ["ccpa"])).toBeNull();
  expect(whyTell(plain, promising(newPurpose), ["ccpa"])).toBe("promised");
});

test("a promise is kept for a new recipient and for a longer time, and for nothing smaller", () => {
  expect(whyTell(plain, wider, ["us-states"])).toBeNull();
  expect(whyTell(plain, promising(wider), ["us-states"])).toBe("promised");
  expect(whyTell(wider, promising(plain), ["us-states"])).toBeNull();
  expect(whyTell(plain, promising(plain), ["gdpr"])).toBeNull();
  if (!someRule) throw new Error("the register of the tests keeps nothing");
  const kept = (months: number): Register => ({ ...plain, retention: [{ ...someRule, ...SAID, period: { months } }] });
  expect(whyTell(kept(12), promising(kept(13)), ["us-states"])).toBe("promised");
  expect(whyTell(kept(13), promising(kept(12)), ["us-states"])).toBeNull();
});
