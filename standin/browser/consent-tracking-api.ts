/**
 * `Shopify.customerPrivacy`, written from https://shopify.dev/docs/api/customer-privacy. The server puts STANDIN_FACTS
 * before it: where the visitor is, and the policy of the shop for there.
 */
declare const STANDIN_FACTS: {
  region: string;
  consentRequired: boolean;
  saleOfDataRegion: boolean;
  /** Whether calls are to be told to the stand-in. */
  isRecorded: boolean;
};

type Letter = "a" | "m" | "p" | "s";
type Answers = Record<Letter, "" | "0" | "1">;
interface TrackingConsent {
  con: { CMP: Answers };
  v: "2.1";
  region: string;
  consent_id: string;
}
interface ConsentGiven {
  analytics?: boolean;
  marketing?: boolean;
  preferences?: boolean;
  sale_of_data?: boolean;
}

const CONSENT_COOKIE = "_tracking_consent";
const NO_ANSWERS: Answers = { a: "", m: "", p: "", s: "" };
const LETTERS: [keyof ConsentGiven, Letter][] = [
  ["analytics", "a"],
  ["marketing", "m"],
  ["preferences", "p"],
  ["sale_of_data", "s"],
];

function readConsent(): TrackingConsent | undefined {
  const found = /(?:^|; )_tracking_consent=([^;]*)/.exec(document.cookie)?.[1];
  try {
    return found === undefined ? undefined : (JSON.parse(decodeURIComponent(found)) as TrackingConsent);
  } catch {
    return undefined;
  }
}

// Where cookies are blocked an answer still counts on this page.
let onThisPage: TrackingConsent | undefined;
const answers = (): Answers => (readConsent() ?? onThisPage)?.con.CMP ?? NO_ANSWERS;
const inWords = (answer: string): string => (answer === "1" ? "yes" : answer === "0" ? "no" : "");
const allowed = (letter: Letter): boolean =>
  answers()[letter] === "" ? !STANDIN_FACTS.consentRequired : answers()[letter] === "1";
const gpc = (): boolean => (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true;

function saleAllowed(): boolean {
  if (answers().s !== "") return answers().s === "1";
  return !STANDIN_FACTS.consentRequired && !(STANDIN_FACTS.saleOfDataRegion && gpc());
}

const waiting: object[] = [];

/** Tells the stand-in what was called; many calls make one request. */
function recordCall(method: string, args: unknown, result: unknown): void {
  if (!STANDIN_FACTS.isRecorded) return;
  if (waiting.length === 0)
    setTimeout(() => {
      navigator.sendBeacon("/standin/privacy-calls", JSON.stringify(waiting.splice(0)));
    }, 0);
  waiting.push({ method, args, result, page: location.pathname });
}

function eventDetail(): Record<string, boolean> {
  return {
    analyticsAllowed: allowed("a"),
    marketingAllowed: allowed("m"),
    preferencesAllowed: allowed("p"),
    saleOfDataAllowed: saleAllowed(),
    firstPartyMarketingAllowed: allowed("m"),
    thirdPartyMarketingAllowed: allowed("m") && saleAllowed(),
  };
}

function checkGiven(given: unknown, done: unknown): asserts given is ConsentGiven {
  if (typeof given !== "object" || given === null)
    throw new TypeError("setTrackingConsent must be called with a consent object");
  const values = LETTERS.map(([name]) => (given as ConsentGiven)[name] as unknown);
  if (values.every((value) => value === undefined))
    throw new TypeError("The submitted consent object does not contain any valid consent key");
  if (values.some((value) => value !== undefined && typeof value !== "boolean"))
    throw new TypeError("Consent values must be true or false");
  if (done !== undefined && typeof done !== "function")
    throw new TypeError(
      "setTrackingConsent must be called with a callback function if the callback argument is provided",
    );
}

/** Keeps the answers; true when they differ from those before. */
function keepAnswers(given: ConsentGiven): boolean {
  const before = answers();
  const after = { ...before };
  for (const [name, letter] of LETTERS) if (given[name] !== undefined) after[letter] = given[name] ? "1" : "0";
  const { consent_id = crypto.randomUUID() } = readConsent() ?? onThisPage ?? {};
  onThisPage = { con: { CMP: after }, v: "2.1", region: STANDIN_FACTS.region, consent_id };
  const text = encodeURIComponent(JSON.stringify(onThisPage));
  try {
    document.cookie = `${CONSENT_COOKIE}=${text}; path=/; max-age=31536000; SameSite=Lax`;
  } catch {
    // Refused: the page has it.
  }
  return LETTERS.some(([, letter]) => before[letter] !== after[letter]);
}

async function storeConsent(given: ConsentGiven): Promise<void> {
  const body = JSON.stringify({ consent: given, page: location.pathname });
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch("/standin/tracking-consent", { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`Consent was not stored (${String(answer.status)})`);
}

const customerPrivacy = {
  analyticsProcessingAllowed: () => allowed("a"),
  marketingAllowed: () => allowed("m"),
  preferencesProcessingAllowed: () => allowed("p"),
  saleOfDataAllowed: saleAllowed,
  firstPartyMarketingAllowed: () => allowed("m"),
  thirdPartyMarketingAllowed: () => allowed("m") && saleAllowed(),
  saleOfDataRegion: () => STANDIN_FACTS.saleOfDataRegion,
  shouldShowBanner: () =>
    STANDIN_FACTS.consentRequired && (["a", "m", "p"] as const).every((letter) => answers()[letter] === ""),
  getRegion: () => STANDIN_FACTS.region,
  consentId: () => (readConsent() ?? onThisPage)?.consent_id ?? "",
  currentVisitorConsent: () => {
    const { a, m, p, s } = answers();
    return {
      marketing: inWords(m),
      analytics: inWords(a),
      preferences: inWords(p),
      sale_of_data: inWords(s),
      gpc: gpc() ? "yes" : "",
    };
  },
};

/** Asynchronous: the answer counts when the server has it. An answer that changes nothing makes no event. */
function setTrackingConsent(given: unknown, done?: (failed?: { error: string }) => void): void {
  checkGiven(given, done);
  storeConsent(given).then(
    () => {
      const changed = keepAnswers(given);
      if (changed) document.dispatchEvent(new CustomEvent("visitorConsentCollected", { detail: eventDetail() }));
      done?.();
    },
    (error: unknown) => {
      done?.({ error: String(error) });
    },
  );
}

const recorded = Object.fromEntries(
  Object.entries(customerPrivacy).map(([method, read]) => [
    method,
    (...args: unknown[]) => {
      const result = read();
      recordCall(method, args, result);
      return result;
    },
  ]),
);
const storefront = window as unknown as { Shopify?: { customerPrivacy?: object } };
storefront.Shopify ??= {};
storefront.Shopify.customerPrivacy = { ...recorded, setTrackingConsent };
