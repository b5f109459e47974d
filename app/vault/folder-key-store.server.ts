import { createHash, randomUUID } from "node:crypto";
import { link, mkdir, open as openFile, readdir, readFile, rename, rm, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { unwrap, wrap, wrappedBy, type MasterKey } from "../crypto/master-keys.server.ts";
import type { KeyStore } from "./key-store.server.ts";

/**
 * Keys as files, `DIR/ab/<hash of the scope>/<id>`: for one machine, or several that share the folder. A file is on
 * disk before it is answered for, and its name is given away only once.
 */
export function openFolderKeyStore(folder: string, masterKeys: readonly MasterKey[]): KeyStore {
  const scopeFolder = (scope: string) => {
    const hash = createHash("sha256").update(scope).digest("hex");
    return join(folder, hash.slice(0, 2), hash.slice(2, 34));
  };
  const fileOf = (scope: string, id: string) => join(scopeFolder(scope), id);
  const context = (file: string) => `key ${file.slice(folder.length)}`;

  async function get(scope: string, id: string): Promise<Buffer | undefined> {
    const file = fileOf(scope, id);
    const wrapped = await readIfThere(file);
    return wrapped && unwrap(masterKeys, wrapped, context(file));
  }

  return {
    get,
    async putIfAbsent(scope, id, key) {
      const file = fileOf(scope, id);
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      const isOurs = await writeOnce(file, wrap(masterKeys, key, context(file)));
      if (isOurs) return key;
      const kept = await get(scope, id);
      if (!kept) throw new Error("a key was removed while it was being made");
      return kept;
    },
    async remove(scope, id) {
      await rm(fileOf(scope, id), { force: true });
      await sync(scopeFolder(scope)).catch(ignoreMissing);
    },
    async removeScope(scope) {
      const ids = await listFolder(scopeFolder(scope));
      await rm(scopeFolder(scope), { recursive: true, force: true });
      return ids.length;
    },
    list: (scope) => listFolder(scopeFolder(scope)),
    async rewrap() {
      const files = (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])).filter(
        (entry) => entry.isFile() && !entry.name.startsWith("."),
      );
      let count = 0;
      for (const entry of files) {
        const file = join(entry.parentPath, entry.name);
        const wrapped = await readIfThere(file);
        if (!wrapped || wrappedBy(wrapped) === masterKeys[0]?.id) continue;
        const renewed = wrap(masterKeys, unwrap(masterKeys, wrapped, context(file)), context(file));
        await replace(file, renewed);
        count++;
      }
      return count;
    },
    close: () => Promise.resolve(),
  };
}

async function writeTemporary(file: string, bytes: Buffer): Promise<string> {
  const temporary = join(dirname(file), `.${randomUUID()}`);
  const handle = await openFile(temporary, "wx", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return temporary;
}

/** Whether the file was free and is now ours. `link` fails on a taken name, on every file system we know of. */
async function writeOnce(file: string, bytes: Buffer): Promise<boolean> {
  const temporary = await writeTemporary(file, bytes);
  try {
    await link(temporary, file);
    await sync(dirname(file));
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    await unlink(temporary);
  }
}

/** Puts new bytes in the place of a file that still exists: a key removed meanwhile must not come back. */
async function replace(file: string, bytes: Buffer): Promise<void> {
  const temporary = await writeTemporary(file, bytes);
  if (await readIfThere(file)) await rename(temporary, file);
  else await unlink(temporary);
}

async function sync(folder: string): Promise<void> {
  const handle = await openFile(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => !name.startsWith("."));
  } catch (error) {
    ignoreMissing(error);
    return [];
  }
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    ignoreMissing(error);
    return undefined;
  }
}

function ignoreMissing(error: unknown): void {
  if (codeOf(error) !== "ENOENT") throw error;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
