import type { Cover, PackageSource } from "./cover.ts";
import { ITEM_HTML } from "./item-html.ts";
import { countYears, orderHtml, yearOf, yearOpening } from "./order-html.ts";
import type { YearRun } from "./order-html.ts";
import { pageClosing, pageOpening, sectionOpening } from "./page-html.ts";
import type { SectionCounts } from "./page-html.ts";
import { SECTIONS } from "./sections.ts";
import type { Section } from "./sections.ts";

const FEW_ORDERS = 50;

interface Counted {
  readonly counts: SectionCounts;
  readonly years: readonly YearRun[];
}

async function countItems(source: PackageSource): Promise<Counted> {
  const counts = Object.fromEntries(SECTIONS.map((section) => [section, 0])) as Record<Section, number>;
  let years: YearRun[] = [];
  for (const section of SECTIONS) {
    if (section === "orders") continue;
    for await (const items of source.parts(section)) counts[section] += items.length;
  }
  for await (const orders of source.parts("orders")) {
    counts.orders += orders.length;
    years = countYears(years, orders);
  }
  return { counts, years };
}

async function* writeOrders(
  source: PackageSource,
  years: readonly YearRun[],
  total: number,
  timeZone: string,
): AsyncGenerator<string> {
  let run = -1;
  for await (const orders of source.parts("orders")) {
    for (const order of orders) {
      if (years[run]?.year !== yearOf(order)) {
        run += 1;
        const next = years[run] ?? { year: yearOf(order), count: 0 };
        yield `${run === 0 ? "" : "</details>"}${yearOpening(next, total <= FEW_ORDERS)}`;
      }
      yield orderHtml(order, timeZone);
    }
  }
  if (run >= 0) yield "</details>";
}

async function* writeItems(source: PackageSource, section: Section, timeZone: string): AsyncGenerator<string> {
  const itemHtml = ITEM_HTML[section] as (item: unknown, timeZone: string) => string;
  for await (const items of source.parts(section)) {
    for (const item of items) yield itemHtml(item, timeZone);
  }
}

/** Writes the readable copy piece by piece: one page, no script, nothing loaded from elsewhere. */
export async function* writeHtml(source: PackageSource, cover: Cover): AsyncGenerator<string> {
  const { counts, years } = await countItems(source);
  const { timeZone } = cover.shop;
  yield pageOpening(cover, counts);
  for (const section of SECTIONS) {
    yield sectionOpening(section, counts[section], cover);
    if (section === "orders") yield* writeOrders(source, years, counts.orders, timeZone);
    else yield* writeItems(source, section, timeZone);
    yield "</section>\n";
  }
  yield pageClosing();
}
