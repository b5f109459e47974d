import type { SentFile } from "../request-form.server.ts";
import { LARGEST_FILE, sniffMedia } from "./sniff-media.ts";

/** A file that was chosen in a form; null for none, "bad" for one that is too large or of a kind that is not taken. */
export async function readProof(value: FormDataEntryValue | null): Promise<SentFile | "bad" | null> {
  if (value === null || typeof value === "string" || value.size === 0) return null;
  const bytes = Buffer.from(await value.arrayBuffer());
  const media = sniffMedia(bytes);
  if (!media || bytes.length > LARGEST_FILE) return "bad";
  return { name: value.name, type: media.type, base64: bytes.toString("base64") };
}
