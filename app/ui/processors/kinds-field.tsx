import { ChoiceList } from "@shopify/polaris";
import { CONNECTOR_WAYS } from "../../processors/connectors.ts";
import { ERRAND_ACTS, isErrandAct } from "../../processors/errand.ts";
import { ACT_WORDS, WAY_WORDS } from "./connector-words.ts";
import { errorOf, type FormPart } from "./entered.ts";

/** For which wishes of a customer the company is asked, each with how that happens. */
export function KindsField({ entered, problems, onChange }: FormPart) {
  const ways = CONNECTOR_WAYS[entered.connector];
  return (
    <ChoiceList
      allowMultiple
      title="Asked when a customer wants to"
      choices={ERRAND_ACTS.map((act) => ({ value: act, label: ACT_WORDS[act], helpText: WAY_WORDS[ways[act]] }))}
      selected={[...entered.acts]}
      onChange={(selected) => {
        onChange({ acts: selected.filter(isErrandAct) });
      }}
      {...errorOf(problems, "acts")}
    />
  );
}
