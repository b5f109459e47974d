import { Zip, ZipDeflate } from "fflate";
import type { Cover, PackageSource } from "./cover.ts";
import { CSV_TABLES } from "./csv-tables.ts";
import { DATA_SCHEMA } from "./data-schema.ts";
import { letterLines } from "./letter.ts";
import { pdfPages } from "./pdf-pages.server.ts";
import { readmeText } from "./readme-text.ts";
import { safeFileName } from "./safe-file-name.ts";
import { writeCsv } from "./write-csv.server.ts";
import { writeHtml } from "./write-html.server.ts";
import { writeJson } from "./write-json.server.ts";

interface Entry {
  readonly name: string;
  readonly pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
}

/** Characters gathered before they are compressed: more makes the zip hardly smaller and the memory much larger. */
const PIECE = 16 * 1024;

async function* entriesOf(source: PackageSource, cover: Cover): AsyncGenerator<Entry> {
  yield { name: "README.txt", pieces: [readmeText(cover)] };
  yield { name: "letter.pdf", pieces: [await letter(cover)] };
  yield { name: "index.html", pieces: writeHtml(source, cover) };
  yield { name: "data.json", pieces: writeJson(source, cover) };
  yield { name: "data.schema.json", pieces: [`${JSON.stringify(DATA_SCHEMA, null, 2)}\n`] };
  for (const table of CSV_TABLES) yield { name: `csv/${table.file}.csv`, pieces: writeCsv(source, table) };
  let number = 0;
  for await (const { company, name, base64 } of source.files?.() ?? [])
    yield {
      name: `files/${safeFileName(company)}/${String(++number)} ${safeFileName(name)}`,
      pieces: [Buffer.from(base64, "base64")],
    };
}

function letter(cover: Cover): Promise<Buffer> {
  const foot =
    "The data itself is in the other files of the package. Keep them safe: nothing in them is encrypted any more.";
  return pdfPages({ title: "Your personal data", made: new Date(cover.generatedAt), lines: letterLines(cover), foot });
}

async function* gathered(pieces: Entry["pieces"]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = "";
  for await (const piece of pieces) {
    if (typeof piece !== "string") yield piece;
    else text += piece;
    if (text.length < PIECE) continue;
    yield encoder.encode(text);
    text = "";
  }
  yield encoder.encode(text);
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
  for await (const { name, pieces } of entriesOf(source, cover)) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = cover.generatedAt;
    zip.add(file);
    for await (const bytes of gathered(pieces)) {
      file.push(bytes);
      if (written.length > 0) yield Buffer.concat(written);
      written = [];
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  yield Buffer.concat(written);
}
