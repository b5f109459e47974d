import { canonical } from "./canonical.ts";

/** What a delivery's seal covers: the columns that never change and hold no person. */
export type DeliveryFacts = {
  id: string;
  receivedAt: Date;
  topic: string;
  eventId: string | null;
  webhookId: string | null;
  bytes: number;
};

/** The text of a delivery's leaf. It is stored nowhere: changing the row afterwards changes the text. */
export function deliveryLeafText(delivery: DeliveryFacts): string {
  const { id, receivedAt, topic, eventId, webhookId, bytes } = delivery;
  return canonical({ id, receivedAt: receivedAt.toISOString(), topic, eventId, webhookId, bytes });
}
