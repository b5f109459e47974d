import { Text } from "@shopify/polaris";
import type { ReactNode } from "react";

interface Props {
  /** What the table is about, for whoever hears it. */
  caption: string;
  headings: readonly string[];
  /** The first cell of each row names the row. */
  rows: readonly (readonly ReactNode[])[];
  /** Whether the other cells are words, not figures. */
  hasWords?: boolean;
  /** Whether all rows are to be seen at once; else a long table scrolls by itself. */
  isWhole?: boolean;
}

const CELL = { padding: "0.375rem 0.75rem 0.375rem 0", verticalAlign: "top" } as const;
const WORDS = { ...CELL, textAlign: "start" } as const;
const NUMBER = { ...CELL, textAlign: "end", fontVariantNumeric: "tabular-nums" } as const;

/** A small table of figures: the first column names, the others tell. Scrolls sideways where it has no room. */
export function DataGrid({ caption, headings, rows, hasWords = false, isWhole = false }: Props) {
  const other = hasWords ? WORDS : NUMBER;
  return (
    <div
      style={{ overflowX: "auto", ...(!isWhole && { maxHeight: "22rem" }) }}
      role="region"
      aria-label={caption}
      tabIndex={0}
    >
      <table style={{ borderCollapse: "collapse", width: "100%" }}>
        <thead>
          <tr>
            {headings.map((heading, at) => (
              <th key={heading} scope="col" style={at === 0 ? { ...CELL, textAlign: "start" } : other}>
                <Text as="span" variant="bodySm" tone="subdued">
                  {heading}
                </Text>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row} style={{ borderTop: "1px solid var(--p-color-border-secondary)" }}>
              {cells.map((cell, at) =>
                at === 0 ? (
                  <th key={at} scope="row" style={{ ...CELL, textAlign: "start", fontWeight: "inherit" }}>
                    {cell}
                  </th>
                ) : (
                  <td key={at} style={other}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
