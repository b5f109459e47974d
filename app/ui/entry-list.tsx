import { BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import { CodeText } from "./code-text.tsx";
import { entrySentence, type Entry } from "./entry-sentence.ts";
import { When } from "./when.tsx";

/** Evidence entries as sentences; each opens to show what the chain holds, word for word. */
export function EntryList({ entries, linksRequests = false }: { entries: readonly Entry[]; linksRequests?: boolean }) {
  return (
    <ol style={{ listStyle: "none", margin: 0, padding: 0 }}>
      {entries.map((entry) => (
        <li
          key={entry.seq}
          id={`entry-${String(entry.seq)}`}
          style={{ borderTop: "1px solid var(--p-color-border)", padding: "0.75rem 0" }}
        >
          <BlockStack gap="100">
            <Text as="p">{entrySentence(entry)}</Text>
            <InlineStack gap="200">
              <Text as="span" variant="bodySm" tone="subdued">
                <When at={entry.at} />
              </Text>
              {linksRequests && entry.request !== null && (
                <Link
                  url={`/app/requests/${entry.request}`}
                  accessibilityLabel={`Open the request of entry ${String(entry.seq)}`}
                >
                  Request
                </Link>
              )}
            </InlineStack>
            <Raw entry={entry} />
          </BlockStack>
        </li>
      ))}
    </ol>
  );
}

function Raw({ entry: { seq, kind, subject, facts, hash } }: { entry: Entry }) {
  const rows: [string, string][] = [
    ["Kind", kind],
    ...(subject === null ? [] : [["Pseudonym of the customer", subject] as [string, string]]),
    ...Object.entries(facts).map(([name, fact]): [string, string] => [
      name,
      Array.isArray(fact) ? fact.join(", ") : String(fact),
    ]),
    ["SHA-256", hash],
  ];
  return (
    <details>
      <summary style={{ cursor: "pointer" }}>
        <Text as="span" variant="bodySm">
          Entry {seq}
        </Text>
      </summary>
      <dl style={{ margin: "0.5rem 0 0", display: "grid", gap: "0.25rem" }}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt style={{ display: "inline" }}>
              <Text as="span" variant="bodySm" tone="subdued">
                {name}:{" "}
              </Text>
            </dt>
            <dd style={{ display: "inline", margin: 0 }}>
              <CodeText>{value}</CodeText>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
