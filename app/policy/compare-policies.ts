import type { PolicyDocument, Reason } from "./document/words.ts";
import { plainText, sayPolicy, type Said, type SaidPolicy, type SaidSection, type Voice } from "./document/say.ts";

/** How one sentence or row of a policy changed. "" where there was, or is, none. */
export interface SentenceChange {
  /** The title of its section. */
  readonly section: string;
  readonly before: string;
  readonly after: string;
  readonly because: Reason;
}

interface Piece {
  readonly section: string;
  readonly text: string;
  readonly because: Reason;
}

/** Which sentences and rows differ between two policies in one language, in the order of the later one. */
export function comparePolicies(before: PolicyDocument | null, after: PolicyDocument, voice: Voice): SentenceChange[] {
  const old = before ? piecesOf(sayPolicy(before, voice)) : [];
  const now = piecesOf(sayPolicy(after, voice));
  const kept = new Set(now.map(keyOf));
  const gone = old.filter((piece) => !kept.has(keyOf(piece)));
  const known = new Set(old.map(keyOf));
  const changes = now
    .filter((piece) => !known.has(keyOf(piece)))
    .map((piece): SentenceChange => {
      const at = gone.findIndex((one) => isSameMatter(one, piece));
      const [was] = at < 0 ? [] : gone.splice(at, 1);
      return { section: piece.section, before: was?.text ?? "", after: piece.text, because: piece.because };
    });
  return [...changes, ...gone.map(({ section, text, because }) => ({ section, before: text, after: "", because }))];
}

const keyOf = ({ section, text }: Piece) => `${section}\n${text}`;

/** Whether a sentence that came takes the place of one that went: the same section, and a fact or an article in common. */
function isSameMatter(one: Piece, other: Piece): boolean {
  if (one.section !== other.section) return false;
  const matters = new Set([...one.because.facts, ...one.because.articles]);
  return [...other.because.facts, ...other.because.articles].some((matter) => matters.has(matter));
}

function piecesOf({ sections }: SaidPolicy): Piece[] {
  const inSection = ({ title, blocks, sections: inner }: SaidSection): Piece[] => {
    const piece = (said: readonly Said[]): Piece[] => {
      const because = said[0]?.because;
      return because ? [{ section: title, text: said.map(({ runs }) => plainText(runs)).join(" — "), because }] : [];
    };
    return [
      ...blocks.flatMap((block): Piece[] => {
        if (block.kind === "table") return block.rows.flatMap(piece);
        return (block.kind === "list" ? block.items : block.sentences).flatMap((one) => piece([one]));
      }),
      ...inner.flatMap(inSection),
    ];
  };
  return sections.flatMap(inSection);
}
