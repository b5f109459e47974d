import { BlockStack, ChoiceList, InlineGrid, RangeSlider, Select, TextField } from "@shopify/polaris";
import {
  LAYOUTS,
  REOPEN_PLACES,
  type BannerLook,
  type Layout,
  type ReopenPlace,
} from "../../consent/storefront-settings.ts";
import { SectionCard } from "../section-card.tsx";
import { ColourField } from "./colour-field.tsx";
import { ContrastList } from "./contrast-list.tsx";
import { errorOf, type FormPart } from "./form-part.ts";

const LAYOUT_CHOICES: Readonly<Record<Layout, { label: string; helpText: string }>> = {
  bar: { label: "Bar", helpText: "At the bottom, as wide as the page. The page stays usable." },
  corner: { label: "Corner box", helpText: "Small, at a corner. The page stays usable." },
  dialog: { label: "Centred dialog", helpText: "In the middle. The page waits for an answer." },
};

const REOPEN_LABELS: Readonly<Record<ReopenPlace, string>> = {
  off: "Off",
  left: "At the lower left",
  right: "At the lower right",
};

const COLOURS = {
  background: "Background",
  text: "Text",
  button: "Buttons",
  buttonText: "Text on the buttons",
} as const;

/** How the banner looks. Accept and reject always look the same: nothing here can make one of them smaller. */
export function LookCard({ draft, errors, onChange }: FormPart) {
  const { look, reopen } = draft;
  const change = (changes: Partial<BannerLook>) => {
    onChange({ look: { ...look, ...changes } });
  };
  return (
    <SectionCard title="Look">
      <BlockStack gap="400">
        <ChoiceList
          title="Layout"
          choices={LAYOUTS.map((value) => ({ value, ...LAYOUT_CHOICES[value] }))}
          selected={[look.layout]}
          onChange={([layout]) => {
            change({ layout: LAYOUTS.find((one) => one === layout) ?? look.layout });
          }}
        />
        <Colours look={look} errors={errors} onChange={change} />
        <ContrastList look={look} />
        <RangeSlider
          label={`Round corners: ${String(look.radius)} pixels`}
          min={0}
          max={32}
          value={look.radius}
          onChange={(radius) => {
            change({ radius: Number(radius) });
          }}
        />
        <TextField
          label="Font"
          helpText="Empty: the font of your theme. A name like Georgia, serif must be loaded by your theme already."
          value={look.font}
          onChange={(font) => {
            change({ font });
          }}
          autoComplete="off"
          {...errorOf(errors, "look.font")}
        />
        <Select
          label="Button that opens the choices again"
          helpText="Shoppers can always use the link in your footer. The button floats on every page, too."
          options={REOPEN_PLACES.map((value) => ({ value, label: REOPEN_LABELS[value] }))}
          value={reopen}
          onChange={(place) => {
            onChange({ reopen: REOPEN_PLACES.find((one) => one === place) ?? reopen });
          }}
        />
      </BlockStack>
    </SectionCard>
  );
}

interface ColoursProps extends Pick<FormPart, "errors"> {
  look: BannerLook;
  onChange: (changes: Partial<BannerLook>) => void;
}

function Colours({ look, errors, onChange }: ColoursProps) {
  return (
    <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
      {(["background", "text", "button", "buttonText"] as const).map((name) => (
        <ColourField
          key={name}
          label={COLOURS[name]}
          value={look[name]}
          error={errors[`look.${name}`]}
          onChange={(colour) => {
            onChange({ [name]: colour });
          }}
        />
      ))}
    </InlineGrid>
  );
}
