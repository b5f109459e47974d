import { pool } from "../db/database.server.ts";
import { cutPage, walksBack, type Page, type Turn } from "../paging/keyset.ts";
import type { ConsentFilter, ConsentRow } from "./consent-row.ts";
import { conditionsOf, SELECTED, toConsentRow, type FoundConsent } from "./consent-sql.server.ts";

const PAGE = 25;

/** A page of a store's consent records, the last received first. */
export async function listConsents(
  shop: string,
  { filter = {}, turn, limit = PAGE }: { filter?: ConsentFilter; turn?: Turn; limit?: number } = {},
): Promise<Page<ConsentRow>> {
  const isBack = walksBack(turn);
  const { period, rest, values } = conditionsOf(shop, filter);
  const place = turn && ("before" in turn ? turn.before : turn.after);
  const beyond = place
    ? ` AND (c."receivedAt", c."id") ${isBack ? ">" : "<"} ($${values.length + 1}, $${values.length + 2})`
    : "";
  const order = isBack ? "ASC" : "DESC";
  // OFFSET 0 has the key's order walked and each row looked at: what a filter finds can't be estimated, and a plan that
  // sorts all of a year's records to show 25 is the price of a wrong guess
  const { rows } = await pool().query<FoundConsent>(
    `SELECT ${SELECTED} FROM (SELECT * FROM "ConsentRecord" c WHERE ${period}${beyond}
       ORDER BY c."receivedAt" ${order}, c."id" ${order} OFFSET 0) c
     WHERE ${rest} LIMIT ${limit + 1}`,
    place ? [...values, place.at, place.id] : values,
  );
  const page = cutPage(rows, turn, limit, ({ receivedAt, id }) => ({ at: receivedAt, id }));
  return { ...page, rows: page.rows.map(toConsentRow) };
}

/** Rows that are read at once while all are walked. */
const WALK = 1_000;

/** All of a store's records that a filter names, the last received first, page by page: memory stays the same. */
export async function* walkConsents(shop: string, filter: ConsentFilter): AsyncGenerator<ConsentRow[]> {
  let turn: Turn;
  for (;;) {
    const { rows, next } = await listConsents(shop, { filter, turn, limit: WALK });
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (next === null || !last) return;
    turn = { after: { at: last.receivedAt, id: last.id } };
  }
}
