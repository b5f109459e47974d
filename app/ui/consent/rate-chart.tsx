import { BlockStack, InlineStack, Text } from "@shopify/polaris";
import { AxisBottom, AxisLeft } from "@visx/axis";
import { GridRows } from "@visx/grid";
import { scaleLinear, scaleUtc } from "@visx/scale";
import { LinePath } from "@visx/shape";
import { useState } from "react";
import { PURPOSES, type Purpose } from "../../law/purposes.ts";
import { dayText } from "./day-text.ts";
import { PURPOSE_LOOK } from "./purpose-look.ts";
import { lineOf, percentText, segments, type GroupRates } from "../../consent/opt-in-rates.ts";
import { useWidth } from "./use-width.ts";
import { PURPOSE_WORDS } from "./words.ts";

const HEIGHT = 220;
const MARGIN = { top: 8, right: 12, bottom: 28, left: 44 };
/** Wide enough on most screens, so that little moves when the true width is known. */
const USUAL_WIDTH = 880;
const LABEL = { fontSize: 12, fill: "var(--p-color-text-secondary)", fontFamily: "inherit" } as const;

/** Opt-in rates over days, a line for each purpose. What it shows is also in `RateTable`, for those who cannot see it. */
export function RateChart({ days }: { days: readonly GroupRates[] }) {
  const { ref, width } = useWidth(USUAL_WIDTH);
  const [pointed, setPointed] = useState<GroupRates>();
  return (
    <BlockStack gap="200">
      <Legend pointed={pointed} />
      <div ref={ref} style={{ height: HEIGHT, overflow: "hidden" }}>
        <Drawing days={days} width={width} pointed={pointed} onPoint={setPointed} />
      </div>
    </BlockStack>
  );
}

function Legend({ pointed }: { pointed: GroupRates | undefined }) {
  return (
    <InlineStack gap="400">
      {PURPOSES.map((purpose) => (
        <InlineStack key={purpose} gap="150" blockAlign="center">
          <svg width={28} height={4} aria-hidden>
            <Stroke purpose={purpose} d="M0 2H28" />
          </svg>
          <Text as="span" variant="bodySm">
            {PURPOSE_WORDS[purpose]}
            {pointed && ` ${percentText(pointed.rates[purpose])}`}
          </Text>
        </InlineStack>
      ))}
      <Text as="span" variant="bodySm" tone="subdued">
        {pointed ? `${dayText(pointed.key)}, ${String(pointed.choices)} choices` : ""}
      </Text>
    </InlineStack>
  );
}

function Stroke({ purpose, d }: { purpose: Purpose; d: string }) {
  const { colour, dash } = PURPOSE_LOOK[purpose];
  return <path d={d} stroke={colour} strokeDasharray={dash} strokeWidth={2} fill="none" />;
}

interface DrawingProps {
  days: readonly GroupRates[];
  width: number;
  pointed: GroupRates | undefined;
  onPoint: (day: GroupRates | undefined) => void;
}

function Drawing({ days, width, pointed, onPoint }: DrawingProps) {
  const inner = { width: width - MARGIN.left - MARGIN.right, bottom: HEIGHT - MARGIN.bottom };
  const [first, last] = [days[0]?.key ?? "1970-01-01", days.at(-1)?.key ?? "1970-01-02"];
  const x = scaleUtc({ domain: [Date.parse(first), Date.parse(last)], range: [MARGIN.left, width - MARGIN.right] });
  const y = scaleLinear({ domain: [0, 100], range: [inner.bottom, MARGIN.top] });
  const point = (clientX: number, svg: SVGElement) => {
    const share = (clientX - svg.getBoundingClientRect().left - MARGIN.left) / Math.max(inner.width, 1);
    const at = Math.round(Math.min(Math.max(share, 0), 1) * (days.length - 1));
    onPoint(days[at]);
  };
  return (
    <svg
      width={width}
      height={HEIGHT}
      role="img"
      aria-label="Opt-in rate by purpose over time. The same figures are in the table below."
      onPointerMove={({ clientX, currentTarget }) => {
        point(clientX, currentTarget);
      }}
      onPointerLeave={() => {
        onPoint(undefined);
      }}
    >
      <GridRows scale={y} left={MARGIN.left} width={inner.width} tickValues={[0, 25, 50, 75, 100]} stroke={GRID} />
      <AxisLeft
        {...{ scale: y, left: MARGIN.left, tickValues: [0, 50, 100], hideAxisLine: true, hideTicks: true }}
        tickFormat={(value) => `${String(value)}%`}
        tickLabelProps={{ ...LABEL, dx: "-0.25em", dy: "0.3em", textAnchor: "end" }}
      />
      <AxisBottom
        {...{ scale: x, top: inner.bottom, hideTicks: true, stroke: GRID }}
        numTicks={Math.max(2, Math.min(days.length - 1, Math.floor(width / 130)))}
        tickFormat={(value) => dayText(new Date(Number(value)).toISOString().slice(0, 10))}
        tickLabelProps={{ ...LABEL, textAnchor: "middle" }}
      />
      {pointed && (
        <line
          x1={x(Date.parse(pointed.key))}
          x2={x(Date.parse(pointed.key))}
          y1={MARGIN.top}
          y2={inner.bottom}
          stroke="#8a8a8a"
        />
      )}
      {PURPOSES.map((purpose) => (
        <Line key={purpose} days={days} purpose={purpose} place={(day, percent) => [x(Date.parse(day)), y(percent)]} />
      ))}
    </svg>
  );
}

const GRID = "var(--p-color-border-secondary)";

interface LineProps {
  days: readonly GroupRates[];
  purpose: Purpose;
  place: (day: string, percent: number) => [x: number, y: number];
}

function Line({ days, purpose, place }: LineProps) {
  const { colour, dash } = PURPOSE_LOOK[purpose];
  return segments(lineOf(days, purpose)).map((part) => {
    const [start] = part;
    if (part.length === 1 && start) {
      const [cx, cy] = place(start.day, start.percent);
      return <circle key={start.day} cx={cx} cy={cy} r={3} fill={colour} />;
    }
    return (
      <LinePath
        key={start?.day}
        data={part}
        x={({ day, percent }) => place(day, percent)[0]}
        y={({ day, percent }) => place(day, percent)[1]}
        stroke={colour}
        strokeWidth={2}
        strokeDasharray={dash}
      />
    );
  });
}
