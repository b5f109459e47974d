import { readLimited } from "./read-limited.server.ts";

/**
 * The fields and files of a form (`application/x-www-form-urlencoded` or `multipart/form-data`). "too-large" above `bytes`,
 * without reading further; "unreadable" for what is neither.
 */
export async function readFormData(request: Request, bytes: number): Promise<FormData | "too-large" | "unreadable"> {
  const body = await readLimited(request, bytes);
  if (!body) return "too-large";
  const type = request.headers.get("content-type") ?? "";
  try {
    return await new Response(Uint8Array.from(body), { headers: { "Content-Type": type } }).formData();
  } catch {
    return "unreadable";
  }
}
