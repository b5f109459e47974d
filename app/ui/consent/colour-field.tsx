import { InlineStack, TextField } from "@shopify/polaris";
import { isColour } from "../../consent/contrast.ts";

interface Props {
  label: string;
  value: string;
  /** What is wrong with it; undefined while nothing is. */
  error: string | undefined;
  onChange: (colour: string) => void;
}

/** A colour: typed, or picked with the browser's own picker. */
export function ColourField({ label, value, error, onChange }: Props) {
  return (
    <InlineStack gap="200" wrap={false} blockAlign="start">
      <input
        type="color"
        aria-label={`Pick: ${label}`}
        value={isColour(value) ? value : "#000000"}
        onChange={({ target }) => {
          onChange(target.value);
        }}
        style={{ width: 44, height: 44, padding: 2, marginBlockStart: 18, background: "none", border: "none" }}
      />
      <div style={{ flex: 1, minWidth: 0 }}>
        <TextField label={label} value={value} onChange={onChange} autoComplete="off" {...(error && { error })} />
      </div>
    </InlineStack>
  );
}
