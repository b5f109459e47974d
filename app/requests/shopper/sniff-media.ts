/** Kinds of file that are taken as proof or letter, and how each begins. */
const BEGINNINGS = [
  { type: "application/pdf", ending: "pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: "image/png", ending: "png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: "image/jpeg", ending: "jpg", bytes: [0xff, 0xd8, 0xff] },
] as const;

/** The most bytes of one file. */
export const LARGEST_FILE = 5 * 1024 * 1024;

/** What a file is. */
export interface Media {
  type: (typeof BEGINNINGS)[number]["type"];
  /** What its name ends with. */
  ending: string;
}

/** What a file is by its content, whatever its name or its sender says; undefined for what is not taken. */
export function sniffMedia(bytes: Uint8Array): Media | undefined {
  return BEGINNINGS.find((known) => known.bytes.every((byte, at) => bytes[at] === byte));
}
