import type { PolicyDocument } from "../reading/document.ts";
import type { Placed } from "../reading/passages.ts";
import type { Stretch } from "./leftovers.ts";

/** A link that leads nowhere, or a list that was announced and holds nothing: its words, and the passage they are in. */
export interface Nothing extends Stretch {
  kind: "link" | "list";
  passage: Stretch;
}

/** Links that a page's own program makes work, so that an empty address says nothing. */
const WORKS_BY_PROGRAM = /cookie|consent|privacy (?:settings|preferences|choices)|preferences|top|menu|do not sell/i;

/** Words that only a link can keep: "read more here". */
const CUE =
  /\b(?:(?:click|clicking|tap|read|learn|see|find|found|view|visit|visiting|go|more|more about[^.;]{1,80}|described?|written|explained|available|accessed|policy|policies|opt(?:ing)?[- ]out|unsubscribe|information|form|data usage|details?|notice|statement|download|it)\b[^.;!?]{0,90}?)\b(here)\b(?=\s*(?:$|[.,;:)!?]|and\b|or\b))|\b(?:click|clicking|tap|tapping) (here)\b|\b(?:click|tap) (?:on )?(this link|the link|the following link|the button)\b|\b(link)\s*(?:here)?:\s*$/gi;
/** Here the policy itself is the place. */
const THIS_PAGE =
  /\b(?:post(?:ed)?|publish(?:ed)?|appears?|put|updates? (?:it|them)?|changes?|set out|described|stated|mentioned|listed|live|located|around)\b[^.;]{0,40}\bhere\b/i;
const ADDRESS =
  /https?:\/\/|www\.|\b[a-z0-9-]+\.(?:com|org|net|info|eu|co|io|uk|de|fr|ca|us|gov|shop|store|example)\b|@/i;
/** Announces something to follow. */
const ANNOUNCES =
  /(?:\b(?:by|at|here|below|links?|following|visit(?:ing)?|options?[^:]{0,60}|opt(?:ing)?[ -]out[^:]{0,60}|include|includes|these|such as))\s*:$/i;
/** Begins a thought of its own, not the list that was announced. */
const GOES_ON =
  /^(?:additional|additionally|in addition|also|furthermore|moreover|finally|further|please note|you (?:can|may) also|some of these|more (?:opt|choices|options))/i;

/** The links and lists of a document that hold nothing, in the order of its text. */
export function nothingBehind(document: PolicyDocument, passages: readonly Placed[]): Nothing[] {
  return [
    ...deadAnchors(document, passages),
    ...lostLinks(document, passages),
    ...emptyLists(document, passages),
  ].toSorted((one, other) => one.start - other.start);
}

function deadAnchors({ text, links }: PolicyDocument, passages: readonly Placed[]): Nothing[] {
  return links.flatMap(({ start, end, href }) => {
    const isDead = href === null || /^\s*(?:#|javascript:.*|about:blank|https?:\/\/)?\s*$/i.test(href);
    const words = text.slice(start, end);
    if (!isDead || WORKS_BY_PROGRAM.test(words) || words.trim() === "") return [];
    const passage = passages.find((one) => one.start <= start && end <= one.end);
    return [{ kind: "link", start, end, passage: passage ?? { start, end } } as const];
  });
}

/** "Here" and its like, where no link stands and no address follows. */
function lostLinks({ text, links }: PolicyDocument, passages: readonly Placed[]): Nothing[] {
  return passages.flatMap((passage, index) => {
    const sentence = text.slice(passage.start, passage.end);
    const next = passages[index + 1];
    const after = next && next.start - passage.end <= 3 ? text.slice(next.start, next.end) : "";
    const isFollowed = /:\s*$/.test(sentence) && (next?.kind === "item" || ADDRESS.test(after.slice(0, 40)));
    if (passage.kind === "heading" || isFollowed) return [];
    return [...sentence.matchAll(CUE)].flatMap((match) => {
      const word = match.slice(1).find((group: string | undefined) => group !== undefined) ?? "";
      const start = passage.start + match.index + match[0].lastIndexOf(word);
      const end = start + word.length;
      const rest = sentence.slice(match.index + match[0].length).split(/[;]|\bhere\b/i)[0] ?? "";
      const isLinked =
        links.some((link) => link.start <= end && start <= link.end) || ADDRESS.test(rest) || ADDRESS.test(match[0]);
      return isLinked || THIS_PAGE.test(match[0]) ? [] : [{ kind: "link", start, end, passage } as const];
    });
  });
}

function emptyLists({ text, blocks }: PolicyDocument, passages: readonly Placed[]): Nothing[] {
  return passages.flatMap((passage, index) => {
    const { start, end } = passage;
    const sentence = text.slice(start, end);
    const next = passages[index + 1];
    if (passage.kind === "cell" || !ANNOUNCES.test(sentence) || next?.block === passage.block) return [];
    if (!isHeadingLike(passage, sentence)) return [];
    return isNothing(text, passage, next, blocks) ? [{ kind: "list", start, end, passage } as const] : [];
  });
}

/** A heading may announce a list too, when it speaks of choices. */
function isHeadingLike({ kind, found }: Placed, sentence: string): boolean {
  return kind !== "heading" || found.has("opting out") || /options/i.test(sentence);
}

function isNothing(text: string, passage: Placed, next: Placed | undefined, blocks: PolicyDocument["blocks"]): boolean {
  if (!next) return true;
  if (next.kind === "heading")
    return (
      !isDeeper(passage, next, blocks) &&
      (passage.found.has("opting out") ||
        /\b(?:at|here|links?|visiting?):$/i.test(text.slice(passage.start, passage.end)))
    );
  return next.kind === "paragraph" && GOES_ON.test(text.slice(next.start, next.end));
}

/** A heading one level down goes on with what was announced. */
function isDeeper(passage: Placed, heading: Placed, blocks: PolicyDocument["blocks"]): boolean {
  const above = passage.headings[0];
  const own = blocks.find(({ start }) => start === above?.start)?.level ?? 0;
  const level = blocks[heading.block]?.level ?? 0;
  return level > own && own > 0;
}
