import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { streamBulk } from "./bulk-orders.server.ts";

async function* readFile(chunks: readonly (string | Buffer)[], isCut = false) {
  const server = createServer((_request, response) => {
    if (isCut) response.setHeader("content-length", 1_000_000);
    for (const chunk of chunks) response.write(chunk);
    if (isCut) setTimeout(() => response.destroy(), 20);
    else response.end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    yield* streamBulk(`http://127.0.0.1:${(server.address() as AddressInfo).port}/file.jsonl`);
  } finally {
    server.close();
  }
}

async function idsOf(...args: Parameters<typeof readFile>): Promise<string[]> {
  const seen: string[] = [];
  for await (const { id, lines } of readFile(...args)) seen.push(`${id}:${lines.map((line) => line.id).join("+")}`);
  return seen;
}

const order = (id: number) => `${JSON.stringify({ id: `o${id}` })}\n`;
const line = (id: number, parent: number) =>
  `${JSON.stringify({ id: `l${id}`, title: "Öhrring 💍", __parentId: `o${parent}` })}\n`;

describe("a bulk operation's file", () => {
  it("gives each order with the lines below it, wherever the network cuts it into chunks", async () => {
    const bytes = Buffer.from(order(1) + line(1, 1) + line(2, 1) + order(2) + order(3) + line(3, 3));
    for (const size of [1, 7, 64, 1_000]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
        bytes.subarray(i * size, (i + 1) * size),
      );
      expect(await idsOf(chunks)).toEqual(["o1:l1+l2", "o2:", "o3:l3"]);
    }
  });

  it("may be empty, and may lack the last line's end", async () => {
    expect(await idsOf([""])).toEqual([]);
    expect(await idsOf([order(1), line(1, 1).trimEnd()])).toEqual(["o1:l1"]);
  });

  it("is worth another try when it breaks off, and never passes for whole", async () => {
    await expect(idsOf([order(1), line(1, 1)], true)).rejects.toMatchObject({ code: "UNREACHABLE" });
    await expect(idsOf([order(1), '{"id":"l1","__par'])).rejects.toMatchObject({ code: "UNREACHABLE" });
    const gone = streamBulk("http://127.0.0.1:1/file.jsonl").next();
    await expect(gone).rejects.toMatchObject({ code: "UNREACHABLE" });
  });

  it("with a line apart from its order is refused, as it could be somebody else's", async () => {
    await expect(idsOf([order(1), order(2), line(1, 1)])).rejects.toThrow("apart from its order");
  });
});
