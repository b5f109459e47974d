import type { DeliveryNote, DeliveryStatus } from "./topics.ts";

/** A delivery's raw facts, without its body. */
export interface DeliveryRow {
  id: string;
  topic: string;
  eventId: string | null;
  webhookId: string | null;
  apiVersion: string | null;
  receivedAt: Date;
  triggeredAt: Date | null;
  bytes: number;
  status: DeliveryStatus;
  note: DeliveryNote | null;
  attempts: number;
  /** The evidence entry that sealed it; null until the next sealing. */
  sealSeq: number | null;
  /** Whether trying again can change anything. */
  canReplay: boolean;
}
