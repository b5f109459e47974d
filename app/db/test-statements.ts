import pg from "pg";
import { vi } from "vitest";

/** The SQL that goes to the database while `work` runs, a statement a line, in its order. */
export async function statementsOf(work: () => Promise<void>): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  try {
    await work();
    return query.mock.calls.map(([first]: readonly unknown[]) =>
      typeof first === "string" ? first : ((first as { text?: string }).text ?? ""),
    );
  } finally {
    query.mockRestore();
  }
}
