import { log } from "../log.server.ts";

/** How rows of one kind are written. */
export interface Writing<Row, Written> {
  /** What the log calls a row, such as "a delivery". */
  what: string;
  /** Rows that one statement carries. */
  largestBatch: number;
  /** After this long whoever waits is told "unavailable". Milliseconds. */
  patienceMs: number;
  /** Writes rows in one commit, and says of each what became of it, in their order. */
  write: (rows: readonly Row[]) => Promise<readonly Written[]>;
}

interface Waiting<Row, Written> {
  row: Row;
  answer: (written: Written | "unavailable") => void;
}

/**
 * Makes a writer for a hot door. Rows that arrive while a commit is under way share the next one, so the door keeps its
 * pace under load; each is answered after its own commit, or "unavailable" when nothing could be kept.
 */
export function writeTogether<Row, Written>({ what, largestBatch, patienceMs, write }: Writing<Row, Written>) {
  const waiting: Waiting<Row, Written>[] = [];
  let isWriting = false;

  async function writeAll(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, largestBatch);
      try {
        const written = await write(batch.map(({ row }) => row));
        batch.forEach(({ answer }, at) => {
          answer(written[at] ?? "unavailable");
        });
      } catch (error) {
        logFailure(what, error);
        for (const { answer } of batch) answer("unavailable");
      }
    }
    isWriting = false;
  }

  return (row: Row): Promise<Written | "unavailable"> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, patienceMs, "unavailable").unref();
      const answer = (written: Written | "unavailable") => {
        clearTimeout(timer);
        resolve(written);
      };
      waiting.push({ row, answer });
      if (!isWriting) void writeAll();
    });
}

/** Says that something could not be kept, by the error's name alone: its message may quote the row. */
export function logFailure(what: string, error: unknown): void {
  log().error({ cause: error instanceof Error ? error.name : "unknown" }, `${what} could not be kept`);
}
