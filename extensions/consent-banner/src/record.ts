import type { Choice } from "../../../app/consent/choice.ts";
import type { Device, SentChoice, SentSource } from "../../../app/consent/record.ts";
import type { FullGate } from "./state.ts";

const QUEUE = "cndr-queue";

/** The sources where the shopper read a text of ours. */
const SHOWN: ReadonlySet<SentSource> = new Set(["banner", "preferences", "choices-page"]);

function deviceOf(width: number): Device {
  return width < 600 ? "phone" : width < 1024 ? "tablet" : "desktop";
}

/** The record of the choice that is kept. */
export function recordOf(gate: FullGate, source: SentSource, { model, because }: Choice): SentChoice | undefined {
  const { kept, settings, script } = gate;
  if (!kept || kept.form === "notice") return undefined;
  const { form, allowed, at, signal, noTrack, policy, receipt } = kept;
  const { region, source: regionSource } = gate.where ?? gate.place();
  const { lang = "", words = "" } = script.dataset;
  return {
    v: 1,
    id: receipt,
    previous: gate.replaced,
    form,
    allowed,
    offered: settings.terms.offered,
    at,
    source,
    region,
    regionSource,
    model,
    because,
    signal,
    noTrack,
    policy,
    policyHash: settings.policyHash,
    settingsHash: settings.hash,
    textHash: SHOWN.has(source) ? words : "",
    language: lang,
    device: deviceOf(innerWidth),
    variant: gate.worded,
  };
}

function queued(): SentChoice[] {
  try {
    return JSON.parse(localStorage.getItem(QUEUE) ?? "[]") as SentChoice[];
  } catch {
    return [];
  }
}

function enqueue(records: SentChoice[]): void {
  try {
    if (records.length > 0) localStorage.setItem(QUEUE, JSON.stringify(records.slice(-20)));
    else localStorage.removeItem(QUEUE);
  } catch {
    // no storage: what could not be sent is lost with the page
  }
}

/**
 * Sends what waits, and one more. A record keeps its id, so that sending it twice is recording it once. Where the
 * browser is offline it waits in this browser until it is not.
 */
export function send(path: string, record?: SentChoice): void {
  const all = record ? [...queued(), record] : queued();
  if (all.length === 0) return;
  const isSent = navigator.onLine && navigator.sendBeacon(path, JSON.stringify(all.length === 1 ? all[0] : all));
  enqueue(isSent ? [] : all);
}
