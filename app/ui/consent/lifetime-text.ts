/** A cookie's life in words. `days`: 0 until the browser closes, under a day as a fraction. */
export function lifetimeText(days: number): string {
  if (days === 0) return "Until the browser closes";
  const minutes = days * 24 * 60;
  if (minutes < 90) return count(Math.max(1, Math.round(minutes)), "minute");
  if (days < 2) return count(Math.round(days * 24), "hour");
  if (days < 60) return count(Math.round(days), "day");
  if (days < 700) return count(Math.round(days / 30.4375), "month");
  return count(Math.round(days / 365.25), "year");
}

function count(number: number, unit: string): string {
  return `${String(number)} ${unit}${number === 1 ? "" : "s"}`;
}
