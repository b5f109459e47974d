import { expect, test } from "vitest";
import { readRecordChoice } from "./record-filter.ts";

const read = (query: string) => readRecordChoice(new URLSearchParams(query));

test("a query without filters shows everything", () => {
  expect(read("").filter).toEqual({});
});

test("place, source, form and days narrow the list; the last day counts whole", () => {
  expect(read("region=US-CA&source=signal&form=opt-out&from=2026-11-01&to=2026-11-30").filter).toEqual({
    ...{ region: "US-CA", source: "signal", form: "opt-out" },
    ...{ from: new Date("2026-11-01T00:00:00Z"), to: new Date("2026-12-01T00:00:00Z") },
  });
});

test("records from an unknown place can be asked for", () => {
  expect(read("region=unknown")).toMatchObject({ region: "unknown", filter: { region: "" } });
});

test.each([
  "region=Germany",
  "source=carrier-pigeon",
  "form=notice",
  "from=2026-02-30",
  "to=yesterday",
  "from=1999-01-01",
])("%s makes no sense and counts as not chosen", (query) => {
  expect(read(query).filter).toEqual({});
});
