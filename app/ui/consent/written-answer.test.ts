import { expect, test } from "vitest";
import { writtenAnswer } from "./written-answer.ts";

test("staff learn how many region policies were written", () => {
  expect(writtenAnswer({ kind: "written", written: ["DE"], refused: [] })).toEqual({
    ...{ ok: true, message: "Wrote the policy of 1 region" },
  });
  expect(writtenAnswer({ kind: "written", written: [], refused: [] }).ok).toBe(true);
});

test("what Shopify refused is named, and is no success", () => {
  const refused = ["DE", "FR", "US-CA", "IT"];
  expect(writtenAnswer({ kind: "written", written: ["ES"], refused })).toEqual({
    ...{ ok: false, message: "Shopify refused the policy for Germany; France; California, United States and 1 more" },
  });
  expect(writtenAnswer({ kind: "banner-on" })).toMatchObject({ ok: false });
});
