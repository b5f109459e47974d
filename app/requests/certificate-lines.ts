import { LAWS } from "../law/laws.ts";
import type { Certified, CertifiedSystem } from "./certificate.ts";

/** A line of the certificate as a document: under a heading, names with values. */
export type CertificateLine =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "fact"; readonly name: string; readonly value: string };

const heading = (text: string) => ({ kind: "heading", text }) as const;
const fact = (name: string, value: string) => ({ kind: "fact", name, value }) as const;

/** A code in plain letters: "opt-out-of-sale" is "opt out of sale". */
const plain = (code: string) => code.replaceAll("-", " ");
const first = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** "2026-11-27 09:30 UTC". */
const moment = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
const day = (iso: string) => iso.slice(0, "YYYY-MM-DD".length);

/** A certificate for people: the same facts as its JSON, in the order in which they happened. */
export function certificateLines(certified: Certified): CertificateLine[] {
  const { systems, decisions, stays, evidence, issued } = certified;
  return [
    heading("What was asked"),
    ...asked(certified),
    heading("What became of it"),
    fact("Answer", `${first(plain(certified.outcome || certified.status))}, on ${moment(certified.closed)}`),
    fact("In time", certified.closed <= certified.due ? "Yes" : "No, it was late"),
    ...decisions.map(({ decision, ground, article, at }) =>
      fact(
        "Decision",
        [first(plain(decision)), plain(ground), article, day(at)].filter((part) => part !== "").join(", "),
      ),
    ),
    ...(systems.length === 0 ? [] : [heading("Who did what")]),
    ...systems.map((one) => fact(nameOf(one), saidOf(one))),
    ...(stays.length === 0 ? [] : [heading("What stays, and why")]),
    ...stays.map(({ what, law, until }) =>
      fact(
        first(plain(what)),
        [law, until === "" ? "" : `until ${until}`].filter((part) => part !== "").join(", ") ||
          "By the store's decision",
      ),
    ),
    heading("Proof"),
    fact("Evidence entry", `${String(evidence.seq)}, ${evidence.hash}`),
    fact("Issued", moment(issued)),
  ];
}

function asked({ kind, behalf, person, source, received, verified, law, due, extended, request }: Certified) {
  return [
    fact("Request", `${first(plain(kind))}${behalf === "self" ? "" : ` (through ${plain(behalf)})`}`),
    fact("Number", request),
    fact("Person", person ?? "not on file"),
    fact("Came through", first(plain(source))),
    fact("Received", moment(received)),
    fact("Identity", verified === null ? "Never proven" : `Proven by ${plain(verified.by)}, ${moment(verified.at)}`),
    fact("Law", LAWS[law].name),
    fact("Due", moment(due)),
    ...(extended === null ? [] : [fact("Extended", `Once, on ${moment(extended)}`)]),
  ];
}

function nameOf({ system }: CertifiedSystem): string {
  return system.startsWith("processor:") ? first(plain(system.slice("processor:".length))) : first(system);
}

function saidOf({ status, result, by, at }: CertifiedSystem): string {
  const seen = result === null ? plain(status) : `${plain(status)}: ${plain(result)}`;
  return `${first(seen)}${by === "staff" ? ", by staff" : ""}${at === null ? "" : `, ${moment(at)}`}`;
}
