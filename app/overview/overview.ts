/** The figures of the home page. */
export interface Overview {
  /** Requests that are open or on hold. */
  running: number;
  /** Running, with a deadline within the next seven days. */
  dueSoon: number;
  /** Running, with a deadline that has passed. */
  overdue: number;
  onHold: number;
  /** Requests of the last 90 days that are closed, how many of them by their deadline, and how long half of them took. */
  answered: number;
  answeredOnTime: number;
  medianDays: number | null;
  /** Whether the store ever had a request. */
  hasRequests: boolean;
  /** Packages that nobody downloaded yet, the one that expires first in front, and how many there are. */
  waitingPackages: { request: string; bytes: number; expiresAt: Date }[];
  waitingPackagesCount: number;
  /** The scopes that Shopify granted; null before Candor was installed. */
  scopes: readonly string[] | null;
  /** Whether the key store is this database's: if not, nothing that is sealed can be read. */
  hasOwnKeys: boolean;
}

/** Where the evidence chain stands. */
export interface ChainState {
  seq: number;
  hash: string;
  at: Date;
  /** The newest signed statement of where the chain ended. */
  checkpoint: { seq: number; at: Date } | null;
}

/** What a check of the chain found. */
export type ChainCheck = { ok: true; entries: number; records: number } | { ok: false; seq: number; problem: string };
