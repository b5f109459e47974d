import type { Leak, LeakCause } from "./leaks.ts";

/** A region's English name: "Germany", "California"; "an unknown place" for none. */
export function regionName(region: string): string {
  if (region === "") return "an unknown place";
  const [country = "", part] = region.split("-");
  const name = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" }).of(country) ?? country;
  return part === undefined ? name : `${name} (${part})`;
}

/** 0.314 → "31 %"; never "0 %" for something that was seen. */
function percent(share: number): string {
  const whole = Math.round(share * 100);
  return whole === 0 ? "under 1 %" : `${whole} %`;
}

/** What happened: "www.googletagmanager.com ran before consent on 31 % of page views from Germany." */
export function leakSentence({ kind, name, phase, share, region }: Leak): string {
  const what = kind === "host" ? `${name} ran` : `The cookie ${name} was there`;
  const when = phase === "before" ? "before consent" : "although it was not allowed";
  return `${what} ${when} on ${percent(share)} of page views from ${regionName(region)}.`;
}

const MEND: Record<LeakCause, (leak: Leak) => string> = {
  "above-embed": (leak) =>
    `It stands above Candor in ${placeOf(leak)}. Move it below the line with content_for_header, or mark it so that it waits by itself.`,
  markup: (leak) =>
    `It stands in ${placeOf(leak)} as plain markup, which the browser loads by itself. Let Candor hold markup, or mark it so that it waits by itself.`,
  noscript: (leak) =>
    `It stands in ${placeOf(leak)} inside noscript: browsers without JavaScript load it, and nothing can hold it there. Remove it.`,
  "not-held": () => "The gate was not told to hold it. Accept it into your register and publish the settings.",
  elsewhere: (leak) => {
    if (leak.kind === "cookie")
      return "It was not found in the theme. Another app may set it from the server, or it was kept from an earlier visit.";
    const where = leak.tag === null ? "It was not found in the theme." : `The one in ${placeOf(leak)} is held.`;
    return `${where} Another app loads it; ask its maker, or switch its embed off.`;
  },
  "theme-unread": () =>
    "Candor may not read your theme, so it cannot say where this stands. Allow it to read themes, and look again.",
};

/** What to do about it, in a sentence or two. */
export function leakRemedy(leak: Leak): string {
  return MEND[leak.cause](leak);
}

function placeOf({ tag }: Leak): string {
  return tag === null ? "the theme" : `${tag.file}, line ${tag.line}`;
}
