import { BlockStack, Text } from "@shopify/polaris";
import type { RequestRow } from "../requests/request-view.ts";
import { timeLeft } from "../requests/time-left.ts";
import { When } from "./when.tsx";

const TONES = { overdue: "critical", soon: "caution", calm: undefined } as const;

/** When a request is due, or when it was closed: how long from now, and the date. `now`: when the page was made. */
export function Due({ request, now }: { request: Pick<RequestRow, "deadline" | "closedAt">; now: Date }) {
  const { deadline, closedAt } = request;
  if (closedAt)
    return (
      <Text as="span" tone="subdued">
        {closedAt > deadline ? "Closed late, " : "Closed "}
        <When at={closedAt} />
      </Text>
    );
  const { words, urgency } = timeLeft(deadline, now);
  const tone = TONES[urgency];
  return (
    <BlockStack>
      <Text as="span" fontWeight={urgency === "calm" ? "regular" : "semibold"} {...(tone && { tone })}>
        {words}
      </Text>
      <Text as="span" variant="bodySm" tone="subdued">
        <When at={deadline} />
      </Text>
    </BlockStack>
  );
}
