const FORMAT = new Intl.DateTimeFormat("en", { day: "numeric", month: "short", timeZone: "UTC" });

/** A day (YYYY-MM-DD) in few letters: "24 Nov" or "Nov 24", the same on server and browser. */
export function dayText(day: string): string {
  const at = Date.parse(day);
  return Number.isNaN(at) ? day : FORMAT.format(at);
}
