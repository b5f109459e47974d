import { describe, expect, test } from "vitest";
import { readRequestFilter } from "./request-filter.ts";

const read = (query: string) => readRequestFilter(new URLSearchParams(query));

describe("the choice of requests", () => {
  test("is what runs, until someone chooses otherwise", () => {
    expect(read("").filter).toEqual({ statuses: ["open", "on-hold"] });
    expect(read("status=nonsense&kind=nonsense&overdue=nonsense")).toEqual(read(""));
  });

  test("combines status, kind and lateness", () => {
    expect(read("status=done&kind=access&overdue=yes").filter).toEqual({
      ...{ statuses: ["done"], kind: "access", isOverdue: true },
    });
    expect(read("status=all").filter).toEqual({});
    expect(read("order=latest").latestFirst).toBe(true);
  });
});
