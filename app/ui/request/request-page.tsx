import { Banner, BlockStack, InlineGrid, InlineStack, Page, Text } from "@shopify/polaris";
import { LAWS } from "../../law/laws.ts";
import type { MailRow } from "../../mail/mail-row.ts";
import type { NextStep } from "../../requests/next-step.ts";
import type { DeskView } from "../../requests/desk-view.ts";
import type { AttachmentRow, RequestView } from "../../requests/request-view.ts";
import { timeLeft } from "../../requests/time-left.ts";
import { CodeText } from "../code-text.tsx";
import { placeName } from "../consent/place-name.ts";
import type { Entry } from "../entry-sentence.ts";
import { Facts } from "../facts.tsx";
import { ProblemList, type ProblemRow } from "../problem-list.tsx";
import { SaveButton } from "../save-button.tsx";
import { SectionCard } from "../section-card.tsx";
import { StateBadge } from "../state-badge.tsx";
import { When } from "../when.tsx";
import { KIND_WORDS, SOURCE_WORDS, STATUS_WORDS } from "../words.ts";
import { AttachmentCard } from "./attachment-card.tsx";
import { CertificateCard } from "./certificate-card.tsx";
import { ChangesCard } from "./changes-card.tsx";
import { DecisionCard } from "./decision-card.tsx";
import { DecisionList } from "./decision-list.tsx";
import { HoldCard } from "./hold-card.tsx";
import { MailsCard } from "./mails-card.tsx";
import { PackageCard } from "./package-card.tsx";
import { PersonCard } from "./person-card.tsx";
import { TaskList } from "./task-list.tsx";
import { Timeline } from "./timeline.tsx";

interface Props {
  now: Date;
  view: RequestView;
  desk: DeskView;
  step: NextStep;
  problems: ProblemRow[];
  entries: Entry[];
  files: AttachmentRow[];
  /** Written for this request, the newest first. */
  mails: MailRow[];
}

/** One request: what to do next, then all that is known of it. */
export function RequestPage({ now, view, desk, step, problems, entries, files, mails }: Props) {
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
            <Clock view={view} desk={desk} now={now} />
            {view.kind === "correct" && view.waitsFor === "decision" && <ChangesCard request={view.id} />}
            {desk.isRunning && <DecisionCard view={view} desk={desk} />}
            <TaskList view={view} />
            {desk.decisions.length > 0 && <DecisionList decisions={desk.decisions} />}
          </BlockStack>
          <Aside view={view} files={files} mails={mails} now={now} />
        </InlineGrid>
        {/* below both columns: on a telephone what can be done comes before what was done */}
        <Timeline entries={entries} />
      </BlockStack>
    </Page>
  );
}

/** What is at hand about the person. */
function Aside({ view, files, mails, now }: Pick<Props, "view" | "files" | "mails" | "now">) {
  return (
    <BlockStack gap="400">
      {view.certifiedAt && <CertificateCard request={view.id} issuedAt={view.certifiedAt} />}
      {view.package && <PackageCard package={view.package} request={view.id} now={now} />}
      <PersonCard view={view} />
      {files.length > 0 && <AttachmentCard request={view.id} files={files} />}
      {mails.length > 0 && <MailsCard mails={mails} />}
      {(view.person !== null || view.hold) && <HoldCard hold={view.hold} now={now} />}
    </BlockStack>
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

function Clock({ view, desk, now }: { view: RequestView; desk: DeskView; now: Date }) {
  const { receivedAt, deadline, closedAt, law, region, source, id } = view;
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
          ...(isUnconfirmed(desk)
            ? [["Tell the customer that it arrived by", <When key="confirm" at={desk.confirmBy} />] as const]
            : []),
          ["Law", `${LAWS[law].name}${region === null ? "" : ` (customer in ${placeName(region)})`}`],
          ["Received", <When key="received" at={receivedAt} />],
          ["Came through", SOURCE_WORDS[source]],
          ["Request", <CodeText key="id">{id}</CodeText>],
          ...(closedAt ? [["Closed", <When key="closed" at={closedAt} />] as const] : []),
        ]}
      />
    </SectionCard>
  );
}

/** Where the law wants that, and nobody did. */
function isUnconfirmed(desk: DeskView): desk is DeskView & { confirmBy: Date } {
  return desk.isRunning && desk.confirmBy !== null && desk.confirmedAt === null;
}
