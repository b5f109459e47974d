import fc from "fast-check";
import { expect, test } from "vitest";
import { safeFileName } from "./safe-file-name.ts";

test.each([
  ["report.pdf", "report.pdf"],
  ["../../etc/passwd", "passwd"],
  ["C:\\Users\\anna\\data.csv", "data.csv"],
  ["..", "file"],
  [".htaccess", "htaccess"],
  ["", "file"],
  ["CON.txt", "file.txt"],
  ["invoice\u202Efdp.exe", "invoicefdp.exe"],
  ["a\u0000b\n.txt", "ab.txt"],
  ["données müller.json", "données müller.json"],
])("%j is kept as %j", (name, kept) => {
  expect(safeFileName(name)).toBe(kept);
});

test("whatever comes, the name stays in its folder", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const safe = safeFileName(name);
      expect(safe).not.toMatch(/[/\\\p{Cc}]/u);
      expect(safe).not.toMatch(/^\.|^$/);
      expect(safe.length).toBeLessThanOrEqual(100);
      expect(safeFileName(safe)).toBe(safe);
    }),
  );
});
