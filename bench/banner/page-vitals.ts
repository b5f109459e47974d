import type { Page } from "playwright-core";

declare global {
  interface Window {
    /** How long each long task took, in milliseconds. */
    longTasks: number[];
  }
}

/** Runs in the page before its own scripts: notes tasks of more than 50 ms. */
export function watchLongTasks(): void {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longTasks.push(duration);
  }).observe({ type: "longtask", buffered: true });
}

/** What the browser says of a page's painting. Times in milliseconds since navigation began. */
export interface Paint {
  fcp: number;
  lcp: number;
  /** 1 when the largest thing painted belongs to the banner. */
  lcpInBanner: number;
  /** Layout shifts, summed. */
  cls: number;
  longTasks: number;
  /** What long tasks took beyond 50 ms each. */
  tbt: number;
  /** 1 when the banner is to be seen now. */
  shown: number;
}

interface Entry extends PerformanceEntry {
  /** Of the largest paint. */
  element?: Element | null;
  /** Of a layout shift. */
  value?: number;
}

/** Asks the page for its paint entries, with nothing put into it that would weigh in its memory. @param banner selector of the banner; "" for none */
export function readPaint(page: Page, banner: string): Promise<Paint> {
  return page.evaluate(async (selector) => {
    const read = (type: string) =>
      new Promise<Entry[]>((resolve) => {
        const entries: Entry[] = [];
        const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
        observer.observe({ type, buffered: true });
        setTimeout(() => {
          observer.disconnect();
          resolve(entries);
        }, 60);
      });
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    const paints = await read("paint");
    const largest = (await read("largest-contentful-paint")).at(-1);
    const shifts = await read("layout-shift");
    const tasks = (window.longTasks as number[] | undefined) ?? [];
    return {
      fcp: paints.find(({ name }) => name === "first-contentful-paint")?.startTime ?? NaN,
      lcp: largest?.startTime ?? NaN,
      lcpInBanner: Number(selector !== "" && Boolean(largest?.element?.closest(selector))),
      cls: sum(shifts.map(({ value = 0 }) => value)),
      longTasks: tasks.length,
      shown: Number(
        selector !== "" &&
          document.querySelector(selector)?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ===
            true,
      ),
      tbt: sum(tasks.map((duration) => Math.max(0, duration - 50))),
    };
  }, banner);
}
