/** A row's place in a list that is sorted by time, then id. */
export interface Place {
  at: Date;
  id: string;
}

/** Which page of a list is wanted: the one behind a place, the one in front of it, or the first. */
export type Turn = { after: Place } | { before: Place } | undefined;

/** One page. `previous` and `next` are places as text, null where the list ends. */
export interface Page<Row> {
  rows: Row[];
  previous: string | null;
  next: string | null;
}

const PLACE = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A place as text for a URL: milliseconds since 1970 and a UUID, nothing of the row itself. */
export function writePlace({ at, id }: Place): string {
  return `${String(at.getTime())}_${id}`;
}

/** The place that a text from outside names; undefined when it names none. */
export function readPlace(text: string | null | undefined): Place | undefined {
  const [, ms, id] = PLACE.exec(text ?? "") ?? [];
  return ms === undefined || id === undefined ? undefined : { at: new Date(Number(ms)), id };
}

/** Which page two texts from outside ask for; the first where they make no sense. */
export function readTurn(after: string | null, before: string | null): Turn {
  const behind = readPlace(after);
  if (behind) return { after: behind };
  const inFront = readPlace(before);
  return inFront && { before: inFront };
}

/** Whether the database has to walk against the list's own order, because the page in front of a place is wanted. */
export function walksBack(turn: Turn): turn is { before: Place } {
  return turn !== undefined && "before" in turn;
}

/**
 * Makes a page of what the database found: up to `limit` + 1 rows, in the order in which they were walked. The one row
 * too many says that the list goes on.
 */
export function cutPage<Row>(
  found: readonly Row[],
  turn: Turn,
  limit: number,
  placeOf: (row: Row) => Place,
): Page<Row> {
  const goesOn = found.length > limit;
  const isBack = walksBack(turn);
  const rows = found.slice(0, limit);
  if (isBack) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  const hasPrevious = isBack ? goesOn : turn !== undefined;
  const hasNext = isBack || goesOn;
  return {
    rows,
    previous: hasPrevious && first ? writePlace(placeOf(first)) : null,
    next: hasNext && last ? writePlace(placeOf(last)) : null,
  };
}
