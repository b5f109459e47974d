/** Tables of an OpenType font that only say how glyphs are replaced and moved: ligatures, kerning, marks. */
const LAYOUT = new Set(["GSUB", "GPOS", "GDEF", "BASE", "JSTF", "kern"]);

/** Bytes of the header and of one entry of the table directory (OpenType, "Organization of an OpenType font"). */
const HEADER = 12;
const ENTRY = 16;

/**
 * A TrueType font without its layout tables. Text set in it has no ligatures, which copying and searching thank for, and
 * no kerning; to lay out a page takes a fraction of the time.
 */
export function plainFont(font: Uint8Array): Uint8Array {
  const old = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const count = old.getUint16(4);
  const entries = Array.from({ length: count }, (_, at) => HEADER + at * ENTRY).filter(
    (at) => !LAYOUT.has(String.fromCharCode(...font.subarray(at, at + 4))),
  );
  const made = font.slice();
  const view = new DataView(made.buffer);
  view.setUint16(4, entries.length);
  // the tables stay where they are: only the directory names fewer of them
  entries.forEach((from, to) => {
    made.set(font.subarray(from, from + ENTRY), HEADER + to * ENTRY);
  });
  return made;
}
