import type { Cover, PackageSource } from "./cover.ts";
import { SECTIONS } from "./sections.ts";

/** Writes `data.json` piece by piece: one item a line, so that large files can be read line by line too. */
export async function* writeJson(source: PackageSource, cover: Cover): AsyncGenerator<string> {
  yield `{\n"format": "candor-access-package",\n"version": 1,\n"cover": ${JSON.stringify(cover)},\n"sections": {`;
  for (const [index, section] of SECTIONS.entries()) {
    yield `${index === 0 ? "" : ","}\n${JSON.stringify(section)}: [`;
    let isFirst = true;
    for await (const items of source.parts(section)) {
      for (const item of items) {
        yield `${isFirst ? "" : ","}\n${JSON.stringify(item)}`;
        isFirst = false;
      }
    }
    yield "\n]";
  }
  yield "\n}\n}\n";
}
