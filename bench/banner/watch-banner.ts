/** What the page notes about the banner. Times in milliseconds since navigation began; null: not yet. */
export interface Watch {
  visible: number | null;
  usable: number | null;
  clicked: number | null;
  gone: number | null;
  /** The longest that the browser says an interaction took until the next paint; steps of 8 from 16 on. */
  interaction: number | null;
  /** In how many places or shades the banner was seen between its first frame and two seconds later. */
  looks: number;
}

/** What to watch. */
export interface WatchOptions {
  banner: string;
  accept: string;
  /** Clicks "accept" by script in the first frame with a banner. */
  clicksAtOnce: boolean;
  /** Goes on looking after the banner is usable, to count `looks`. */
  countsLooks: boolean;
}

declare global {
  interface Window {
    watch: Watch;
  }
}

/**
 * Runs in the page before its own scripts and looks once per frame. Visible: some of the banner is in the window and is
 * not transparent. Usable: it is opaque, stood still for a frame, and a click in the middle of "accept" would hit it.
 * Self-contained, because it is sent to the page as text.
 */
export function watchBanner({ banner, accept, clicksAtOnce, countsLooks }: WatchOptions): void {
  const watch: Watch = { visible: null, usable: null, clicked: null, gone: null, interaction: null, looks: 0 };
  window.watch = watch;
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  const boxOf = (element: Element | null) => element?.getBoundingClientRect() ?? new DOMRect();
  const opacityOf = (element: Element | null): number =>
    element ? Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement) : 1;
  const shown = (): number => {
    const element = find(banner);
    const { width, height, top, right, bottom, left } = boxOf(element);
    const isInside = bottom > 1 && right > 1 && top < innerHeight - 1 && left < innerWidth - 1;
    if (!element || !isInside || Math.min(width, height) < 1) return 0;
    return getComputedStyle(element).visibility === "visible" ? opacityOf(element) : 0;
  };
  const isHit = (button: HTMLElement | null): boolean => {
    const { x, y, width, height } = boxOf(button);
    return button?.contains(document.elementFromPoint(x + width / 2, y + height / 2)) === true;
  };
  const place = (element: Element | null) => `${boxOf(element).x.toFixed(1)} ${boxOf(element).y.toFixed(1)}`;
  let stood = "";
  const seeVisible = (now: number) => {
    watch.visible ??= now;
    if (watch.visible === now && clicksAtOnce) find(accept)?.click();
  };
  const seeUsable = (now: number) => {
    const button = find(accept);
    if (place(button) === stood && isHit(button)) watch.usable ??= now;
    stood = place(button);
  };
  const looks = new Set<string>();
  const look = () => {
    const now = performance.now();
    const opacity = shown();
    if (opacity > 0.01) {
      seeVisible(now);
      watch.looks = looks.add(`${place(find(banner))} ${opacity.toFixed(2)}`).size;
    }
    if (opacity >= 0.99) seeUsable(now);
    const isLooking = countsLooks && now - (watch.visible ?? now) < 2000 && watch.clicked === null;
    if (watch.usable === null || isLooking) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[])
      if (entry.interactionId) watch.interaction = Math.max(watch.interaction ?? 0, entry.duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  const waitUntilGone = () => {
    if (shown() < 0.01) watch.gone = performance.now();
    else requestAnimationFrame(waitUntilGone);
  };
  const start = (event: Event) => {
    if (watch.clicked === null) requestAnimationFrame(waitUntilGone);
    watch.clicked ??= event.timeStamp;
  };
  addEventListener("click", start, true);
}
