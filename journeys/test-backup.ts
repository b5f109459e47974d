/**
 * What somebody can do who has a copy of the database and the keys that are left: try every key, and every key derived
 * from it under a label of the app's code, on every bytea value. Values sealed inside other values are not tried.
 */
import { execFile } from "node:child_process";
import { createDecipheriv } from "node:crypto";
import { globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { derive } from "../app/crypto/derive.server.ts";
import { unwrap } from "../app/crypto/master-keys.server.ts";
import { findProgram } from "../scripts/find-program.ts";
import { query } from "./test-database.ts";
import type { Environment } from "./test-server.ts";

const run = promisify(execFile);
const LARGEST = { maxBuffer: 512 * 1024 * 1024 };

function program(name: string): string {
  const found = findProgram([name], globSync("/usr/lib/postgresql/*/bin").sort().reverse());
  if (found === undefined) throw new Error(`${name} is not on this machine, PostgreSQL is`);
  return found;
}

/** The whole database as `pg_dump` writes it. */
export async function dump(url: string): Promise<string> {
  return (await run(program("pg_dump"), ["--dbname", url], LARGEST)).stdout;
}

/** Restores a dump into an empty database. */
export async function restore(url: string, file: string): Promise<void> {
  await run(program("psql"), ["--quiet", "--set", "ON_ERROR_STOP=1", "--dbname", url, "--file", file], LARGEST);
}

/** One value of a bytea column. */
export interface Value {
  column: string;
  bytes: Buffer;
}

/** Every value of every bytea column of a database. */
export async function binaryValues(url: string): Promise<Value[]> {
  const columns = await query(
    url,
    `SELECT c.oid::regclass::text AS "table", quote_ident(a.attname) AS "column" FROM pg_class c
     JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND a.atttypid = 'bytea'::regtype AND a.attnum > 0 AND NOT a.attisdropped
       AND n.nspname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const values: Value[] = [];
  for (const { table, column } of columns) {
    const [from, what] = [String(table), String(column)];
    const rows = await query(url, `SELECT ${what} AS "bytes" FROM ${from} WHERE ${what} IS NOT NULL`);
    values.push(...rows.map(({ bytes }) => ({ column: `${from}.${what}`, bytes: bytes as Buffer })));
  }
  return values;
}

/** Labels under which the app derives keys, from its code. */
function labels(): string[] {
  const files = globSync("app/**/*.ts").filter((file) => !file.includes("test"));
  const found = files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(/derive\([^"`]*"([^"]+)"\)/g)]);
  return [...new Set(found.map(([, label]) => label ?? ""))];
}

/** Every key that is left: the master keys, all keys in the folder, and what is derived from them. */
export function remainingKeys(settings: Environment): Buffer[] {
  const folder = join(settings["CANDOR_DATA_DIR"] ?? "", "keys");
  const masters = (settings["CANDOR_MASTER_KEYS"] ?? "").split(",").map((text) => {
    const at = text.indexOf(":");
    return { id: text.slice(0, at), key: Buffer.from(text.slice(at + 1), "base64") };
  });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const kept = files.map(({ parentPath, name }) => {
    const file = join(parentPath, name);
    return unwrap(masters, readFileSync(file), `key ${file.slice(folder.length)}`);
  });
  const roots = [...masters.map(({ key }) => key), ...kept];
  return [...roots, ...roots.flatMap((root) => labels().map((label) => derive(root, label)))];
}

/** Format byte, nonce, tag, ciphertext: see app/crypto/seal.server.ts. */
const HEAD = { nonce: 1, tag: 13, body: 29 };
/** Four bytes each: of a hash, which is 32 bytes, three are left to be tried, and two are what chance makes of many. */
const ZIP_OR_GZIP = /^(PK\x03\x04|\x1f\x8b\x08\x00)/;
/** Random bytes are almost never this long a run of printable text. */
const TEXT = /^[\x20-\x7e\r\n\t]{24}/;

/**
 * What a key makes of sealed bytes, as text. The tag isn't checked: an attacker need not know where the bytes belong.
 * A master key's name may stand in front.
 */
function decrypted(sealed: Buffer, key: Buffer): string {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(HEAD.nonce, HEAD.tag));
  return decipher.update(sealed.subarray(HEAD.body)).toString("latin1");
}

/** The columns with values that one of these keys opens to something readable, or to one of these words. */
export function readableColumns(values: readonly Value[], keys: readonly Buffer[], words: readonly string[]): string[] {
  const opens = ({ bytes }: Value) =>
    bytes.length > HEAD.body &&
    keys.some((key) => {
      const text = decrypted(bytes, key);
      return ZIP_OR_GZIP.test(text) || TEXT.test(text) || words.some((word) => text.includes(word));
    });
  return [...new Set(values.filter(opens).map(({ column }) => column))].sort();
}

/** The spellings of these words that a text contains: as they are, in hexadecimal, in base64 at any offset. */
export function spelled(text: string, words: readonly string[]): string[] {
  const lower = text.toLowerCase();
  return words.flatMap((word) => {
    const bytes = Buffer.from(word);
    const base64 = [0, 1, 2].map((offset) => {
      const padded = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
      return padded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
    });
    const found = [word.toLowerCase(), bytes.toString("hex")].some((form) => lower.includes(form));
    return found || base64.some((form) => text.includes(form)) ? [word] : [];
  });
}
