import { open, rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import type { Write } from "./write-result.server.ts";

/** Where a command's output goes. `end` must be called once, with whether the command succeeded. */
export interface Output {
  write: Write;
  end: (isGood: boolean) => Promise<void>;
}

/** Standard output. A reader that has seen enough (`| head`) is no failure. */
export function toStandardOutput(): Output {
  process.stdout.on("error", () => undefined);
  return {
    write: (text) =>
      new Promise((done) => {
        process.stdout.write(text, () => {
          done();
        });
      }),
    end: () => Promise.resolve(),
  };
}

/** A file for its owner only, which is in its place only when it is complete; then standard output says so. */
export async function toFile(name: string, json: boolean): Promise<Output> {
  const file = resolve(name);
  const partial = `${file}.partial`;
  await rm(partial, { force: true });
  const handle = await open(partial, "wx", 0o600);
  let bytes = 0;
  return {
    write: async (text) => {
      bytes += Buffer.byteLength(text);
      await handle.write(text);
    },
    end: async (isGood) => {
      await handle.close();
      if (!isGood) {
        await rm(partial, { force: true });
        return;
      }
      await rename(partial, file);
      process.stdout.write(json ? `${JSON.stringify({ file, bytes })}\n` : `Written to ${file} (${bytes} bytes).\n`);
    },
  };
}
