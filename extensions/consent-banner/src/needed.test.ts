import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heldMarkup, WAITING } from "./needed.ts";

describe("markup", () => {
  const mustWait = (url: string) => url.includes("ads.example");
  it.each([
    ['<script src="https://ads.example/a.js"></script>', `<script ${WAITING}="https://ads.example/a.js"></script>`],
    ["<iframe title=x src='//ads.example/'>", `<iframe title=x ${WAITING}='//ads.example/'>`],
    ["<IMG SRC=https://ads.example/p.gif>", `<IMG ${WAITING}=https://ads.example/p.gif>`],
    ['<img alt="" src = "https://ads.example/p">', `<img alt="" ${WAITING} = "https://ads.example/p">`],
    [
      '<link rel="preload" href="https://ads.example/a.js">',
      `<link rel="preload" ${WAITING}="https://ads.example/a.js">`,
    ],
  ])("loses the address that must wait: %s", (html, held) => {
    expect(heldMarkup(html, mustWait)).toBe(held);
  });

  it("keeps links, data and everybody else's addresses", () => {
    for (const html of [
      '<a href="https://ads.example/">shop</a>',
      '<img data-src="https://ads.example/p">',
      '<script src="/theme.js"></script>',
      "https://ads.example/ <b>src=</b>",
    ]) {
      expect(heldMarkup(html, mustWait)).toBe(html);
    }
  });

  it("without anything that must wait is not touched", () => {
    fc.assert(fc.property(fc.string(), (html) => heldMarkup(html, () => false) === html));
  });
});
