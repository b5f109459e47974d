import { Zip, ZipDeflate } from "fflate";
import type { Cover, PackageSource } from "./cover.ts";
import { CSV_TABLES } from "./csv-tables.ts";
import { readmeText } from "./readme-text.ts";
import { writeCsv } from "./write-csv.server.ts";
import { writeHtml } from "./write-html.server.ts";
import { writeJson } from "./write-json.server.ts";

interface Entry {
  readonly name: string;
  readonly pieces: AsyncIterable<string> | Iterable<string>;
}

/** Characters gathered before they are compressed: more makes the zip hardly smaller and the memory much larger. */
const PIECE = 16 * 1024;

function* entriesOf(source: PackageSource, cover: Cover): Generator<Entry> {
  yield { name: "README.txt", pieces: [readmeText(cover)] };
  yield { name: "index.html", pieces: writeHtml(source, cover) };
  yield { name: "data.json", pieces: writeJson(source, cover) };
  for (const table of CSV_TABLES) yield { name: `csv/${table.file}.csv`, pieces: writeCsv(source, table) };
}

async function* gathered(pieces: Entry["pieces"]): AsyncGenerator<string> {
  let text = "";
  for await (const piece of pieces) {
    text += piece;
    if (text.length < PIECE) continue;
    yield text;
    text = "";
  }
  yield text;
}

/**
 * Writes an access package: a zip with the readable copy, `data.json`, a CSV file per kind and a README, as buffers
 * in order. The source is read once for each file, so that neither it nor the zip is ever held whole. The format is
 * described in docs/package-format.md. Errors of the source come through; what was yielded until then is no zip.
 */
export async function* writePackage(source: PackageSource, cover: Cover): AsyncGenerator<Buffer, void> {
  let written: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    written.push(bytes);
  });
  const encoder = new TextEncoder();
  for (const { name, pieces } of entriesOf(source, cover)) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = cover.generatedAt;
    zip.add(file);
    for await (const text of gathered(pieces)) {
      file.push(encoder.encode(text));
      if (written.length > 0) yield Buffer.concat(written);
      written = [];
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  yield Buffer.concat(written);
}
