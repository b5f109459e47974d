const READY_FOR_QUERY = "Z".charCodeAt(0);
const IDLE = "I".charCodeAt(0);

/**
 * Whether an answer of the server's ends outside a transaction: what its last ReadyForQuery says; other messages, such
 * as notifications, may follow it. Each message is a letter and a length, which counts itself but not the letter.
 * https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export function endsIdle(answer: Uint8Array): boolean {
  const view = new DataView(answer.buffer, answer.byteOffset, answer.byteLength);
  let isIdle = false;
  for (let at = 0; at + 5 <= answer.length; at += 1 + view.getInt32(at + 1))
    if (answer[at] === READY_FOR_QUERY) isIdle = answer[at + 5] === IDLE;
  return isIdle;
}
