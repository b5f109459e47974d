import { expect, test } from "vitest";
import { BASIS_ARTICLE, LEGAL_BASES } from "./legal-bases.ts";
import { isAdequate, isInEea, isTransferCovered, restrictsTransfers } from "./transfers.ts";

test("inside the European Economic Area, and where protection was found adequate, nothing more is needed", () => {
  for (const country of ["DE", "NO", "GP", "GB", "CH", "CA", "JP", "IL"])
    expect(isTransferCovered(country, []), country).toBe(true);
  expect(isInEea("GB")).toBe(false);
  expect(isAdequate("US")).toBe(false);
});

test("the framework covers recipients in the United States only, clauses and corporate rules any country", () => {
  expect(isTransferCovered("US", [])).toBe(false);
  expect(isTransferCovered("US", ["adequacy"])).toBe(false);
  expect(isTransferCovered("US", ["dpf"])).toBe(true);
  expect(isTransferCovered("SG", ["dpf"])).toBe(false);
  for (const country of ["SG", "US", ""]) expect(isTransferCovered(country, ["scc"])).toBe(true);
  expect(isTransferCovered("IN", ["bcr"])).toBe(true);
});

test("transfers are restricted for people of the Union, the United Kingdom and Switzerland", () => {
  expect(["FR", "IS", "GB", "CH"].filter(restrictsTransfers)).toHaveLength(4);
  expect(["US", "CA", "BR", ""].filter(restrictsTransfers)).toEqual([]);
});

test("each legal basis has a letter of its own in article 6(1)", () => {
  expect(LEGAL_BASES.map((basis) => BASIS_ARTICLE[basis].slice(-2, -1)).join("")).toBe("abcdef");
});
