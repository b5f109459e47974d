import { BlockStack, InlineGrid } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import type { Area } from "../../policy/areas.ts";
import type { Audited } from "./audited.ts";
import { GapsCard } from "./gaps-card.tsx";
import { StatementsCard } from "./statements-card.tsx";
import { SummaryCard } from "./summary-card.tsx";
import { TextCard, type Shown } from "./text-card.tsx";

interface Props {
  found: Extract<Audited, { kind: "audited" }>;
  areas: readonly Area[];
}

/** What was found in a policy, beside its text. New findings are scrolled to. */
export function Findings({ found, areas }: Props) {
  const { audit, policy, text } = found;
  const [shown, setShown] = useState<Shown | null>(null);
  const opener = useRef<Element | null>(null);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    setShown(null);
    top.current?.scrollIntoView({ block: "start" });
  }, [found]);
  const show = ({ start, end }: Shown) => {
    opener.current = document.activeElement;
    setShown({ start, end });
  };
  const goBack = () => {
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  return (
    <div ref={top}>
      <BlockStack gap="400">
        <SummaryCard audit={audit} policy={policy} areas={areas} />
        <InlineGrid columns={{ xs: 1, lg: ["oneHalf", "oneHalf"] }} gap="400" alignItems="start">
          <BlockStack gap="400">
            <GapsCard audit={audit} onShow={show} />
            <StatementsCard statements={audit.statements} onShow={show} />
          </BlockStack>
          <TextCard text={text} audit={audit} shown={shown} onBack={goBack} />
        </InlineGrid>
      </BlockStack>
    </div>
  );
}
