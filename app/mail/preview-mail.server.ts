import { checkWording, type WordingProblem } from "./check-wording.server.ts";
import { exampleFacts } from "./example-facts.ts";
import type { LaidOut } from "./lay-out.ts";
import { renderMail } from "./render-mail.server.ts";
import type { Which } from "./save-wording.server.ts";
import { readSender } from "./sender.server.ts";
import { templateRules } from "./templates.ts";
import type { Wording } from "./texts.server.ts";
import type { FactValue } from "./write-value.ts";

/** A wording tried with invented facts, or what has to be mended first. */
export type Preview = { kind: "mail"; mail: LaidOut } | { kind: "problems"; problems: WordingProblem[] };

/** Shows a wording as a mail, without saving it. `isFull`: with the optional parts, too. */
export async function previewMail(
  shop: string,
  { template, language }: Which,
  wording: Wording,
  { isFull, now }: { isFull: boolean; now: Date },
): Promise<Preview> {
  const read = checkWording(template, wording);
  if (Array.isArray(read)) return { kind: "problems", problems: read };
  const sender = await readSender(shop, now);
  const all: Readonly<Record<string, FactValue>> = { ...exampleFacts(now)[template] };
  const needed = Object.entries(all).filter(([name]) => name in templateRules(template).needs);
  const mail = renderMail({
    ...{ template, language, wording, store: sender.name, timeZone: sender.timeZone, reference: "7F3A-91C2" },
    canReply: sender.contact !== null,
    facts: isFull ? all : Object.fromEntries(needed),
  });
  return { kind: "mail", mail };
}
