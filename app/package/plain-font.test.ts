import fc from "fast-check";
import { expect, test } from "vitest";
import { plainFont } from "./plain-font.ts";

const NAMES = ["GDEF", "GPOS", "GSUB", "OS/2", "cmap", "glyf", "head", "kern", "loca"];

/** A font with these tables: a header, the directory, and a byte of data for each. */
function fontOf(tables: readonly string[]): Uint8Array {
  const font = new Uint8Array(12 + tables.length * 17);
  const view = new DataView(font.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  tables.forEach((name, at) => {
    font.set(new TextEncoder().encode(name), 12 + at * 16);
    view.setUint32(12 + at * 16 + 8, 12 + tables.length * 16 + at);
    font[12 + tables.length * 16 + at] = at + 1;
  });
  return font;
}

/** Each table that the directory names, with the byte that stands there. */
function tablesOf(font: Uint8Array): [string, number | undefined][] {
  const view = new DataView(font.buffer, font.byteOffset);
  return Array.from({ length: view.getUint16(4) }, (_, at) => {
    const name = new TextDecoder().decode(font.subarray(12 + at * 16, 16 + at * 16));
    return [name, font[view.getUint32(12 + at * 16 + 8)]];
  });
}

test("a font loses what only moves and replaces glyphs, and every other table is where it was", () => {
  fc.assert(
    fc.property(fc.subarray(NAMES), (tables) => {
      const font = fontOf(tables);
      const kept = tablesOf(font).filter(([name]) => !["GDEF", "GPOS", "GSUB", "kern"].includes(name));
      expect(tablesOf(plainFont(font))).toEqual(kept);
      expect(font).toEqual(fontOf(tables));
    }),
  );
});
