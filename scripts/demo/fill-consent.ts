/** A day of shoppers: their choices and what their pages report, sent as their browsers do, through the app's proxy. */
import { randomUUID } from "node:crypto";
import type { Standin } from "../../standin/start.ts";
import { askAsStaff } from "./ask-as-staff.ts";
import { BROWSER } from "./open-app.ts";

const DAY_MS = 86_400_000;
const ALL = 15;
const ANALYTICS = 2;

/** Where shoppers are, their language, how many of twenty accept all, and how many refuse. */
const PLACES = [
  { region: "DE", language: "de", model: "opt-in", accept: 9, refuse: 8, shoppers: 60 },
  { region: "FR", language: "fr", model: "opt-in", accept: 10, refuse: 8, shoppers: 40 },
  { region: "ES", language: "es", model: "opt-in", accept: 12, refuse: 5, shoppers: 25 },
  { region: "GB", language: "en", model: "opt-in", accept: 11, refuse: 6, shoppers: 30 },
  { region: "CA-QC", language: "fr", model: "opt-in", accept: 8, refuse: 9, shoppers: 12 },
  { region: "US-CA", language: "en", model: "opt-out", accept: 0, refuse: 20, shoppers: 18 },
] as const;
const DEVICES = ["phone", "phone", "desktop", "phone", "tablet", "desktop", "phone"] as const;

type Place = (typeof PLACES)[number];

/** Lets Candor read themes and publishes the banner as a merchant would, lets shoppers answer it and their pages report, and has Candor look. */
export async function fillConsent({ urls, control, world }: Standin): Promise<void> {
  await control.updateScopes([...world.app.scopes, "read_themes"]);
  await askAsStaff(urls, "/app/consent/banner", { intent: "publish" });
  for (const place of PLACES) {
    const seen = await visit(urls, place);
    const choices = Array.from({ length: place.shoppers }, (_, index) => ({ ...choiceOf(place, index), ...seen }));
    for (let at = 0; at < choices.length; at += 20) await send(urls, "choice", choices.slice(at, at + 20));
  }
  for (let index = 0; index < 120; index++) await send(urls, "sighting", sightingOf(index));
  // reports are counted in memory for five seconds before they are kept
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  await askAsStaff(urls, "/app/consent", { intent: "examine" });
}

/** What a shopper there is shown: the hashes of settings and texts that the storefront printed. */
async function visit({ storefront }: Standin["urls"], { region, language }: Place) {
  const answer = await fetch(`${storefront}/?region=${region}&locale=${language}`, {
    headers: { "User-Agent": BROWSER },
  });
  const page = await answer.text();
  const [, settingsHash] = /"hash":"([\da-f]{64})"/.exec(page) ?? [];
  const [, textHash] = /data-words="([\da-f]{64})"/.exec(page) ?? [];
  if (settingsHash === undefined || textHash === undefined) throw new Error("The demo's storefront shows no banner.");
  return { settingsHash, textHash };
}

function choiceOf({ region, language, model, accept, refuse }: Place, index: number) {
  const turn = (index * 7) % 20;
  const isOptOut = model === "opt-out";
  const signal = isOptOut && index % 3 === 0;
  const allowed = isOptOut ? 7 : turn < accept ? ALL : turn < accept + refuse ? 0 : ANALYTICS;
  return {
    ...{ v: 1, id: randomUUID(), previous: "", form: isOptOut ? "opt-out" : "consent", allowed, offered: ALL },
    ...{
      at: Date.now() - (index % 7) * DAY_MS,
      source: sourceOf(signal, allowed),
      region,
      regionSource: "shopify",
      model,
    },
    ...{ because: signal ? "signal" : "chosen", signal, noTrack: false, policy: 1, policyHash: "" },
    ...{ language, variant: "" },
    device: DEVICES[index % DEVICES.length],
  };
}

function sourceOf(signal: boolean, allowed: number): string {
  if (signal) return "signal";
  return allowed === ANALYTICS ? "preferences" : "banner";
}

/** Reports of pages in Germany and France: another app loads a tag before the gate. */
function sightingOf(index: number) {
  const isBefore = index % 2 === 0;
  const early = isBefore && index % 3 === 0 ? ["static.hotjar.com"] : [];
  const pixel = isBefore ? [] : ["connect.facebook.net", "www.clarity.ms"];
  return {
    ...{
      v: 1,
      region: index % 4 === 0 ? "FR" : "DE",
      phase: isBefore ? "before" : "after",
      allowed: isBefore ? 0 : ALL,
    },
    ...{ template: "index", tool: "", cookies: isBefore ? [] : ["_fbp", "_ga", "sizer_session"] },
    ...{ hosts: [...early, ...pixel, "cdn.size-helper.example"].filter((host) => host !== ""), early },
  };
}

async function send({ storefront }: Standin["urls"], what: string, body: unknown): Promise<void> {
  const answer = await fetch(`${storefront}/apps/privacy/${what}`, { method: "POST", body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`The demo's shoppers got ${answer.status} for ${what}: ${await answer.text()}`);
}
