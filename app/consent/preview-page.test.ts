import fc from "fast-check";
import { expect, test } from "vitest";
import { publicRegister } from "./public-register.ts";
import { previewPage, scriptJson } from "./preview-page.ts";

test("data never ends the script that holds it, and reads back as it was", () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: false, values: [fc.string(), fc.integer()] }), fc.string(), (value, text) => {
      const data: unknown = { text: `</script><!--${text}`, value };
      const written = scriptJson(data);
      expect(written).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(data)));
    }),
  );
});

const page = (region: string, language = "en", wording = 0) =>
  previewPage({
    visitor: { region, language, signal: true, wording },
    ...{ wordings: 2, embed: "<!-- the embed -->", register: publicRegister([]), proxy: "/apps/privacy" },
  });

test("the visitor's place, its law and the signal are there before the embed", () => {
  const html = page("US-CA");
  const facts = html.indexOf('"place":[["_cndr_place","US-CA.opt-out.0.2"]]');
  expect(facts).toBeGreaterThan(0);
  expect(html).toContain('"code":"USCA","signal":true');
  expect(html.indexOf("<!-- the embed -->")).toBeGreaterThan(facts);
});

test("of a place that nobody knows the page is told nothing, so that the strictest law holds", () => {
  expect(page("")).toContain('"place":[],"code":""');
});

test("the wording that is asked for is the one that is shown", () => {
  const pick = (wording: number) => Number(/DE\.opt-in\.6\.(\d+)"/.exec(page("DE", "en", wording))?.[1]);
  expect([pick(0) % 2, pick(1) % 2]).toEqual([0, 1]);
  expect(pick(0)).toBeGreaterThan(0);
});

test("languages from right to left make the page so", () => {
  expect(page("DE", "ar")).toContain('<html lang="ar" dir="rtl">');
  expect(page("DE", "de")).toContain('<html lang="de" dir="ltr">');
});
