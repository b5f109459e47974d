import { Button, Text } from "@shopify/polaris";
import { useEffect, useMemo, useRef, type CSSProperties } from "react";
import type { PolicyAudit } from "../../policy/audit.ts";
import { cutText } from "../../policy/mark-text.ts";
import { SectionCard } from "../section-card.tsx";

/** A stretch of the text to look at. */
export interface Shown {
  start: number;
  end: number;
}

const FRAME: CSSProperties = {
  maxBlockSize: "60vh",
  overflow: "auto",
  whiteSpace: "pre-wrap",
  overflowWrap: "anywhere",
  lineHeight: 1.6,
  padding: "var(--p-space-200)",
};
const SAID: CSSProperties = {
  background: "var(--p-color-bg-surface-secondary)",
  color: "inherit",
  borderRadius: "2px",
};
const GAP: CSSProperties = {
  background: "var(--p-color-bg-fill-warning-secondary, #ffebd5)",
  color: "inherit",
  borderRadius: "2px",
};
const LOOKED_AT: CSSProperties = { ...GAP, outline: "2px solid var(--p-color-border-focus)", outlineOffset: "1px" };

/** Beside the findings it stays in sight while they are scrolled. */
const BESIDE: CSSProperties = { position: "sticky", insetBlockStart: "var(--p-space-400)" };

interface Props {
  text: string;
  audit: PolicyAudit;
  shown: Shown | null;
  /** Goes back to the finding that was shown last. */
  onBack: () => void;
}

/** The policy's text, with the words marked that findings rest on; what is shown is scrolled to and takes the focus. */
export function TextCard({ text, audit, shown, onBack }: Props) {
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    mark.current?.scrollIntoView({ block: "center" });
    mark.current?.focus({ preventScroll: true });
  }, [shown]);
  const pieces = useMemo(() => piecesOf(text, audit, shown), [text, audit, shown]);
  const first = pieces.find(({ look }) => look === LOOKED_AT);
  return (
    <div style={BESIDE}>
      <SectionCard
        title="Its text"
        aside={
          shown && (
            <Button variant="plain" onClick={onBack}>
              Back to the finding
            </Button>
          )
        }
      >
        <Text as="p" tone="subdued" variant="bodySm">
          Grey: what it says. Orange: what a gap rests on.
        </Text>
        <div style={FRAME} role="region" aria-label="Text of the policy" tabIndex={0}>
          {pieces.map((piece) =>
            piece.look ? (
              <mark key={piece.start} style={piece.look} tabIndex={-1} ref={piece === first ? mark : null}>
                {piece.text}
              </mark>
            ) : (
              <span key={piece.start}>{piece.text}</span>
            ),
          )}
        </div>
      </SectionCard>
    </div>
  );
}

function piecesOf(text: string, { statements, gaps, empty, leftovers }: PolicyAudit, shown: Shown | null) {
  const wrong = [...gaps, ...empty, ...leftovers].flatMap(({ start, end }) =>
    start === undefined || end === undefined ? [] : [{ start, end }],
  );
  const stretches = [...(shown ? [shown] : []), ...wrong, ...statements];
  const [own, faulty] = [shown ? 1 : 0, (shown ? 1 : 0) + wrong.length];
  return cutText(text, stretches).map(({ start, text: words, covered }) => {
    const least = covered[0];
    const look = least === undefined ? undefined : least < own ? LOOKED_AT : least < faulty ? GAP : SAID;
    return { start, text: words, look };
  });
}
