import type { LawId } from "../law/laws.ts";
import type {
  HoldGround,
  RequestKind,
  RequestOutcome,
  RequestSource,
  RequestStatus,
  System,
  TaskStatus,
  WaitsFor,
} from "../law/requests.ts";
import type { TaskResultCode } from "./task-result.ts";

/** A request as a list shows it. */
export interface RequestRow {
  id: string;
  kind: RequestKind;
  source: RequestSource;
  status: RequestStatus;
  law: LawId;
  receivedAt: Date;
  deadline: Date;
  closedAt: Date | null;
  /** Masked: enough to recognise, too little to use. Null once the person is erased. */
  person: string | null;
  /** Whether one of its systems failed the last time it was tried. */
  isFailing: boolean;
}

/** What one system has to do for a request. */
export interface TaskView {
  system: System;
  /** A processor's name, as the store calls it; null for Candor and Shopify. */
  name: string | null;
  status: TaskStatus;
  attempts: number;
  /** Why it failed, waits or is staff's to do, in plain words. */
  cause: string | null;
  result: TaskResultCode | null;
  /** When it is tried, or its system asked, again by itself at the latest. */
  nextTryAt: Date | null;
  /** "staff" when it was done or skipped by hand. */
  doneBy: string | null;
  /** Items collected so far. */
  progress: number;
  startedAt: Date | null;
  doneAt: Date | null;
}

/** A request's package while it can be downloaded. `bytes` is the size of the zip. */
export interface PackageView {
  id: string;
  bytes: number;
  createdAt: Date;
  expiresAt: Date;
  downloads: number;
}

/** A legal hold in force. Its reason is sealed: it may name the person. */
export interface HoldView {
  id: string;
  ground: HoldGround;
  placedAt: Date;
  /** A day; midnight UTC. */
  reviewOn: Date;
}

/** A request as its own page shows it. */
export interface RequestView extends RequestRow {
  /** When its certificate was written; null before that. */
  certifiedAt: Date | null;
  outcome: RequestOutcome | null;
  waitsFor: WaitsFor | null;
  /** Where the person lives, as far as it is known: ISO 3166-2, else 3166-1. */
  region: string | null;
  tasks: TaskView[];
  package: PackageView | null;
  hold: HoldView | null;
}

/** What a file that came with a request is: proof that somebody may ask, or the letter that it came in. */
export type AttachmentPurpose = "proof" | "letter";

/** A kept file, as staff see it in a list. */
export interface AttachmentRow {
  id: string;
  purpose: AttachmentPurpose;
  mediaType: string;
  bytes: number;
  addedAt: Date;
}
