import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { DEFERRED_SCRIPT } from "./bounds.ts";
import { candorPage, candorRegister, EXTENSION, PROXY } from "./candor-page.ts";
import { BAD } from "./check-meters.ts";
import { othersThanCandor, type Contestant } from "./contestants.ts";
import { drawPictures } from "./draw-pictures.ts";
import { BUILT, bundleC15t, installPeers, versionOf } from "./install-peers.ts";
import type { Site } from "./serve.ts";
import { SHOPIFY_SCRIPTS, SHOPIFY_SINK } from "./shopify-scripts.ts";
import { shopPage, THEME_SCRIPT, themeCss } from "./shop-page.ts";

/** Everyone who takes part; installs what is missing. */
export async function allContestants(): Promise<Contestant[]> {
  await installPeers();
  return [...othersThanCandor(versionOf), await candorPage()];
}

/** Puts together all pages and what they load. */
export async function prepareSite(browser: Browser, contestants: readonly Contestant[]): Promise<Site> {
  if (contestants.some(({ name }) => name === "c15t")) await bundleC15t();
  const files = new Map<string, string | Buffer>([
    ["/page/blank", `<!doctype html><title>-</title><link rel="icon" href="data:,">`],
    [`${PROXY}/register.json`, candorRegister()],
    ["/theme/theme.css", themeCss()],
    ["/theme/theme.js", THEME_SCRIPT],
    ["/built/bound-defer.js", DEFERRED_SCRIPT],
    ...SHOPIFY_SCRIPTS,
  ]);
  for (const [name, picture] of await drawPictures(browser)) files.set(`/theme/${name}`, picture);
  for (const { name, parts } of [...contestants, BAD]) files.set(`/page/${name}`, shopPage(parts));
  for (const name of ["c15t.js", "c15t.css"])
    if (contestants.some((contestant) => contestant.name === "c15t"))
      files.set(`/built/${name}`, readFileSync(`${BUILT}/${name}`));
  return {
    files,
    folders: {
      "/library/": "bench/banner/node_modules",
      "/config/": "bench/banner/contestants",
      "/candor/": `${EXTENSION}/assets`,
    },
    sinks: [`${PROXY}/`, SHOPIFY_SINK],
  };
}
