import { expect, test } from "vitest";
import { privacyPage } from "./privacy-page.ts";

test("the page says whom to ask, and a store's name can't bring markup along", () => {
  const page = privacyPage({ name: "<b>Rara & Co</b>", contactEmail: "privacy@rara.example" });
  expect(page).toContain('href="mailto:privacy@rara.example"');
  expect(page).toContain("&lt;b&gt;Rara &amp; Co&lt;/b&gt;");
  expect(page).not.toContain("<b>");
});

test("without an address the page still says what to do", () => {
  expect(privacyPage({ name: "Rara", contactEmail: null })).toContain("contact page");
});
