import { assert, constantFrom, array, property, tuple, uint8Array } from "fast-check";
import { describe, expect, it } from "vitest";
import { endsIdle } from "./ends-idle.ts";

/** A message of PostgreSQL's wire protocol. */
function message(letter: string, body: Uint8Array | string): Buffer {
  const bytes = typeof body === "string" ? Buffer.from(body, "latin1") : Buffer.from(body);
  const head = Buffer.alloc(5);
  head.write(letter, "latin1");
  head.writeInt32BE(bytes.length + 4, 1);
  return Buffer.concat([head, bytes]);
}

const ready = (state: "I" | "T" | "E") => message("Z", state);
/** Rows, notices, notifications, ends of commands: whatever bytes they hold. */
const other = tuple(constantFrom("A", "C", "D", "E", "N", "S", "T", "1", "2"), uint8Array({ maxLength: 40 })).map(
  ([letter, body]) => message(letter, body),
);
const others = array(other, { maxLength: 5 });

describe("an answer of the server's", () => {
  it("ends as its last ReadyForQuery says, whatever stands around it", () => {
    const states = array(tuple(others, constantFrom<"I" | "T" | "E">("I", "T", "E")), { minLength: 1, maxLength: 4 });
    assert(
      property(states, others, (parts, rest) => {
        const answer = Buffer.concat([...parts.flatMap(([before, state]) => [...before, ready(state)]), ...rest]);
        expect(endsIdle(answer)).toBe(parts.at(-1)?.[1] === "I");
      }),
    );
  });

  it("without a ReadyForQuery is not the end of anything", () => {
    assert(
      property(others, (messages) => {
        expect(endsIdle(Buffer.concat(messages))).toBe(false);
      }),
    );
  });

  it("is read from where it stands in a larger buffer", () => {
    const [before, answer] = [ready("T"), ready("I")];
    const both = Buffer.concat([before, answer]);
    expect(endsIdle(both.subarray(before.length))).toBe(true);
  });
});
