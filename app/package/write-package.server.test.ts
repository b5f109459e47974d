import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Cover } from "./cover.ts";
import { CSV_TABLES } from "./csv-tables.ts";
import { SAMPLE_COVER, sampleOrder, sampleSource } from "./sample-package.server.ts";
import type { Sample } from "./sample-package.server.ts";
import { SECTION_WORDS, SECTIONS } from "./sections.ts";
import { writePackage } from "./write-package.server.ts";

async function packed(sample: Sample, cover: Cover = SAMPLE_COVER): Promise<Record<string, string>> {
  const buffers: Buffer[] = [];
  for await (const buffer of writePackage(sampleSource(sample), cover)) buffers.push(buffer);
  const files = Object.entries(unzipSync(Buffer.concat(buffers)));
  return Object.fromEntries(files.map(([name, bytes]) => [name, Buffer.from(bytes).toString("utf8")]));
}

const orders = Array.from({ length: 120 }, (_, index) => sampleOrder(index));

interface DataJson {
  readonly format: string;
  readonly cover: Cover;
  readonly sections: Readonly<Record<string, readonly unknown[]>>;
}

/** Digit runs of the length of a card number whose check digit is right. */
function cardNumbersIn(text: string): string[] {
  const runs = text.match(/(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g) ?? [];
  return runs.filter((run) => {
    const digits = Array.from(run.replaceAll(/\D/g, ""), Number).reverse();
    const sum = digits.reduce((total, digit, place) => {
      const doubled = place % 2 === 0 ? digit : digit * 2;
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
    return sum % 10 === 0;
  });
}

describe("an access package", () => {
  it("is a zip with a readable copy, data for machines, a table for every kind, and a README", async () => {
    const files = await packed({ orders });
    const tables = CSV_TABLES.map(({ file }) => `csv/${file}.csv`);
    expect(Object.keys(files)).toEqual([
      ...["README.txt", "letter.pdf", "index.html", "data.json", "data.schema.json", ...tables],
    ]);
    expect(files["letter.pdf"]?.slice(0, 5)).toBe("%PDF-");
    expect(files["README.txt"]).toContain("privacy@rosewood.example");
  });

  it("holds the files that other companies handed over, each under its company, none over another", async () => {
    async function* files() {
      for (const company of ["acme", "klaviyo"])
        yield await Promise.resolve({ company, name: "a.txt", base64: Buffer.from(company).toString("base64") });
    }
    const buffers: Buffer[] = [];
    for await (const buffer of writePackage({ ...sampleSource({}), files }, SAMPLE_COVER)) buffers.push(buffer);
    const unzipped = unzipSync(Buffer.concat(buffers));
    expect(Object.keys(unzipped).filter((name) => name.startsWith("files/"))).toEqual([
      ...["files/acme/1 a.txt", "files/klaviyo/2 a.txt"],
    ]);
    expect(Buffer.from(unzipped["files/acme/1 a.txt"] ?? []).toString()).toBe("acme");
  });

  it("lets no name of a file, or of a company, lead out of its folder", async () => {
    const hostile = [
      "../../../etc/passwd",
      "..",
      "/etc/cron.d/x",
      "C:\\Windows\\x.dll",
      "a\u0000.html",
      "x/../../y",
      "",
    ];
    async function* files() {
      for (const company of ["acme", "../../root"])
        for (const name of hostile) yield await Promise.resolve({ company, name, base64: "eA==" });
    }
    const buffers: Buffer[] = [];
    for await (const buffer of writePackage({ ...sampleSource({}), files }, SAMPLE_COVER)) buffers.push(buffer);
    const names = Object.keys(unzipSync(Buffer.concat(buffers))).filter((name) => name.startsWith("files/"));
    expect(names).toHaveLength(hostile.length * 2);
    for (const name of names) {
      expect(name).toMatch(/^files\/[^/\\:]+\/[^/\\:]+$/);
      expect(name.split("/")).not.toContain("..");
    }
  });

  it("holds every item exactly in data.json", async () => {
    const data = JSON.parse((await packed({ orders }))["data.json"] ?? "") as DataJson;
    expect(data.format).toBe("candor-access-package");
    expect(data.cover).toEqual(SAMPLE_COVER);
    expect(Object.keys(data.sections)).toEqual([...SECTIONS]);
    expect(data.sections["orders"]).toEqual(orders);
  });

  it("says of every empty section that nothing is held", async () => {
    const html = (await packed({}))["index.html"] ?? "";
    for (const section of SECTIONS) expect(html).toContain(`<h2 id="${section}">${SECTION_WORDS[section].title}</h2>`);
    expect(html.match(/holds no data of this kind/g)).toHaveLength(SECTIONS.length);
  });

  it("does not say that nothing is held where a section could not be read", async () => {
    const missing = [{ section: "draft-orders", what: "the scope read_draft_orders" }] as const;
    const html = (await packed({}, { ...SAMPLE_COVER, missing }))["index.html"] ?? "";
    expect(html).toContain("the scope read_draft_orders");
    expect(html.match(/holds no data of this kind/g)).toHaveLength(SECTIONS.length - 1);
  });

  it("shows each order once, under its year, with the years counted right", async () => {
    const html = (await packed({ orders }))["index.html"] ?? "";
    expect(html.match(/<article>/g)).toHaveLength(orders.length);
    expect(html.match(/<details/g)?.length).toBe(html.match(/<\/details>/g)?.length);
    const counted = [...html.matchAll(/<h3>\d{4}: (\d+) orders?<\/h3>/g)].map(([, count]) => Number(count));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(orders.length);
  });

  it("runs no script and loads nothing, whatever a customer or store wrote", async () => {
    const evil = '"><script src=//evil.example></script><img onerror=alert(1)>';
    const order = { ...sampleOrder(0), note: evil, name: evil, attributes: [{ name: evil, value: evil }] };
    const cover = { ...SAMPLE_COVER, shop: { ...SAMPLE_COVER.shop, name: evil } };
    const html = (await packed({ orders: [order] }, cover))["index.html"] ?? "";
    const tags = html.replaceAll(/"[^"]*"/g, '""').match(/<[^>]*>/g) ?? [];
    expect(tags.filter((tag) => /^<(script|img|link|iframe|object)|\s(src|on\w+)=/i.test(tag))).toEqual([]);
    expect(html).toContain("default-src 'none'");
  });

  it("defuses cells that a spreadsheet would run", async () => {
    const cells = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "plain"];
    const candor = cells.map((value) => ({ kind: "note", recordedAt: null, facts: [{ label: "text", value }] }));
    const csv = (await packed({ candor }))["csv/candor.csv"] ?? "";
    for (const cell of cells.slice(0, -1)) expect(csv).toContain(`'${cell}`);
    expect(csv).toContain(",plain\r\n");
  });

  it("gives every CSV file a byte order mark and its header, also without rows", async () => {
    const files = await packed({});
    for (const { file, columns } of CSV_TABLES) {
      expect(files[`csv/${file}.csv`]).toBe(`\ufeff${columns.join(",")}\r\n`);
    }
  });

  it("gives every row of the orders' tables exactly the table's columns", () => {
    for (const table of CSV_TABLES.filter(({ section }) => section === "orders")) {
      const rows = (table.rows as (item: unknown) => readonly object[])(sampleOrder(0));
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(Object.keys(row).sort()).toEqual([...table.columns].sort());
    }
  });

  it("holds no card number", async () => {
    expect(cardNumbersIn("card 4242 4242 4242 4242.")).toHaveLength(1);
    // the letter has no order in it; its table of objects is all digits
    const { "letter.pdf": _letter, ...files } = await packed({ orders });
    for (const text of Object.values(files)) expect(cardNumbersIn(text)).toEqual([]);
  });

  it.each([2_500, 10_000])("of %i orders is written within 150 MB of memory", { timeout: 300_000 }, async (count) => {
    const script = fileURLToPath(new URL("measure-package.server.ts", import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [script, String(count)]);
    const measured = JSON.parse(stdout) as { readonly grownMegabytes: number; readonly zipBytes: number };
    expect(measured.zipBytes).toBeGreaterThan(count * 100);
    expect(measured.grownMegabytes).toBeLessThanOrEqual(150);
  });
});
