/** Loaded once the page is there, while a question is open or the place is unknown: asks where it is, takes the answer. */
import type { ChoiceForm } from "../../../app/consent/choice.ts";
import { guessRegion, type GuessedRegion } from "../../../app/consent/guess-region.ts";
import { CHOICE_COOKIE, writeKept } from "../../../app/consent/kept-choice.ts";
import type { SentSource } from "../../../app/consent/record.ts";
import { PLACE_COOKIE, writePlace } from "../../../app/consent/told-place.ts";
import { consentRule } from "../../../app/law/consent-rules.ts";
import { SALE, type PurposeSet } from "../../../app/law/purposes.ts";
import { findOtherTool } from "./other-tool.ts";
import { placeOf, privacyApi } from "./shopify.ts";
import type { FullGate, Gate } from "./state.ts";

/** Longest life of the cookie, in seconds: what browsers grant. The law's months are counted by `choose`. */
const LONGEST = 34_560_000;

/** How long other consent tools have to appear, in milliseconds after the page is there. */
const OTHER_TOOLS = 1_500;

const gate = Object.assign(window.cndr as Gate, {
  replaced: "",
  worded: "",
  api: privacyApi(),
  keep,
  answer,
  press,
  place,
}) as FullGate;
const { settings, script } = gate;

function keep(): void {
  if (gate.kept) setCookie(CHOICE_COOKIE, `${writeKept(gate.kept)};max-age=${LONGEST}`);
}

function setCookie(name: string, value: string): void {
  const secure = location.protocol === "https:" ? ";secure" : "";
  try {
    document.cookie = `${name}=${value};path=/;samesite=lax${secure}`;
  } catch {
    // it counts for this page only, as the choices page says
  }
}

/** Takes an answer: kept before the next frame; everybody is told after it. */
function answer(allowed: PurposeSet, form: ChoiceForm, source: SentSource): void {
  const { kept, signal, noTrack, told } = gate;
  const isNotice = form === "notice";
  gate.replaced = kept?.receipt ?? "";
  gate.worded = gate.shown?.dataset["wording"] ?? "";
  gate.kept = {
    form,
    allowed,
    at: Date.now(),
    policy: settings.terms.policy,
    signal,
    noTrack,
    receipt: isNotice ? gate.replaced : newId(),
    region: told?.region ?? kept?.region ?? "",
    isTold: isNotice,
  };
  keep();
  gate.show("open");
  requestAnimationFrame(() =>
    setTimeout(() => {
      gate.where = place();
      void gate.load("tell").then(() => gate.tell?.(source));
    }),
  );
}

/** Where the visitor is, as Shopify told it or as the browser lets guess. */
function place(): GuessedRegion {
  const { told, kept } = gate;
  if (told) return { region: told.region, source: "shopify" };
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return guessRegion(kept?.region ?? "", zone, script.dataset["market"] ?? "");
}

/** A random UUID (version 4), also where the page is not secure. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 15) | 64;
  bytes[8] = ((bytes[8] ?? 0) & 63) | 128;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Asks Shopify where the visitor is, and does what the law of that place says. */
async function learnPlace(): Promise<void> {
  const region = placeOf((await gate.api)?.getRegion?.());
  if (region) {
    const { model, months } = consentRule(region);
    gate.told = { region, model, months, pick: settings.variants.length > 0 ? gate.pick : 0 };
    setCookie(PLACE_COOKIE, writePlace(gate.told));
  }
  const { allowed, show } = gate.decide();
  // a question stays open when the place turns out to ask it too: nothing moves under the shopper's hand
  if (show !== gate.layer && !(show === "nothing" && gate.layer === "open"))
    gate.show(show === "nothing" ? "open" : show);
  if (allowed !== gate.allowed) void gate.load("tell");
}

function press(what: string): void {
  const { offered } = settings.terms;
  if (what === "all") answer(offered, "consent", "banner");
  else if (what === "none") answer(0, "consent", "banner");
  else if (what === "sale") answer(gate.decide().allowed & ~SALE, "opt-out", "banner");
  else if (what === "withdraw") answer(0, gate.decide().model === "opt-in" ? "consent" : "opt-out", "choices-page");
  else if (what === "close") answer(gate.decide().allowed, "notice", "banner");
  else {
    const words = gate.load(`words.${script.dataset["lang"] ?? "en"}`);
    void Promise.all([gate.load("centre"), words]).then(() => gate.openCentre?.());
  }
}

// the rest is needed at once where the place probably allows something, and where Shopify was not told yet
if (gate.layer !== "banner" || gate.kept || document.querySelector("[data-consent='']")) void gate.load("tell");
document.addEventListener("visitorConsentCollected", () => void gate.load("tell"));
void learnPlace();
// two banners on one page are worse than either: ours gives way, and what is chosen there counts here
setTimeout(() => {
  if (findOtherTool() === "" || gate.kept) return;
  gate.show("nothing");
  void gate.load("tell");
}, OTHER_TOOLS);
