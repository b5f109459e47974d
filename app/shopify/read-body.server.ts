/** A request's body, at most `largest` bytes of it. Throws Response 413 for a larger one. */
export async function readBody(request: Request, largest: number): Promise<Uint8Array> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    if (Math.max(announced, length) > largest) {
      void discard(reader);
      throw new Response(`The body is larger than ${sizeText(largest)}.\n`, {
        status: 413,
        headers: { "Content-Type": "text/plain; charset=utf-8" },
      });
    }
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks, length);
    chunks.push(value);
    length += value.length;
  }
}

function sizeText(bytes: number): string {
  return bytes >= 2 ** 20 ? `${bytes / 2 ** 20} MiB` : `${bytes / 2 ** 10} KiB`;
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
