import type { ConsentModel } from "../law/consent-rules.ts";
import { PURPOSE_BIT, PURPOSES, type PurposeSet } from "../law/purposes.ts";
import { escapeHtml, factsHtml } from "../package/html.ts";
import type { ConsentRow } from "./consent-row.ts";
import { PURPOSE_WORDS } from "./purpose-words.ts";
import type { ChoiceSource } from "./record.ts";
import type { ShownWords } from "./shown.ts";

/** What a receipt's number leads to, for the page. */
export type ShownReceipt =
  | {
      state: "known";
      record: ConsentRow;
      replacedBy: { id: string; at: Date } | null;
      words: ShownWords | null;
      isProved: boolean;
    }
  | { state: "gone" }
  | { state: "unknown" };

const SOURCE_WORDS: Readonly<Record<ChoiceSource, string>> = {
  banner: "the banner",
  preferences: "the preference centre",
  "choices-page": "the page “Your privacy choices”",
  signal: "a signal of your browser",
  account: "your account",
  elsewhere: "another tool of this shop",
  request: "your privacy request",
};

const MODEL_WORDS: Readonly<Record<ConsentModel, string>> = {
  "opt-in": "nothing before a yes",
  "opt-out": "allowed until a no",
  notice: "allowed, and told",
};

/** The way to a receipt's number. The number travels in the form, not in the address. */
export function receiptForm(action: string): string {
  return `<form method="post" action="${escapeHtml(action)}">
<label for="receipt">Receipt</label>
<input id="receipt" name="receipt" required maxlength="36" autocomplete="off" spellcheck="false" aria-describedby="receipt-help">
<p id="receipt-help">The number that you got when you chose. It says nothing about you, and opens only this choice.</p>
<button type="submit">Look up</button>
</form>`;
}

/** What a receipt's number leads to, as HTML. `path` is where the proxy answers. */
export function receiptHtml(receipt: ShownReceipt, path: string): string {
  if (receipt.state === "unknown") return `<p role="status">There is no choice with this number at this shop.</p>`;
  if (receipt.state === "gone") {
    return `<p role="status">This choice is no longer kept: it was erased, or the time for which it is kept is over.</p>`;
  }
  const { record, replacedBy, words, isProved } = receipt;
  const own = `${path}/receipt/${record.id}`;
  const facts = [
    ["Receipt", record.id],
    ["Chosen on", timeText(record.at)],
    ["Through", SOURCE_WORDS[record.source]],
    ["Allowed", namesOf(record.allowed)],
    ["Not allowed", namesOf(record.offered & ~record.allowed)],
    ["Global Privacy Control", record.signal ? "on" : "off"],
    ["Place by which the rule was chosen", record.region ?? "unknown"],
    ["Rule", MODEL_WORDS[record.model]],
    ["Stands until", replacedBy ? `${timeText(replacedBy.at)}, when you chose again` : timeText(record.lapsesAt)],
  ] as const;
  const proof = isProved
    ? `<p><a href="${escapeHtml(own)}.json" download="receipt.json">Download the proof</a>: a file that shows, without this
shop's help, that the record was not changed since.</p>`
    : `<p>The record is sealed within minutes. Come back then for the proof.</p>`;
  return `${factsHtml(facts)}\n${wordsHtml(words)}\n${proof}`;
}

function wordsHtml(words: ShownWords | null): string {
  if (!words) return "";
  const { title, text, language } = words;
  return `<h3>What you read</h3>
<blockquote lang="${escapeHtml(language)}" dir="auto"><p><b>${escapeHtml(title)}</b></p><p>${escapeHtml(text)}</p></blockquote>`;
}

function namesOf(set: PurposeSet): string {
  const names = PURPOSES.filter((purpose) => (set & PURPOSE_BIT[purpose]) !== 0).map(
    (purpose) => PURPOSE_WORDS[purpose].name,
  );
  return names.join(", ") || "nothing";
}

/** `2026-11-24 09:30 UTC`. */
function timeText(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
