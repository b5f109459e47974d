/** A place or a time zone where nobody need be asked at first paint. Québec is asked once its place is known. */
const UNASKED = /^America\/(New_|Chi|Den|Los_|Det|Pho)|^(?!Europe|Atlantic\/[ACFMR]).* (US|CA-|JP|NZ)/;

/**
 * Whether a question can wait until a visitor's place is known: what `guessRegion` comes to, without the table of all
 * places. Takes the IANA time zone, and the kept region or the market's country.
 */
export function canWait(zone: string, place: string): boolean {
  return UNASKED.test(`${zone} ${place}`);
}
