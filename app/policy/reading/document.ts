/** What a stretch of a policy is. A cell belongs to a table; an item to a list. */
export type BlockKind = "heading" | "paragraph" | "item" | "cell";

/** A link, and where in the document's text its words stand. `href` is null when nothing is behind it. */
export interface Link {
  start: number;
  end: number;
  href: string | null;
}

/** A stretch of text that stands for itself: positions are UTF-16 offsets in the document's text, the end excluded. */
export interface Block {
  kind: BlockKind;
  /** 1–6 for a heading (0: guessed from plain text), the depth from 1 on for an item, else 0. */
  level: number;
  start: number;
  end: number;
  /** Of a cell: which row of which table, counted through the document, and the words above its column. */
  row?: number;
  column?: string;
}

/** A policy as it is read: its visible text, cut into blocks, and its links. Nothing in it can run. */
export interface PolicyDocument {
  text: string;
  blocks: readonly Block[];
  links: readonly Link[];
}
