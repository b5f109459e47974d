import { BlockStack, Button, InlineStack, Page, ProgressBar, Text } from "@shopify/polaris";
import type { Issue } from "../../policy/issues.ts";
import type { Register } from "../../register/facts.ts";
import { ActionButton } from "../action-button.tsx";
import { SaveButton } from "../save-button.tsx";
import { SectionCard } from "../section-card.tsx";
import { IssuesCard } from "./issues-card.tsx";
import { OverviewCard } from "./overview-card.tsx";

interface Props {
  register: Register;
  issues: readonly Issue[];
  /** Questions answered, skipped, and all. */
  progress: { answered: number; skipped: number; all: number };
  /** Known vendors that are not in the register. */
  others: readonly { id: string; name: string }[];
}

/** What the store really does with personal data: what to mend first, then all of it. */
export function RegisterPage({ register, issues, progress, others }: Props) {
  return (
    <Page
      title="Register"
      subtitle="What your store really does with personal data. Your policy, the banner and the answers to requests are made from it."
    >
      <BlockStack gap="400">
        {progress.answered < progress.all && <Questions progress={progress} />}
        <IssuesCard issues={issues} />
        <OverviewCard register={register} others={others} />
        <Files progress={progress} />
      </BlockStack>
    </Page>
  );
}

function Questions({ progress: { answered, skipped, all } }: Pick<Props, "progress">) {
  const isBegun = answered + skipped > 0;
  return (
    <SectionCard title={isBegun ? "Questions for you" : "Begin here"}>
      <Text as="p">
        Candor knows what most Shopify stores do, and has looked at your settings and pages. {all} short questions are
        left that only you can answer. Each may be skipped.
      </Text>
      {isBegun && (
        <BlockStack gap="100">
          <ProgressBar progress={(answered / all) * 100} size="small" ariaLabelledBy="questions-answered" />
          <Text as="p" variant="bodySm" tone="subdued" id="questions-answered">
            {answered} of {all} answered{skipped > 0 ? `, ${String(skipped)} skipped` : ""}
          </Text>
        </BlockStack>
      )}
      <InlineStack>
        <Button variant="primary" url="/app/register/questions">
          {isBegun ? "Go on" : "Answer the questions"}
        </Button>
      </InlineStack>
    </SectionCard>
  );
}

function Files({ progress }: Pick<Props, "progress">) {
  return (
    <SectionCard title="Record of processing">
      <Text as="p">
        The register is also the record that the law wants you to keep (GDPR art. 30). Give it to an authority that asks
        for it, or to your lawyer.
      </Text>
      <InlineStack gap="200">
        <SaveButton url="/app/register/record/csv" gone="The record is not there any more">
          Save as table (CSV)
        </SaveButton>
        <SaveButton url="/app/register/record/json" gone="The record is not there any more">
          Save for programs (JSON)
        </SaveButton>
      </InlineStack>
      <InlineStack gap="200">
        <ActionButton intent="look">Look again at Shopify and your pages</ActionButton>
        <Button url="/app/register/retention">See what is past its period</Button>
        {progress.answered === progress.all && <Button url="/app/register/questions">Go through the questions</Button>}
      </InlineStack>
    </SectionCard>
  );
}
