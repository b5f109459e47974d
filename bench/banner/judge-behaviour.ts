import type { Behaviour } from "./behave.ts";
import type { Reach } from "./behave-conditions.ts";

/** Whether one promise is kept. */
export interface Verdict {
  promise: string;
  /** What was found, with unit. */
  found: string;
  isKept: boolean;
  /** Set when another run might find the opposite. */
  isUnsure?: boolean;
}

/** What Candor promises that its banner does. */
export function judgeBehaviour(behaviour: Behaviour): Verdict[] {
  return [...judgeLooks(behaviour), ...judgeKeyboard(behaviour), ...judgeConditions(behaviour)];
}

function verdict(promise: string, isKept: boolean, found = isKept ? "yes" : "no"): Verdict {
  return { promise, found, isKept };
}

function judgeLooks({ axeBanner, axeDialog, looks }: Behaviour): Verdict[] {
  const faults = [...axeBanner, ...(axeDialog ?? [])];
  const isTold = looks.name !== "" && looks.role !== "nothing";
  return [
    verdict("0 findings of axe, WCAG and best practice", faults.length === 0, faults.join(", ") || "0"),
    verdict("a role and a name", isTold, `${looks.role} “${looks.name}”`),
    verdict("accept and reject weigh the same", looks.isEqual, looks.buttons),
    verdict("buttons ≥ 44 px", looks.smallest >= 44, looks.smallest.toFixed(0)),
  ];
}

function judgeKeyboard({ keyboard: { tabs, takesFocus, isTrap, dialog } }: Behaviour): Verdict[] {
  return [
    verdict("reached within 1 Tab", tabs !== null && tabs <= 1, String(tabs ?? "> 60")),
    verdict("does not take the focus", !takesFocus),
    verdict("Tab leads out of it", !isTrap),
    verdict("dialog takes the focus", dialog?.takesFocus === true),
    verdict("dialog keeps the focus", dialog?.keepsFocus === true),
    verdict("Escape closes the dialog", dialog?.closes === true),
    verdict("the focus goes back", dialog?.givesFocusBack === true),
  ];
}

function isReached({ accepts, rejects, overflows }: Reach): boolean {
  return accepts && rejects && !overflows;
}

function judgeConditions({ deadClicks, standing, reactions }: Behaviour): Verdict[] {
  const { strictViolations, standsStrict, withoutJs, small, zoomed } = standing;
  const { movesReduced, goneReduced } = reactions;
  const motion = `${String(movesReduced)} looks, gone in ${goneReduced.toFixed(0)} ms`;
  return [
    verdict("no dead click from the first frame on", deadClicks === 0, `${String(deadClicks)} of 6`),
    verdict("0 violations of a strict CSP", strictViolations === 0, String(strictViolations)),
    verdict("stands under a strict CSP", standsStrict),
    verdict("without JavaScript a way to the choices", withoutJs !== "nothing", withoutJs),
    verdict("accept and reject reached at 320 × 256", isReached(small)),
    verdict("accept and reject reached at 200 % zoom", isReached(zoomed)),
    verdict("heeds Global Privacy Control", reactions.heedsSignal),
    verdict("nothing moves with reduced motion", movesReduced <= 1 && goneReduced < 100, motion),
  ];
}
