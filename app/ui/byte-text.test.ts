import { expect, test } from "vitest";
import { byteText } from "./byte-text.ts";

test("sizes are short and of a fitting unit", () => {
  expect([0, 812, 4_233, 17_400, 999_400, 4_200_000, 120_000_000].map(byteText)).toEqual([
    ...["0 bytes", "812 bytes", "4.2 KB", "17 KB", "999 KB", "4.2 MB", "120 MB"],
  ]);
});
