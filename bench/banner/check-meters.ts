import { behave, faultsOfBarePage, type Behaviour } from "./behave.ts";
import type { Contestant } from "./contestants.ts";
import { measure, type Stage } from "./measure.ts";
import type { Figures } from "./samples.ts";

const BAD_CSS =
  "#bad{position:fixed;inset:0;overflow:hidden;background:#fff;z-index:9;animation:come .5s}#bad p{margin:0;font-size:40px;color:#ddd;text-align:justify}" +
  "#bad button{position:absolute;height:20px}#bad #worse{left:300px;font-size:9px}#bad.go{opacity:0;transition:opacity .5s}" +
  "@keyframes come{from{opacity:.02;transform:translateX(9px)}}";
const BAD_SCRIPT =
  "addEventListener('load',()=>{document.body.insertAdjacentHTML('afterbegin','<div style=height:120px></div>');" +
  "const end=performance.now()+200;while(performance.now()<end);document.body.append(document.getElementById('late').content);" +
  "document.getElementById('fine').focus();setTimeout(()=>{document.getElementById('fine').onclick=document.getElementById('worse').onclick=" +
  "()=>{const bad=document.getElementById('bad');bad.className='go';setTimeout(()=>bad.remove(),600)}},1000)})";

/** A banner that does everything wrong. Never in the tables. */
export const BAD: Contestant = {
  name: "bad",
  role: "peer",
  version: "–",
  parts: {
    head: `<style>${BAD_CSS}</style>`,
    bodyEnd:
      `<template id=late><div id=bad><button id=fine tabindex=-1>Yes</button>` +
      `<button id=worse tabindex=-1>Not now, and please ask me again</button><p>${"You must say yes. ".repeat(60)}</p></div></template><script>${BAD_SCRIPT}</script>`,
  },
  find: { banner: "#bad", accept: "#fine", reject: "#worse", manage: "", dialog: "" },
};

/**
 * Holds every meter to a banner that does everything wrong: a table of zeros means something only when the same meter has
 * just shown that it can say something else. Throws with the names of the blind ones.
 */
export async function checkMeters(stage: Stage): Promise<void> {
  const cost = await measure(stage, BAD, "desktop", "cost");
  const ui = await measure(stage, BAD, "desktop", "ui");
  const behaviour = await behave(stage, BAD, await faultsOfBarePage(stage));
  if (!behaviour) throw new Error("The bad banner was not found.");
  const seen = { ...seenInFigures(cost, ui), ...seenInBehaviour(behaviour) };
  const blind = Object.entries(seen).filter(([, isSeen]) => !isSeen);
  if (blind.length === 0) return;
  const found = JSON.stringify({ cost, ui, behaviour });
  throw new Error(
    `These meters see nothing wrong in a bad banner: ${blind.map(([name]) => name).join(", ")}. ${found}`,
  );
}

function seenInFigures(cost: Figures, ui: Figures): Record<string, boolean> {
  return {
    "layout shift": (cost.cls ?? 0) > 0.01,
    "largest paint": cost.lcpInBanner === 1,
    "long tasks": (cost.longTasks ?? 0) > 0 && (cost.tbt ?? 0) > 100,
    script: (cost.script ?? 0) > 50,
    usable: (ui.usable ?? 0) - (ui.visible ?? 0) > 300,
    gone: (ui.gone ?? 0) > 300,
  };
}

function seenInBehaviour({
  axeBanner,
  looks,
  keyboard,
  deadClicks,
  standing,
  reactions,
}: Behaviour): Record<string, boolean> {
  return {
    axe: axeBanner.some((rule) => rule.startsWith("color-contrast ")) && axeBanner.some((rule) => rule.includes("*")),
    "role and name": looks.name === "",
    "equal weight": !looks.isEqual,
    "button size": looks.smallest < 44,
    focus: keyboard.takesFocus,
    Tab: keyboard.tabs === null,
    "dead clicks": deadClicks === 6,
    "content security policy": standing.strictViolations > 0 && !standing.standsStrict,
    "without JavaScript": standing.withoutJs === "nothing",
    "Global Privacy Control": !reactions.heedsSignal,
    "reduced motion": reactions.movesReduced > 3 && reactions.goneReduced > 300,
  };
}
