import type { ErrandAct, ErrandResult } from "./errand.ts";
import type { Processor } from "./processor.ts";

/** What staff has to do at a processor, by act; `%` is its name. */
const STEPS: Readonly<Record<ErrandAct, string>> = {
  access: "Look up this person in %, export everything that is kept about them, and add the file here as proof.",
  portability: "Look up this person in %, export what they gave themselves (as CSV or JSON), and add the file here.",
  correct: "Look up this person in % and change what is wrong there, as shown on this request.",
  delete: "Look up this person in % and delete them for good, not only archive them; look again that they are gone.",
  restrict: "Look up this person in % and stop all use of their data there, without deleting it.",
  object: "Look up this person in % and take them off everything that sends them messages or profiles them.",
  "opt-out-of-sale": "Look up this person in % and keep them out of everything that is shared with advertisers.",
  "limit-sensitive": "Look up this person in % and stop every use of sensitive data that the service does not need.",
  "withdraw-consent": "Look up this person in % and take back every consent that is recorded there.",
};

/** What a person must do at a processor, because no program can. The store's own steps come first. */
export function byHand({ name, settings }: Processor, act: ErrandAct, because = ""): ErrandResult {
  const steps = settings.steps === undefined || settings.steps === "" ? "" : `${settings.steps} `;
  const why = because === "" ? "" : `${because} `;
  return { status: "by-hand", what: why + steps + STEPS[act].replace("%", () => name), link: settings.link ?? null };
}
