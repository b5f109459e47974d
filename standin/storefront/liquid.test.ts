import { describe, expect, it } from "vitest";
import { liquidJson, makeEngine, money, renderLiquid } from "./liquid.ts";

const engine = makeEngine({ locales: "", snippet: () => undefined, assetUrl: (name) => `/a/${name}` });
const render = (source: string, globals: object = {}): Promise<string> => renderLiquid(engine, source, {}, globals);

describe("the filters", () => {
  it("json prints nil as null and lets nothing end a script", async () => {
    expect(await render("{{ nothing | json }}{{ nothing.at.all | json }}")).toBe("nullnull");
    const text = "</script><!-- & \u2028";
    expect(liquidJson({ text })).toBe(String.raw`{"text":"\u003c/script\u003e\u003c!-- \u0026 \u2028"}`);
    expect(JSON.parse(liquidJson({ text }))).toEqual({ text });
  });

  it("json prints values as JSON does", async () => {
    expect(await render("{{ x | json }}", { x: [1, "a", null, { b: false }] })).toBe('[1,"a",null,{"b":false}]');
  });

  it("escape writes what Shopify writes, and a backslash in a text is itself", async () => {
    expect(await render("{{ x | escape }}{{ nothing | escape }}", { x: `"&'` })).toBe("&quot;&amp;&#39;");
    expect(await render(String.raw`{{ x | replace: "<", "\u003c" }}`, { x: "a<b" })).toBe(String.raw`a\u003cb`);
  });

  it("money has thousands and cents", () => {
    expect([money(500), money(186000)]).toEqual(["$5.00", "$1,860.00"]);
  });

  it("an unknown filter or tag is an error, as is a schema without an end", async () => {
    await expect(render("{{ 'x' | no_such_filter }}")).rejects.toThrow("no_such_filter");
    await expect(render("{% no_such_tag %}")).rejects.toThrow("no_such_tag");
    await expect(render("{% schema %}{}")).rejects.toThrow("does not end");
  });

  it("a missing snippet is an error that names it", async () => {
    await expect(render("{% render 'lost' %}")).rejects.toThrow("snippets/lost.liquid");
  });
});
