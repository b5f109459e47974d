import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Page } from "@shopify/polaris";
import { useState } from "react";
import type { Area } from "../../policy/areas.ts";
import type { Answer } from "../answer.ts";
import { useAnswer } from "../use-answer.ts";
import { AuditForm } from "./audit-form.tsx";
import type { Audited } from "./audited.ts";
import { Findings } from "./findings.tsx";

/** The store's policy as it is: what it says, what it lacks, each finding in its text. */
export function AuditPage({ chosen }: { chosen: readonly Area[] }) {
  const fetcher = useFetcher<Audited | Answer>();
  const [areas, setAreas] = useState<readonly Area[]>(chosen);
  const { answer, found } = split(fetcher.data);
  useAnswer(answer);
  return (
    <Page
      title="Your policy today"
      subtitle="What it says, what it lacks, and on which words that rests"
      backAction={{ content: "Policy", url: "/app/policy" }}
    >
      <BlockStack gap="400">
        <AuditForm
          areas={areas}
          onAreas={setAreas}
          fetchedPolicy={found?.kind === "audited" ? found.policy : undefined}
          isAsking={fetcher.state !== "idle"}
          asked={fetcher.formData?.get("intent") ?? null}
          isNotAllowed={found?.kind === "not-allowed"}
          onAsk={(intent, policy) => {
            fetcher.submit({ intent, areas: areas.join(","), policy }, { method: "post" });
          }}
        />
        {found?.kind === "none" && (
          <Banner tone="info" title="Your store has no privacy policy in Shopify">
            Paste the text from wherever it stands.
          </Banner>
        )}
        {found?.kind === "audited" && <Findings found={found} areas={areas} />}
      </BlockStack>
    </Page>
  );
}

/** An action either answers in a sentence, or with what was found. */
function split(data: Audited | Answer | undefined): { answer?: Answer; found?: Audited } {
  if (data === undefined) return {};
  return "ok" in data ? { answer: data } : { found: data };
}
