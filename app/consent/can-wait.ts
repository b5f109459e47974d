/** The zones of nearly all Americans, as in `guessRegion`: no other so far from Europe has such a name. */
const AMERICAN_ZONE = /New_|Chi|Den|Los_|Det|Pho/;
/** Places where nobody need be asked at first paint. Québec is asked once its place is known. */
const UNASKED = /^(US|CA-|JP|NZ)/;

/**
 * Whether a question can wait until a visitor's place is known: never where `guessRegion` would ask, without the table of
 * all places. Takes the kept region or the market's country, the minutes that the clock is behind UTC, and a reader of the
 * IANA time zone.
 *
 * The zone is read only where nothing else decides: the first use of `Intl` on a page costs more than all else that the
 * gate does. Europe and its islands lie between UTC+4 and UTC-1, so a clock elsewhere is nobody's who must be asked in a
 * market such as the American; a clock there asks at once, also an African's.
 */
export function canWait(place: string, behind: number, zone: () => string): boolean {
  const isFar = behind > 60 || behind < -240;
  return isFar && (UNASKED.test(place) || (behind > 200 && AMERICAN_ZONE.test(zone())));
}
