import type { Answer } from "../answer.ts";

/** A mail in both its forms, or what has to be mended first. */
export type PreviewView =
  | { kind: "mail"; mail: { subject: string; text: string; html: string } }
  | { kind: "problems"; problems: { field: "subject" | "body"; message: string }[] };

/** What the editor's action answers. */
export type EditorAnswer = { kind: "preview"; preview: PreviewView } | ({ kind: "done" } & Answer);
