/** The gate: the first script of every page. It decides, holds, and asks; whatever can wait is loaded later. */
import { chooseUnder } from "../../../app/consent/choice.ts";
import { canWait } from "../../../app/consent/can-wait.ts";
import { googleSignals } from "../../../app/consent/google-signals.ts";
import { CHOICE_COOKIE, readKept } from "../../../app/consent/kept-choice.ts";
import { neededBy } from "../../../app/consent/packed-names.ts";
import { PLACE_COOKIE, readPlace } from "../../../app/consent/told-place.ts";
import type { StorefrontSettings } from "../../../app/consent/storefront-settings.ts";
import { STRICTEST } from "../../../app/law/consent-rules.ts";
import { printed, showLayer } from "./first-layer.ts";
import { gtag } from "./gtag.js";
import { installHold } from "./hold.ts";
import type { Gate } from "./state.ts";

/** Answers undefined where the browser forbids what is tried: a shop must work with storage blocked. */
function attempt<T>(what: () => T): T | undefined {
  try {
    return what();
  } catch {
    return undefined;
  }
}

if (!window.cndr)
  start(
    makeGate(JSON.parse(printed("cndr-settings")) as StorefrontSettings, document.currentScript as HTMLScriptElement),
  );

function makeGate(settings: StorefrontSettings, script: HTMLScriptElement): Gate {
  const cookie = attempt(() => document.cookie) ?? "";
  const read = (name: string) => cookie.split(`${name}=`)[1]?.split(";")[0] ?? "";
  const kept = readKept(read(CHOICE_COOKIE));
  const told = readPlace(read(PLACE_COOKIE));
  const { terms, hosts } = settings;
  const gate: Gate = {
    settings,
    script,
    told,
    signal: Boolean((navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl),
    noTrack: navigator.doNotTrack === "1",
    kept,
    pick: told?.pick || (Math.random() * 1e6) | 0,
    allowed: 0,
    held: [],
    loads: {},
    decide: () => chooseUnder(gate.told ?? STRICTEST, { ...gate, terms, now: Date.now() }),
    show: (layer) => {
      showLayer(gate, layer);
    },
    missing: (url) =>
      neededBy(attempt(() => new URL(url as string, document.baseURI).hostname) ?? "", hosts) & ~gate.allowed,
    hold: () => {
      installHold(gate);
      gate.hold = () => undefined;
    },
    load: (name) =>
      // where a blocker keeps it away, what it would have done stays undone, without a fuss
      (gate.loads[name] ??= new Promise((onload) => {
        const src = script.src.replace("gate.", `${name}.`);
        document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror: onload }));
      })),
  };
  return gate;
}

function start(gate: Gate): void {
  window.cndr = gate;
  const { settings, told, kept, script } = gate;
  const { offered } = settings.terms;
  const { allowed, show } = gate.decide();
  gate.allowed = allowed;
  const { needs, consent, set } = settings.google;
  gtag("consent", "default", { ...googleSignals(needs, allowed), ...consent });
  gtag("set", set);
  if (offered & ~allowed) gate.hold();

  const place = kept?.region || script.dataset["market"] || "";
  // a notice waits until the place is known, a question doesn't
  const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
  const mustWait = !told && show !== "nothing" && canWait(place, new Date().getTimezoneOffset(), zone);
  gate.show(mustWait ? "nothing" : show === "nothing" ? "open" : show);
  const loadAfter = () => void gate.load("after");
  if (mustWait) loadAfter();
  addEventListener("load", () => {
    // what the theme marked up itself is let go by a part that most pages need not load
    if (show !== "nothing" || kept?.isTold === false || document.querySelector("[data-consent],[data-purpose]"))
      loadAfter();
    if (Math.random() < settings.reportShare) void gate.load("sight");
  });
  addEventListener("click", (event) => {
    const what = (event.target as Element).closest<HTMLElement>("[data-act]")?.dataset["act"];
    if (!what) return;
    event.preventDefault();
    if (what !== "open") gate.shown?.remove();
    void gate.load("after").then(() => gate.press?.(what));
  });
}
