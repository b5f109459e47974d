import type { IdentityKind } from "../vault/identity.ts";

/** Shorter numbers would be found by chance everywhere. Digits. */
const SHORTEST_NUMBER = 4;
/** From this length on, a number's bytes in hexadecimal are not found by chance. Digits. */
const TELLING_NUMBER = 8;

/** What to look for in a row written out as lower-case text. */
export interface Needles {
  /** Patterns for LIKE. */
  like: string[];
  /** Patterns for PostgreSQL's regular expressions. */
  regex: string[];
}

/**
 * How an identifier would stand in a row: an address as itself, a number on its own (not inside a hash or a longer
 * number), and either in the hexadecimal of its bytes.
 */
export function needles(kind: IdentityKind, value: string): Needles {
  const text = value.toLowerCase();
  const hex = [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (kind === "email") return { like: [`%${text.replace(/[\\%_]/g, "\\$&")}%`, `%${hex}%`], regex: [] };
  if (text.length < SHORTEST_NUMBER) return { like: [], regex: [] };
  return {
    like: text.length >= TELLING_NUMBER ? [`%${hex}%`] : [],
    regex: [`(^|[^0-9a-z])${text}([^0-9a-z]|$)`],
  };
}
