import { BlockStack, Checkbox, InlineGrid, Select, Spinner, Text } from "@shopify/polaris";
import { useEffect, useState, type ReactNode } from "react";
import type { ConsentDecisions } from "../../consent/settings.ts";
import { SectionCard } from "../section-card.tsx";
import { languageName, placeName } from "./place-name.ts";
import { previewSentence, type Visitor } from "./preview-sentence.ts";
import { useWidth } from "./use-width.ts";
import { WORDING_WORDS } from "./words.ts";

/** One of each kind of law, and the places that shops ask about most. "": a place that nobody knows. */
const PLACES = ["DE", "FR", "ES", "GB", "CH", "CA-QC", "BR", "US-CA", "US-TX", "US-NY", "CA", "AU", "JP", ""];

const DEVICES = { phone: [390, 600], tablet: [768, 900], desktop: [1280, 800] } as const;
type Device = keyof typeof DEVICES;
const DEVICE_OPTIONS = [
  { value: "phone", label: "Phone, 390 pixels wide" },
  { value: "tablet", label: "Tablet, 768 pixels wide" },
  { value: "desktop", label: "Desktop, 1280 pixels wide" },
];

/** A pause in typing after which the preview is made anew. Milliseconds. */
const PAUSE_MS = 250;

interface Props {
  draft: ConsentDecisions;
  /** The banner's languages, BCP 47. */
  languages: readonly string[];
  /** False while the draft has something that cannot be read: the last good preview stays. */
  isGood: boolean;
}

/** The banner as shoppers get it: the storefront's own files, with the draft's settings, in a frame of its own. */
export function PreviewCard({ draft, languages, isGood }: Props) {
  const [visitor, setVisitor] = useState<Visitor>({ region: "DE", language: "en", signal: false, wording: 0 });
  const [device, setDevice] = useState<Device>("phone");
  const [now] = useState(() => Date.now());
  const page = usePreview(draft, visitor, isGood);
  return (
    <SectionCard title="Preview">
      <BlockStack gap="300">
        <VisitorFields draft={draft} languages={languages} visitor={visitor} onChange={setVisitor}>
          <Select
            label="Device"
            options={DEVICE_OPTIONS}
            value={device}
            onChange={(value) => {
              setDevice(value as Device);
            }}
          />
        </VisitorFields>
        <Frame page={page} device={device} />
        <div role="status">
          <Text as="p" variant="bodySm" tone="subdued">
            {previewSentence(visitor, draft, now)}
          </Text>
        </div>
      </BlockStack>
    </SectionCard>
  );
}

interface FieldsProps extends Pick<Props, "draft" | "languages"> {
  visitor: Visitor;
  onChange: (visitor: Visitor) => void;
  /** More fields in the same row. */
  children: ReactNode;
}

/** Who visits in the preview. */
function VisitorFields({ draft, languages, visitor, onChange, children }: FieldsProps) {
  const change = (changes: Partial<Visitor>) => {
    onChange({ ...visitor, ...changes });
  };
  return (
    <>
      <InlineGrid columns={{ xs: 1, sm: 3 }} gap="300">
        <Select
          label="Visitor from"
          options={PLACES.map((value) => ({ value, label: placeName(value) }))}
          value={visitor.region}
          onChange={(region) => {
            change({ region });
          }}
        />
        <Select
          label="Language"
          options={languages.map((value) => ({ value, label: languageName(value) }))}
          value={visitor.language}
          onChange={(language) => {
            change({ language });
          }}
        />
        {children}
      </InlineGrid>
      {draft.variants.length > 0 && (
        <Select
          label="Wording"
          options={draft.variants.map((name, at) => ({ value: String(at), label: WORDING_WORDS[name] }))}
          value={String(visitor.wording)}
          onChange={(at) => {
            change({ wording: Number(at) });
          }}
        />
      )}
      <Checkbox
        label="The browser sends Global Privacy Control"
        checked={visitor.signal}
        onChange={(signal) => {
          change({ signal });
        }}
      />
    </>
  );
}

/** The preview's page as text; undefined until it is there, null when it could not be made. */
function usePreview(decisions: ConsentDecisions, visitor: Visitor, isGood: boolean): string | null | undefined {
  const [page, setPage] = useState<string | null>();
  const asked = JSON.stringify({ decisions, visitor });
  useEffect(() => {
    if (!isGood) return undefined;
    const ending = new AbortController();
    const timer = setTimeout(() => {
      askPreview(asked, ending.signal).then(setPage, () => {
        if (!ending.signal.aborted) setPage(null);
      });
    }, PAUSE_MS);
    return () => {
      ending.abort();
      clearTimeout(timer);
    };
  }, [asked, isGood]);
  return page;
}

async function askPreview(body: string, signal: AbortSignal): Promise<string> {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch("/app/consent/banner/preview", { method: "POST", headers, body, signal });
  if (!answer.ok) throw new Error(`answered ${String(answer.status)}`);
  return answer.text();
}

/** A frame as wide as the device, made small enough to fit. It gets no right but to run its scripts. */
function Frame({ page, device }: { page: string | null | undefined; device: Device }) {
  const { ref, width: room } = useWidth(480);
  const [width, height] = DEVICES[device];
  const scale = Math.min(1, room / width);
  return (
    <div
      ref={ref}
      style={{
        height: Math.round(height * scale),
        overflow: "hidden",
        border: "1px solid var(--p-color-border)",
        borderRadius: "var(--p-border-radius-200)",
        position: "relative",
      }}
    >
      {page === undefined && (
        <div style={{ display: "grid", placeItems: "center", height: "100%" }}>
          <Spinner accessibilityLabel="The preview is on its way" size="small" />
        </div>
      )}
      {page === null && (
        <div style={{ padding: "1rem" }}>
          <Text as="p">The preview could not be loaded. Change something to try again.</Text>
        </div>
      )}
      {typeof page === "string" && (
        <iframe
          title="Preview of the banner on a page of your store"
          sandbox="allow-scripts"
          srcDoc={page}
          width={width}
          height={height}
          style={{
            ...{ position: "absolute", border: 0, insetInlineStart: Math.max(0, (room - width) / 2) },
            ...{ transform: `scale(${String(scale)})`, transformOrigin: "0 0" },
          }}
        />
      )}
    </div>
  );
}
