import { BlockStack, Text } from "@shopify/polaris";
import type { Purpose } from "../../law/purposes.ts";
import { PURPOSE_LOOK } from "./purpose-look.ts";
import { largestGroups, percentOf, percentText, type GroupRates } from "../../consent/opt-in-rates.ts";
import { PURPOSE_WORDS } from "./words.ts";

const SHOWN = 6;

interface Props {
  title: string;
  groups: readonly GroupRates[];
  purpose: Purpose;
  /** What a group's key is called. */
  nameOf: (key: string) => string;
}

/** One purpose's opt-in rate by group: a table whose cells are bars, so that eyes and ears get the same. */
export function RateBars({ title, groups, purpose, nameOf }: Props) {
  const id = `rates-${title.toLowerCase().replaceAll(" ", "-")}`;
  return (
    <BlockStack gap="150">
      <Text as="h3" variant="headingSm" id={id}>
        {title}
      </Text>
      <table aria-labelledby={id} style={{ borderCollapse: "collapse", width: "100%" }}>
        <thead className="Polaris-Text--visuallyHidden">
          <tr>
            <th scope="col">Group</th>
            <th scope="col">{PURPOSE_WORDS[purpose]}: allowed</th>
          </tr>
        </thead>
        <tbody>
          {largestGroups(groups, SHOWN).map((group) => (
            <Row
              key={group.key}
              group={group}
              purpose={purpose}
              name={group.key === "other" ? "All others" : nameOf(group.key)}
            />
          ))}
        </tbody>
      </table>
    </BlockStack>
  );
}

function Row({ group, purpose, name }: { group: GroupRates; purpose: Purpose; name: string }) {
  const rate = group.rates[purpose];
  return (
    <tr>
      <th scope="row" style={{ textAlign: "start", padding: "0.25rem 0.75rem 0.25rem 0", width: "45%" }}>
        <Text as="span" variant="bodySm" fontWeight="regular" breakWord>
          {name}
        </Text>
      </th>
      <td style={{ padding: "0.25rem 0" }}>
        <BlockStack gap="050">
          <Text as="span" variant="bodySm">
            {percentText(rate)}{" "}
            <Text as="span" variant="bodySm" tone="subdued">
              of {rate.offered}
            </Text>
          </Text>
          <div aria-hidden style={{ height: 6, borderRadius: 3, background: "var(--p-color-bg-surface-tertiary)" }}>
            <div
              style={{
                height: 6,
                borderRadius: 3,
                width: `${String(percentOf(rate) ?? 0)}%`,
                background: PURPOSE_LOOK[purpose].colour,
              }}
            />
          </div>
        </BlockStack>
      </td>
    </tr>
  );
}
