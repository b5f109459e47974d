import type { IdentityKind } from "../vault/identity.ts";

/** Shorter numbers would be found by chance everywhere. Digits. */
const SHORTEST_NUMBER = 4;
/** From this length on, a number's bytes in hexadecimal are not found by chance. Digits. */
const TELLING_NUMBER = 8;

/**
 * How an identifier would stand in a row written out as lower-case text, as PostgreSQL regular expressions: an address
 * as itself, a number on its own (not inside a hash or a longer number), and either in the hexadecimal of its bytes.
 */
export function needles(kind: IdentityKind, value: string): string[] {
  const text = value.toLowerCase();
  const hex = [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  if (kind === "email") return [text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), hex];
  if (text.length < SHORTEST_NUMBER) return [];
  const alone = `\\m${text}\\M`;
  return text.length >= TELLING_NUMBER ? [alone, hex] : [alone];
}
