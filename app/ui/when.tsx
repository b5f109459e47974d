import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False on the server and while the page comes alive, true afterwards: for what only the browser knows. */
export function useIsAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

/**
 * A time in the reader's language and time zone. The server knows neither, so it writes UTC, and the browser puts its
 * own words in once the page is alive; both agree on the first rendering. `isDay`: a day without time, the same
 * everywhere.
 */
export function When({ at, isDay = false }: { at: Date | string; isDay?: boolean }) {
  const isAlive = useIsAlive();
  const date = new Date(at);
  const iso = date.toISOString();
  const neutral = isDay ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
  return <time dateTime={isDay ? iso.slice(0, 10) : iso}>{isAlive ? localText(date, isDay) : neutral}</time>;
}

function localText(date: Date, isDay: boolean): string {
  const style = isDay
    ? ({ dateStyle: "medium", timeZone: "UTC" } as const)
    : ({ dateStyle: "medium", timeStyle: "short" } as const);
  return new Intl.DateTimeFormat(navigator.language, style).format(date);
}
