import { inflateSync } from "node:zlib";

/** What a reader finds in a PDF of ours: each stretch of text, decoded with the font that it is set in, on a line. */
export function textOfPdf(file: Buffer): string {
  const objects = objectsOf(file);
  const signs = signsOf(objects);
  const pages = [...objects.values()].filter((object) => object.includes("FlateDecode")).map(streamOf);
  return pages
    .flatMap((page) => [...page.matchAll(/\/(F\d+) \S+ Tf [^(]*\(((?:\\[^]|[^\\)])*)\) Tj/g)])
    .map(([, font = "", literal = ""]) => {
      const glyphs = bytesOf(literal);
      const text = Array.from({ length: glyphs.length / 2 }, (_, at) => signs.get(font)?.[glyphs.readUInt16BE(at * 2)]);
      return text.join("");
    })
    .join("\n");
}

/** The objects of a file by their number. */
function objectsOf(file: Buffer): Map<string, string> {
  const objects = file.toString("latin1").split("endobj");
  return new Map(objects.map((object) => [/(\d+) 0 obj/.exec(object)?.[1] ?? "", object]));
}

function streamOf(object: string): string {
  const from = object.indexOf("stream\n") + "stream\n".length;
  return inflateSync(Buffer.from(object.slice(from, object.lastIndexOf("\nendstream")), "latin1")).toString("latin1");
}

/** What each glyph of a font stands for (ISO 32000-1, 9.10.3), by the font's name on the pages. */
function signsOf(objects: ReadonlyMap<string, string>): Map<string, string[]> {
  const fonts = [...objects.values()].flatMap((object) => [...object.matchAll(/\/(F\d+) (\d+) 0 R/g)]);
  return new Map(
    fonts.map(([, name = "", id = ""]) => {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? "")?.[1] ?? "";
      const lists = streamOf(objects.get(map) ?? "").matchAll(/\[([^\]]*)\]/g);
      const codes = [...lists].flatMap(([, list = ""]) => list.trim().split(/\s+/));
      return [name, codes.map((code) => Buffer.from(code.slice(1, -1), "hex").swap16().toString("utf16le"))];
    }),
  );
}

function bytesOf(literal: string): Buffer {
  const plain = literal.replaceAll(/\\([^])/g, (_, sign: string) => (sign === "r" ? "\r" : sign));
  return Buffer.from(plain, "latin1");
}
