import { expect, test } from "vitest";
import { letterLines } from "./letter.ts";
import { SAMPLE_COVER } from "./sample-package.server.ts";

const said = (lines: ReturnType<typeof letterLines>) =>
  lines.map((line) => (line.kind === "fact" ? `${line.name}: ${line.value}` : line.text)).join("\n");

test("the letter says what was asked, what is in the package, and what could not be collected", () => {
  const letter = said(
    letterLines({ ...SAMPLE_COVER, missing: [{ section: "orders", what: "Shopify refused orders" }] }),
  );
  for (const part of [SAMPLE_COVER.request.id, SAMPLE_COVER.shop.domain, "Shopify refused orders", "data.json"])
    expect(letter).toContain(part);
});

test("the letter leaves out headings under which nothing stands, and the contact that nobody gave", () => {
  const bare = { ...SAMPLE_COVER, missing: [], purposes: [], recipients: [], retention: [] };
  const letter = said(letterLines({ ...bare, shop: { ...bare.shop, contactEmail: null } }));
  for (const part of ["could not be collected", "used for\n", "Who receives", "Questions"])
    expect(letter).not.toContain(part);
});
