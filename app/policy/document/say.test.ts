import { expect, it } from "vitest";
import es from "../texts/es.json" with { type: "json" };
import { plainText, sayPolicy } from "./say.ts";
import { sentence, words, type Value } from "./words.ts";

/** What is said in Spanish of companies in these countries. */
function countries(...codes: readonly string[]): string | undefined {
  const all = { all: codes.map((country) => ({ country })) } satisfies Value;
  const item = sentence(words("transfers.vendor", { name: "Ad", countries: all, safeguards: "" }), {});
  const sections = [
    { id: "one", title: words("title.transfers"), blocks: [{ kind: "list", items: [item] } as const], sections: [] },
  ];
  const [block] = sayPolicy({ regimes: [], sections }, { language: "es", texts: es }).sections[0]?.blocks ?? [];
  return block?.kind === "list" ? plainText(block.items[0]?.runs ?? []) : undefined;
}

it("an “and” fits the word after it", () => {
  expect(countries("JP", "CA")).toBe("Ad, Japón y Canadá: ");
  expect(countries("JP", "IN")).toBe("Ad, Japón e India: ");
  expect(countries("JP", "US", "IL")).toBe("Ad, Japón, Estados Unidos e Israel: ");
  expect(countries("IN")).toBe("Ad, India: ");
});
