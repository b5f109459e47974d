import type { Control } from "../../standin/control/control.ts";
import { BROWSER } from "./open-app.ts";

const REVIEW_IN_MS = 90 * 86_400_000;

/** Has staff place a legal hold on the customer of a request, by the same door that the dashboard uses. */
export async function placeHold(control: Control, request: string): Promise<void> {
  const url = new URL(await control.launchUrl(`/app/requests/${request}`));
  const token = url.searchParams.get("id_token") ?? "";
  const form = new URLSearchParams({
    intent: "hold",
    ground: "legal-claim",
    reason: "The customer disputes the payment of his last order; the bank decides by spring.",
    reviewOn: new Date(Date.now() + REVIEW_IN_MS).toISOString().slice(0, 10),
  });
  const headers = { Authorization: `Bearer ${token}`, "User-Agent": BROWSER };
  const answer = await fetch(`${url.origin}${url.pathname}`, { method: "POST", headers, body: form });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`The app answered ${answer.status} when staff placed a hold.`);
}
