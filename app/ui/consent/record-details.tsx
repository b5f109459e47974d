import { BlockStack, Box, InlineStack, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { ConsentRow } from "../../consent/consent-row.ts";
import type { ShownWords } from "../../consent/shown.ts";
import { CodeText } from "../code-text.tsx";
import { Facts } from "../facts.tsx";
import { SaveButton } from "../save-button.tsx";
import { When } from "../when.tsx";
import { languageName, placeName } from "./place-name.ts";
import {
  CHOICE_SOURCE_WORDS,
  DEVICE_WORDS,
  FORM_WORDS,
  MODEL_WORDS,
  purposeList,
  REASON_WORDS,
  REGION_SOURCE_WORDS,
} from "./words.ts";

/** One record, with what is known of it. */
export interface KnownReceipt {
  record: ConsentRow;
  replacedBy: { id: string; at: Date } | null;
  hasProof: boolean;
  /** What the shopper read; null where that is not known, or nothing was read. */
  words: ShownWords | null;
}

/** All that one record says. */
export function RecordDetails({ record, replacedBy, hasProof, words }: KnownReceipt) {
  return (
    <BlockStack gap="400">
      <Facts facts={factsOf(record)} />
      {replacedBy && (
        <Text as="p">
          Replaced on <When at={replacedBy.at} /> by <CodeText>{replacedBy.id}</CodeText>
        </Text>
      )}
      {words && <Words {...words} />}
      <BlockStack gap="100">
        {(["textHash", "settingsHash", "policyHash"] as const)
          .filter((name) => record[name] !== "")
          .map((name) => (
            <Text key={name} as="p" variant="bodySm" tone="subdued">
              {HASHES[name]}: <CodeText>{record[name]}</CodeText>
            </Text>
          ))}
      </BlockStack>
      {hasProof ? (
        <InlineStack>
          <SaveButton url={`/app/consent/records/${record.id}/proof`} gone="This record is gone">
            Download proof
          </SaveButton>
        </InlineStack>
      ) : (
        <Text as="p" tone="subdued">
          It is sealed into the evidence in a few minutes; then there is a proof to download.
        </Text>
      )}
    </BlockStack>
  );
}

function Words({ title, text, language }: ShownWords) {
  return (
    <Box padding="300" background="bg-surface-secondary" borderRadius="200">
      <Text as="h3" variant="headingSm">
        What the shopper read
      </Text>
      <div lang={language} dir="auto">
        <Text as="p" fontWeight="medium">
          {title}
        </Text>
        <Text as="p">{text}</Text>
      </div>
    </Box>
  );
}

const HASHES = {
  textHash: "Texts that were shown (SHA-256)",
  settingsHash: "Settings of the banner (SHA-256)",
  policyHash: "Policy in force (SHA-256)",
};

function factsOf(record: ConsentRow): (readonly [string, ReactNode])[] {
  return [
    ["Receipt", <CodeText key="id">{record.id}</CodeText>],
    ["Chosen", <When key="at" at={record.at} />],
    ["Stands until", <When key="lapses" at={record.lapsesAt} isDay />],
    ["Allowed", purposeList(record.allowed & record.offered, "Nothing")],
    ["Not allowed", purposeList(record.offered & ~record.allowed, "Nothing")],
    ["Form", `${FORM_WORDS[record.form]}, by the ${CHOICE_SOURCE_WORDS[record.source].toLowerCase()}`],
    ["Place", `${placeName(record.region)}, ${REGION_SOURCE_WORDS[record.regionSource]}`],
    ["Law", `${MODEL_WORDS[record.model]}. ${REASON_WORDS[record.because]}.`],
    ["Shown in", `${languageName(record.language)}, on a ${DEVICE_WORDS[record.device].toLowerCase()}`],
    ["Signals", signalsOf(record)],
    ["Customer", record.hasCustomer ? "Was signed in" : "Was not signed in"],
    ["Checked by the server", record.agrees ? "Decides the same" : "Decides otherwise; look at it"],
  ];
}

function signalsOf({ signal, noTrack }: ConsentRow): string {
  const sent = [...(signal ? ["Global Privacy Control"] : []), ...(noTrack ? ["Do Not Track"] : [])];
  return sent.length === 0 ? "None" : sent.join(", ");
}
