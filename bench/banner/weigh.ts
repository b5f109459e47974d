import { setTimeout as sleep } from "node:timers/promises";
import type { Response } from "playwright-core";
import { openTab } from "./browser.ts";
import type { Contestant } from "./contestants.ts";
import type { Stage } from "./measure.ts";
import { brotli, gzip } from "./serve.ts";
import { shopPage } from "./shop-page.ts";

/** Bytes of a thing as it is, under gzip -9 and under Brotli 11. */
export interface Weight {
  raw: number;
  gzip: number;
  brotli: number;
}

/** One file that a page asked for because of its banner. */
interface LoadedFile {
  path: string;
  type: "script" | "style" | "config" | "other";
  /** Whether it was there before anything was clicked. */
  isFirst: boolean;
  weight: Weight;
}

/** What a banner adds to the bytes of a page. */
export interface Load {
  files: LoadedFile[];
  /** What the page's own HTML grows by, without its configuration and its CSS. */
  inline: Weight;
  inlineConfig: Weight;
  inlineCss: Weight;
}

const NOTHING: Weight = { raw: 0, gzip: 0, brotli: 0 };

/** Loads the page once, then opens the dialog, and weighs everything that the bare page does not have. */
export async function weigh({ browser, origin }: Stage, contestant: Contestant): Promise<Load> {
  const { context, page } = await openTab(browser, "desktop");
  const files: Promise<LoadedFile>[] = [];
  let isFirst = true;
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (/^\/(page|theme|cdn|standin)\//.test(pathname) || !response.url().startsWith(origin)) return;
    files.push(fileOf(response, pathname, isFirst));
  });
  try {
    await page.goto(`${origin}/page/${contestant.name}`, { waitUntil: "load" });
    await sleep(2000);
    isFirst = false;
    if (contestant.find && contestant.find.manage !== "") {
      await page.click(contestant.find.manage, { timeout: 3000 });
      await sleep(1000);
    }
    return { files: await Promise.all(files), ...inlineOf(contestant) };
  } finally {
    await context.close();
  }
}

async function fileOf(response: Response, path: string, isFirst: boolean): Promise<LoadedFile> {
  const mime = (await response.headerValue("content-type")) ?? "";
  const type = /javascript/.test(mime) ? "script" : /css/.test(mime) ? "style" : "other";
  const body = response.ok() ? await response.body() : Buffer.alloc(0);
  return { path, type: path.startsWith("/config/") ? "config" : type, isFirst, weight: weightOf(body) };
}

/** What compressing `content` makes of it. */
function weightOf(content: Buffer | string): Weight {
  const raw = Buffer.from(content);
  return raw.length === 0 ? NOTHING : { raw: raw.length, gzip: gzip(raw).length, brotli: brotli(raw).length };
}

/** Compressed together with the page, as it travels: each part is what the page shrinks by without it. */
function inlineOf({ parts, inlineConfig, inlineCss }: Contestant): Pick<Load, "inline" | "inlineConfig" | "inlineCss"> {
  const whole = shopPage(parts);
  const unconfigured = inlineConfig ? whole.replace(inlineConfig, "") : whole;
  const unstyled = inlineCss ? unconfigured.replace(inlineCss, "") : unconfigured;
  const [page, plain, naked, bare] = [whole, unconfigured, unstyled, shopPage()].map(weightOf);
  return { inlineConfig: less(page, plain), inlineCss: less(plain, naked), inline: less(naked, bare) };
}

function less(more = NOTHING, minus = NOTHING): Weight {
  return { raw: more.raw - minus.raw, gzip: more.gzip - minus.gzip, brotli: more.brotli - minus.brotli };
}

/** The sum of some weights. */
export function sumOf(weights: readonly Weight[]): Weight {
  return weights.reduce(
    (sum, each) => ({ raw: sum.raw + each.raw, gzip: sum.gzip + each.gzip, brotli: sum.brotli + each.brotli }),
    NOTHING,
  );
}

/** The weight of a banner's files of some types, before or after the first click. */
export function filesWeigh({ files }: Load, types: readonly LoadedFile["type"][], isFirst: boolean): Weight {
  return sumOf(
    files.filter((file) => file.isFirst === isFirst && types.includes(file.type)).map(({ weight }) => weight),
  );
}
