/** Loaded on a small share of page views: reports what ran, by names only, once before an answer and once after it. */
import { neededBy } from "../../../app/consent/packed-names.ts";
import { findOtherTool } from "./other-tool.ts";
import type { Gate } from "./state.ts";

/** How long after the page was there a report is made, in milliseconds: tags load others. */
const LATER = 3_000;
/** As many as the server takes. */
const MOST = 100;

const gate = window.cndr as Gate;
const { settings, script } = gate;

function report(): void {
  const { allowed, kept, told } = gate;
  const urls = performance.getEntriesByType("resource").map(({ name }) => name);
  const isHeld = (url: string) => (neededBy(new URL(url).hostname, settings.hosts) & ~allowed) !== 0;
  const hosts = (list: string[]) =>
    [...new Set(list.map((url) => new URL(url).hostname))]
      .filter((host) => host && host !== location.hostname)
      .slice(0, MOST);
  const body = {
    v: 1,
    region: told?.region ?? null,
    phase: kept && kept.form !== "notice" ? "after" : "before",
    allowed,
    template: script.dataset["template"] ?? "",
    cookies: document.cookie
      .split(/; */)
      .flatMap((pair) => pair.split("=")[0] ?? [])
      .filter(Boolean)
      .slice(0, MOST),
    hosts: hosts(urls),
    early: hosts(urls.filter(isHeld)),
    tool: findOtherTool(),
  };
  navigator.sendBeacon(`${settings.proxy}/sighting`, JSON.stringify(body));
}

setTimeout(report, LATER);
