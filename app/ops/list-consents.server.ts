import { walkConsents } from "../consent/list-consents.server.ts";
import type { Options } from "./commands.ts";
import type { Result, Row } from "./result.ts";

const USUAL = 100;
const MOST = 1_000_000;

/** `consents list`: a store's consent records, the last received first. Nobody is named in them. */
export function listConsents({ shop, limit }: Options<"consents list">): Result {
  return { kind: "rows", rows: records(shop, Math.min(MOST, Number(limit ?? USUAL))) };
}

async function* records(shop: string, limit: number): AsyncGenerator<Row> {
  let left = limit;
  for await (const page of walkConsents(shop, {})) {
    for (const { id, at, source, region, model, allowed, offered, signal, agrees, sealSeq } of page.slice(0, left))
      yield { id, at, source, region, model, allowed, offered, signal, agrees, sealSeq };
    left -= page.length;
    if (left <= 0) return;
  }
}
