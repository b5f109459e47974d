/** An address of the store's own that is told of changes, as its settings show it. */
export interface EndpointRow {
  id: string;
  url: string;
  createdAt: Date;
  /** When it was last told of something; null for never. */
  toldAt: Date | null;
  /** Why it was not told of the newest changes, in plain words; null when it was. */
  cause: string | null;
  nextTryAt: Date | null;
}

/** A token as the settings show it; the token itself is shown once, when it is made. */
export interface TokenRow {
  id: string;
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** A store has at most this many of each. */
export const MOST = 10;
