/**
 * A request's body; undefined when it is larger than `bytes`, or says so. What is too large is taken and thrown away, so
 * that the answer gets out.
 */
export async function readLimited(request: Request, bytes: number): Promise<Buffer | undefined> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  const reader = request.body?.getReader();
  if (!reader) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    if (Math.max(announced, length) > bytes) {
      void discard(reader);
      return undefined;
    }
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks, length);
    chunks.push(value);
    length += value.length;
  }
}

/**
 * Takes the rest of a body and keeps nothing of it, for as long as a request may last. Cancelling it would close the
 * connection before the answer is out; leaving it would block the connection for the next request.
 */
async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // whoever sent it went away
  }
}
