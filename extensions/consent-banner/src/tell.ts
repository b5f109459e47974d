/** Loaded when something was answered or may run: tells Shopify and the services, keeps the record, lets the tags go. */
import type { PurposeSet } from "../../../app/law/purposes.ts";
import { cookieDomains, namesToForget } from "./forget.ts";
import { showPlaces } from "./held-frames.ts";
import { recordOf, send } from "./record.ts";
import { release } from "./release.ts";
import { collected, keptByShopify, tellShopify } from "./shopify.ts";
import type { FullGate } from "./state.ts";
import { tellVendors } from "./vendors.ts";

const gate = window.cndr as FullGate;
const { settings } = gate;
const { offered } = settings.terms;
const path = `${settings.proxy}/choice`;
/** What Shopify is being told just now, whose own event is no news. */
let telling: PurposeSet | undefined;

/** Makes the page do what is allowed now. */
function apply(isAnswered: boolean): void {
  const before = gate.allowed;
  gate.allowed = gate.decide().allowed;
  if (offered & ~gate.allowed) gate.hold();
  if (isAnswered || before !== gate.allowed) tellVendors(gate.allowed, settings.google.needs);
  if (isAnswered) forget();
  release(gate, isAnswered || gate.kept !== null);
  showPlaces(gate, (need) => {
    gate.answer((gate.allowed | need) & offered, "consent", "preferences");
  });
  document.dispatchEvent(new CustomEvent("cndr:change", { detail: gate.allowed }));
}

function forget(): void {
  for (const name of namesToForget(document.cookie, settings.cookies, gate.allowed)) {
    for (const domain of cookieDomains(location.hostname)) {
      document.cookie = `${name}=;path=/;max-age=0${domain && `;domain=${domain}`}`;
    }
  }
}

/** Tells Shopify of the choice that is kept, once. What it did not take is told again on the next page. */
async function tellPlatform(): Promise<void> {
  const { kept } = gate;
  const privacy = await gate.api;
  if (!privacy || !kept || kept !== gate.kept || kept.isTold) return;
  if (telling !== undefined) return;
  telling = gate.allowed;
  kept.isTold = await tellShopify(privacy, gate.allowed);
  telling = undefined;
  if (kept.isTold && kept === gate.kept) gate.keep();
}

/** What was chosen elsewhere, in Shopify's own banner or in another tool, counts as if it had been chosen here. */
function follow(allowed: PurposeSet): void {
  if (allowed === telling || (gate.kept?.form !== "notice" && gate.kept?.allowed === allowed)) return;
  const form = gate.decide().model === "opt-in" ? "consent" : "opt-out";
  gate.answer(allowed & offered, form, "elsewhere");
  if (gate.kept) gate.kept.isTold = true;
  gate.keep();
}

gate.tell = (source) => {
  apply(true);
  if (gate.kept?.form !== "notice") send(path, recordOf(gate, source, gate.decide()));
  void tellPlatform();
};

document.addEventListener("visitorConsentCollected", (event) => {
  follow(collected(event));
});
addEventListener("online", () => {
  send(path);
});
send(path);
apply(false);
void gate.api.then((privacy) => {
  const elsewhere = privacy && !gate.kept ? keptByShopify(privacy) : undefined;
  apply(false);
  if (elsewhere !== undefined) follow(elsewhere);
  else void tellPlatform();
});
