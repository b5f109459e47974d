import { Banner, BlockStack, Divider, Page, Text } from "@shopify/polaris";
import { Fragment } from "react";
import type { Processor } from "../../processors/processor.ts";
import { NothingHere } from "../nothing-here.tsx";
import { SectionCard } from "../section-card.tsx";
import { FoundCard, type Found } from "./found-card.tsx";
import { ProcessorItem } from "./processor-item.tsx";

/** A processor as the browser gets it. */
export type ShownProcessor = Omit<Processor, "checkedAt"> & { checkedAt: Date | string | null };

interface Props {
  processors: readonly ShownProcessor[];
  /** Services that the store uses and that are no processor yet. */
  found: readonly Found[];
  mayRule: boolean;
  mayWork: boolean;
}

/** Other companies that hold customers' data, and how each is asked. */
export function ProcessorsPage({ processors, found, mayRule, mayWork }: Props) {
  const troubled = processors.filter(({ isActive, cause }) => isActive && cause !== null);
  return (
    <Page
      title="Processors"
      subtitle="Other companies that hold your customers’ data"
      {...(mayRule && { primaryAction: { content: "Add a processor", url: "/app/processors/new" } })}
    >
      <BlockStack gap="400">
        {troubled.length > 0 && (
          <Banner tone="warning" title={troubledText(troubled.map(({ name }) => name))}>
            <p>Requests wait at these companies until it is mended. The others go on.</p>
          </Banner>
        )}
        <SectionCard title="Your processors">
          {processors.length === 0 ? (
            <NothingHere title="No processor yet">
              When a customer wants a copy of their data, or wants to be forgotten, the companies that work for your
              store must do their part, too. Add each of them, and Candor asks them by itself, reminds them, and looks
              whether it was done.
            </NothingHere>
          ) : (
            <BlockStack gap="400">
              {processors.map((processor, index) => (
                <Fragment key={processor.id}>
                  {index > 0 && <Divider />}
                  <ProcessorItem processor={processor} mayRule={mayRule} mayWork={mayWork} />
                </Fragment>
              ))}
            </BlockStack>
          )}
        </SectionCard>
        <FoundCard found={found} mayRule={mayRule} />
        {!mayRule && (
          <Text as="p" tone="subdued">
            Only an owner can add or change processors.
          </Text>
        )}
      </BlockStack>
    </Page>
  );
}

function troubledText(names: readonly string[]): string {
  return names.length === 1 ? `${names[0] ?? ""} cannot be asked` : `${names.join(", ")} cannot be asked`;
}
