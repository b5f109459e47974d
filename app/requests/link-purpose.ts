/**
 * What a link in a mail, or one that a page gave, is for:
 * - "verify" and "verify-reminder" prove the mailbox of whoever asks; one of a request's links is used, then none works
 * - "object": the person whom somebody says they ask for says that they do not
 * - "status": where a request stands, as often as wanted
 * - "package": the way to a package, which asks for the mailbox once more before each download
 * - "open-package": that proof; one download
 */
export const LINK_PURPOSES = ["verify", "verify-reminder", "object", "status", "package", "open-package"] as const;
/** What a link is for. */
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** The purposes whose use proves the mailbox of whoever asks. */
export const PROOFS = ["verify", "verify-reminder"] as const satisfies readonly LinkPurpose[];

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** A request waits this long for its mailbox to be proven. Milliseconds. */
export const PROOF_MS = 7 * DAY;
/** After this long somebody who has not opened the link is reminded, once. Milliseconds. */
export const REMIND_MS = DAY;
/** The link that opens a package works this long. Milliseconds. */
export const OPEN_MS = 30 * MINUTE;
/** A request's state can be looked at for this long after the link was sent: past any deadline and its extension. Milliseconds. */
export const STATUS_MS = 400 * DAY;

/** Downloads of a package by its person. */
export const MOST_DOWNLOADS = 5;

/** Where each link leads, below the app proxy's path. */
const PATHS: Readonly<Record<LinkPurpose, string>> = {
  verify: "verify",
  "verify-reminder": "verify",
  object: "object",
  status: "request/status",
  package: "package",
  "open-package": "package/open",
};

/** A link's path on the storefront. The token stands in the path; nothing of a person does. decisions/015. */
export function linkPath(proxyPath: string, purpose: LinkPurpose, token: string): string {
  return `${proxyPath}/${PATHS[purpose]}/${token}`;
}
