/** A piece of a theme file that matters here, in the order of the file. */
export type Markup =
  | { kind: "element"; name: "script" | "iframe" | "img" | "link"; line: number; open: string; body: string }
  | { kind: "noscript"; line: number; open: string; body: string }
  | { kind: "header"; line: number }
  | { kind: "include"; line: number; what: "snippet" | "section" | "group"; file: string };

const COMMENTS = [
  /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g,
  /\{%-?\s*doc\s*-?%\}[\s\S]*?\{%-?\s*enddoc\s*-?%\}/g,
  /\{%-?\s*schema\s*-?%\}[\s\S]*?\{%-?\s*endschema\s*-?%\}/g,
  /\{%-?\s*#[\s\S]*?%\}/g,
  /<!--[\s\S]*?-->/g,
];
const TAGS =
  /<noscript\b[^>]*>(?<hidden>[\s\S]*?)<\/noscript\s*>|<script\b[^>]*>(?<script>[\s\S]*?)<\/script\s*>|<(?<name>iframe|img|link)\b[^>]*>|\{\{-?\s*content_for_header\b[^}]*\}\}|\{%-?\s*(?<liquid>(?:liquid|render|include|sections?)\b[\s\S]*?)%\}/gi;
const INCLUDES = /(?:^|\n)\s*(render|include|sections?)\s+(['"])([^'"]+)\2/g;

/** Reads a theme file (Liquid with HTML) for what it loads. Comments are skipped. */
export function readMarkup(text: string): Markup[] {
  const shown = COMMENTS.reduce((rest, comment) => rest.replace(comment, blank), text);
  const lineAt = countLines(shown);
  return [...shown.matchAll(TAGS)].flatMap((found) => readTag(found, lineAt(found.index)));
}

/** The same room, without what stood in it: lines keep their numbers. */
function blank(comment: string): string {
  return comment.replace(/[^\n]/g, " ");
}

/** Line numbers from 1, for places that only grow. */
function countLines(text: string): (index: number) => number {
  let at = 0;
  let line = 1;
  return (index) => {
    for (; at < index; at += 1) if (text.charCodeAt(at) === 10) line += 1;
    return line;
  };
}

function readTag(found: RegExpExecArray, line: number): Markup[] {
  const [whole] = found;
  const { hidden, script, name, liquid } = found.groups ?? {};
  if (liquid !== undefined) return readIncludes(liquid, line);
  if (whole.startsWith("{{")) return [{ kind: "header", line }];
  const open = /^<[^>]*>/.exec(whole)?.[0] ?? whole;
  if (hidden !== undefined) return [{ kind: "noscript", line, open, body: hidden }];
  const element = script === undefined ? (name ?? "").toLowerCase() : "script";
  return [{ kind: "element", name: element as "script" | "iframe" | "img" | "link", line, open, body: script ?? "" }];
}

function readIncludes(liquid: string, line: number): Markup[] {
  return [...liquid.matchAll(INCLUDES)].map(([, tag = "", , file = ""]) => {
    const what = tag === "section" ? "section" : tag === "sections" ? "group" : "snippet";
    return { kind: "include", line, what, file };
  });
}

/** The path of an included file. */
export function includedPath({ what, file }: { what: "snippet" | "section" | "group"; file: string }): string {
  if (what === "snippet") return `snippets/${file}.liquid`;
  return what === "section" ? `sections/${file}.liquid` : `sections/${file}.json`;
}

/** An attribute's value in an opening tag; undefined when it is not there, or made by Liquid. */
export function attribute(open: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))`, "i").exec(open);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

/** The hosts of all addresses in a text, each once. */
export function hostsIn(text: string): string[] {
  const found = [...text.matchAll(/(?:https?:)?(?:\\?\/){2}((?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*)/gi)];
  return [...new Set(found.map(([, host = ""]) => host.toLowerCase()))];
}
