import type { MailStatus } from "./mail-status.ts";
import type { MailTemplate } from "./templates.ts";

/** A mail of the outbox as the pages get it. */
export interface MailRow {
  id: string;
  template: MailTemplate;
  /** BCP 47. */
  language: string;
  status: MailStatus;
  /** In plain words, without personal data. */
  cause: string | null;
  attempts: number;
  createdAt: Date;
  /** When it went, or was refused or withdrawn. */
  doneAt: Date | null;
  request: string | null;
  /** The address, masked; null once it is forgotten, and for the store's own contact. */
  to: string | null;
  canRetry: boolean;
}

/** How a store's mails are doing. */
export interface MailState {
  /** Whether the operator named a mail server. */
  hasServer: boolean;
  /** Mails that failed at least once, or wait for a mail server. */
  waiting: number;
  /** Mails that were refused for good and could be tried again. */
  refused: number;
}
