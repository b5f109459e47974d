import { Banner, BlockStack, InlineGrid, InlineStack, Page, Text } from "@shopify/polaris";
import { LAWS } from "../../law/deadlines.ts";
import type { NextStep } from "../../requests/next-step.ts";
import type { RequestView } from "../../requests/request-view.ts";
import { timeLeft } from "../../requests/time-left.ts";
import { CodeText } from "../code-text.tsx";
import type { Entry } from "../entry-sentence.ts";
import { Facts } from "../facts.tsx";
import { ProblemList, type ProblemRow } from "../problem-list.tsx";
import { SaveButton } from "../save-button.tsx";
import { SectionCard } from "../section-card.tsx";
import { StateBadge } from "../state-badge.tsx";
import { When } from "../when.tsx";
import { KIND_WORDS, SOURCE_WORDS, STATUS_WORDS } from "../words.ts";
import { HoldCard } from "./hold-card.tsx";
import { PackageCard } from "./package-card.tsx";
import { PersonCard } from "./person-card.tsx";
import { TaskList } from "./task-list.tsx";
import { Timeline } from "./timeline.tsx";

interface Props {
  now: Date;
  view: RequestView;
  step: NextStep;
  problems: ProblemRow[];
  entries: Entry[];
}

/** One request: what to do next, then all that is known of it. */
export function RequestPage({ now, view, step, problems, entries }: Props) {
  return (
    <Page
      title={`${KIND_WORDS[view.kind]} request`}
      titleMetadata={<StateBadge state={STATUS_WORDS[view.status]} />}
      subtitle={view.person ?? "Erased customer"}
      backAction={{ content: "Requests", url: "/app/requests" }}
    >
      <BlockStack gap="400">
        <Step step={step} id={view.id} />
        {problems.length > 0 && (
          <SectionCard title="Failing">
            <ProblemList problems={problems} />
          </SectionCard>
        )}
        <InlineGrid columns={{ xs: 1, md: ["twoThirds", "oneThird"] }} gap="400" alignItems="start">
          <BlockStack gap="400">
            <Clock view={view} now={now} />
            <TaskList tasks={view.tasks} kind={view.kind} />
          </BlockStack>
          <BlockStack gap="400">
            {view.package && <PackageCard package={view.package} request={view.id} now={now} />}
            <PersonCard view={view} />
            {(view.person !== null || view.hold) && <HoldCard hold={view.hold} now={now} />}
          </BlockStack>
        </InlineGrid>
        {/* below both columns: on a telephone what can be done comes before what was done */}
        <Timeline entries={entries} />
      </BlockStack>
    </Page>
  );
}

function Step({ step, id }: { step: NextStep; id: string }) {
  return (
    <Banner tone={step.tone} title={step.title}>
      <BlockStack gap="200">
        <p>{step.text}</p>
        {step.offer === "download" && step.tone === "warning" && (
          <InlineStack>
            <SaveButton url={`/app/requests/${id}/package`} gone="The package is no longer there" variant="primary">
              Download package
            </SaveButton>
          </InlineStack>
        )}
      </BlockStack>
    </Banner>
  );
}

function Clock({ view, now }: { view: RequestView; now: Date }) {
  const { receivedAt, deadline, closedAt, law, countryCode, source, id } = view;
  const left = (
    <Text key="left" as="span" fontWeight="semibold">
      {timeLeft(deadline, now).words}
    </Text>
  );
  return (
    <SectionCard title="Clock">
      <Facts
        facts={[
          ...(closedAt ? [] : [["Time left", left] as const]),
          ["Deadline", <When key="deadline" at={deadline} />],
          ["Law", `${LAWS[law].name}${countryCode === null ? "" : ` (customer in ${countryCode})`}`],
          ["Received", <When key="received" at={receivedAt} />],
          ["Came through", SOURCE_WORDS[source]],
          ["Request", <CodeText key="id">{id}</CodeText>],
          ...(closedAt ? [["Closed", <When key="closed" at={closedAt} />] as const] : []),
        ]}
      />
    </SectionCard>
  );
}
