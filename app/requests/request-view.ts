import type { LawId } from "../law/deadlines.ts";
import type {
  HoldGround,
  RequestKind,
  RequestOutcome,
  RequestSource,
  RequestStatus,
  System,
  TaskStatus,
} from "../law/requests.ts";

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
  status: TaskStatus;
  attempts: number;
  /** Why it failed or was skipped, in plain words. */
  cause: string | null;
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
  outcome: RequestOutcome | null;
  countryCode: string | null;
  tasks: TaskView[];
  package: PackageView | null;
  hold: HoldView | null;
}
