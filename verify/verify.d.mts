/** What the reader knows from elsewhere: the key's fingerprint, an end noted earlier, the shop of a certificate or receipt. */
export interface Expected {
  key?: string | undefined;
  head?: { seq: number; hash: string } | undefined;
  shop?: string | undefined;
  /** The text of the store's evidence bundle, for a request's certificate: it must name it. */
  bundle?: string | undefined;
}

/** `seq` names the broken entry, where one can be named. `summary` and `problem` are English sentences. */
export type Verdict =
  | {
      ok: true;
      entries: number;
      head: { seq: number; hash: string } | null;
      fingerprint: string;
      checkpoints: number;
      records: number;
      summary: string;
    }
  | { ok: false; seq: number | null; problem: string };

/**
 * Checks the text of an evidence bundle (`candor-evidence/1`), consent receipt (`candor-receipt/1`), certificate of a
 * request (`candor-request-certificate/1`) or of an erased store (`candor-certificate/1`) with WebCrypto alone, in Node 20 or newer and in browsers.
 *
 * Source: RFC 6962 (Merkle trees), RFC 8032 (Ed25519).
 *
 * @throws Error only when the platform cannot check Ed25519 signatures
 */
export function verify(text: string, expected?: Expected): Promise<Verdict>;
