import { BlockStack, Button, InlineStack, Link, Text } from "@shopify/polaris";
import { useState } from "react";
import type { DeskView } from "../../requests/desk-view.ts";
import type { RequestView } from "../../requests/request-view.ts";
import { SectionCard } from "../section-card.tsx";
import { AppealForm } from "./appeal-form.tsx";
import { DecisionForm, WordsField } from "./decision-form.tsx";
import { ExtendForm } from "./extend-form.tsx";
import { LimitForm } from "./limit-form.tsx";
import { RefuseForm } from "./refuse-form.tsx";
import { WhatStays } from "./what-stays.tsx";

type Act = "approve" | "accept-identity" | "appeal" | "refuse" | "limit" | "extend" | "ask" | "resume";

const LABELS: Readonly<Record<Act, string>> = {
  approve: "Approve…",
  "accept-identity": "Accept the identity…",
  appeal: "Decide the appeal…",
  refuse: "Refuse…",
  limit: "Answer only a part…",
  extend: "Extend the deadline…",
  ask: "Ask the customer…",
  resume: "They answered…",
};

interface Props {
  view: RequestView;
  desk: DeskView;
}

/** What staff can decide now; nothing is decided by one click. */
export function DecisionCard({ view, desk }: Props) {
  const [act, setAct] = useState<Act | null>(null);
  const close = () => {
    setAct(null);
  };
  const acts = possibleActs(view, desk);
  return (
    <SectionCard title="Decide">
      {act !== null && acts.includes(act) ? (
        <ActForm act={act} view={view} desk={desk} onCancel={close} />
      ) : (
        <BlockStack gap="300">
          <Text as="p" tone="subdued">
            {desk.mayWork
              ? "Each decision is kept as evidence, with who made it."
              : "Your role is read-only: an owner or privacy staff decide."}
          </Text>
          {desk.appeal && <Link url={`/app/requests/${desk.appeal.about}`}>The request that was refused</Link>}
          <InlineStack gap="200">
            {acts.map((one, at) => (
              <Button
                key={one}
                {...(at === 0 && isFirstStep(one) && { variant: "primary" })}
                onClick={() => {
                  setAct(one);
                }}
              >
                {LABELS[one]}
              </Button>
            ))}
          </InlineStack>
          {desk.keeps && <WhatStays keeps={desk.keeps} />}
        </BlockStack>
      )}
    </SectionCard>
  );
}

function isFirstStep(act: Act): boolean {
  return act === "approve" || act === "accept-identity" || act === "appeal" || act === "resume";
}

/** What makes sense now, what the request waits for in front. */
function possibleActs({ kind, status }: RequestView, desk: DeskView): Act[] {
  if (!desk.isRunning || !desk.mayWork) return [];
  if (kind === "appeal") return ["appeal"];
  const isProven = status !== "unverified";
  const makesSense: Readonly<Record<Exclude<Act, "appeal">, boolean>> = {
    approve: desk.waitsFor === "approval" && !desk.approvals.isMine,
    "accept-identity": !isProven,
    resume: desk.isPaused,
    ask: isProven && !desk.isPaused,
    extend: "to" in desk.extension,
    limit: desk.grounds.some(({ effect }) => effect !== "refuse"),
    refuse: desk.grounds.some(({ effect }) => effect !== "limit"),
  };
  return Object.entries(makesSense).flatMap(([act, isPossible]) => (isPossible ? [act as Act] : []));
}

interface FormProps extends Props {
  act: Act;
  onCancel: () => void;
}

/** The form of one act. */
function ActForm({ act, view, desk, onCancel }: FormProps) {
  const form = { request: view.id, onCancel };
  switch (act) {
    case "refuse":
      return <RefuseForm {...form} grounds={groundsFor(desk, "refuse")} />;
    case "limit":
      return <LimitForm {...form} kind={view.kind} grounds={groundsFor(desk, "limit")} />;
    case "extend":
      return "to" in desk.extension ? <ExtendForm {...form} to={desk.extension.to} /> : null;
    case "appeal":
      return <AppealForm {...form} isOwnRefusal={isOwnRefusal(desk)} />;
    case "approve":
    case "accept-identity":
    case "ask":
    case "resume":
      return <ShortForm {...form} act={act} desk={desk} />;
  }
}

/** The grounds that serve to refuse, or to limit. */
function groundsFor({ grounds }: DeskView, effect: "refuse" | "limit") {
  const other = effect === "refuse" ? "limit" : "refuse";
  return grounds.filter((ground) => ground.effect !== other);
}

const isOwnRefusal = ({ appeal }: DeskView) => appeal?.isOwnRefusal === true;

type ShortAct = "approve" | "accept-identity" | "ask" | "resume";

/** A form of one field, or of none. */
function ShortForm({ act, desk, ...form }: { act: ShortAct; desk: DeskView; request: string; onCancel: () => void }) {
  switch (act) {
    case "approve":
      return (
        <DecisionForm {...form} intent="approve" submit="Approve the deletion">
          <Text as="p">
            {desk.approvals.given === 0
              ? "You are the first of two who say yes. Nothing is erased yet."
              : "You are the second who says yes. The deletion begins at once and cannot be taken back."}
          </Text>
        </DecisionForm>
      );
    case "accept-identity":
      return (
        <DecisionForm {...form} intent="accept-identity" submit="Accept the identity">
          <WordsField
            label="How do you know who it is?"
            name="reason"
            help="Such as which proof you saw. Kept encrypted; that you accepted it goes into the evidence."
          />
        </DecisionForm>
      );
    case "ask":
      return (
        <DecisionForm {...form} intent="ask" submit="Send the question">
          <WordsField
            label="What do you need to know?"
            name="question"
            help={
              desk.mayPause
                ? "Mailed to the customer. The clock stands still until you say that they answered, 30 days at most."
                : "Mailed to the customer. The clock runs on: the law that applies does not stop it for a question."
            }
          />
        </DecisionForm>
      );
    case "resume":
      return (
        <DecisionForm {...form} intent="resume" submit="Let the clock run">
          <Text as="p">The customer has answered, and the time to answer them runs again.</Text>
        </DecisionForm>
      );
  }
}
