import { BlockStack, Button, ChoiceList, InlineStack, Select, Tag, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { Field } from "../../register/interview.ts";
import { useCountryOptions } from "./country-options.ts";

interface Props {
  field: Field;
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** One part of a question, as its kind wants it. The form itself posts what is chosen. */
export function QuestionField({ field, value, onChange }: Props) {
  const countries = useCountryOptions();
  switch (field.kind) {
    case "one":
    case "many":
      return <Choices field={field} value={value} onChange={onChange} />;
    case "country":
      return (
        <Select
          label={field.label}
          options={[{ value: "", label: "Choose" }, ...countries]}
          value={value[0] ?? ""}
          onChange={(country) => {
            onChange([country]);
          }}
          {...helpOf(field)}
        />
      );
    case "countries":
      return <Countries field={field} value={value} onChange={onChange} />;
    case "lines":
    case "text":
    case "email":
    case "number":
      return <Line field={field} value={value} onChange={onChange} />;
  }
}

const helpOf = ({ help }: Field) => (help === undefined ? {} : { helpText: help });

function Choices({ field, value, onChange }: Props & { field: Extract<Field, { options: unknown }> }) {
  return (
    <BlockStack gap="100">
      <ChoiceList
        title={field.label}
        allowMultiple={field.kind === "many"}
        choices={field.options.map(([option, label]) => ({ value: option, label }))}
        selected={[...value]}
        onChange={onChange}
      />
      {field.help !== undefined && (
        <Text as="p" variant="bodySm" tone="subdued">
          {field.help}
        </Text>
      )}
    </BlockStack>
  );
}

function Line({ field, value, onChange }: Props) {
  return (
    <TextField
      label={field.label}
      autoComplete="off"
      type={field.kind === "email" ? "email" : "text"}
      {...(field.kind === "number" && { inputMode: "numeric" as const, maxLength: 4 })}
      {...(field.kind === "lines" && { multiline: 3 })}
      value={value[0] ?? ""}
      onChange={(text) => {
        onChange([text]);
      }}
      {...helpOf(field)}
    />
  );
}

function Countries({ field, value, onChange }: Props) {
  const [chosen, setChosen] = useState("");
  const countries = useCountryOptions();
  const nameOf = (code: string) => countries.find((option) => option.value === code)?.label ?? code;
  const left = countries.filter((option) => !value.includes(option.value));
  return (
    <BlockStack gap="300">
      <InlineStack gap="200" blockAlign="end">
        <Select
          label={field.label}
          options={[{ value: "", label: "Choose" }, ...left]}
          value={chosen}
          onChange={setChosen}
        />
        <Button
          disabled={chosen === ""}
          onClick={() => {
            onChange([...value, chosen]);
            setChosen("");
          }}
        >
          Add
        </Button>
      </InlineStack>
      {value.length === 0 ? (
        <Text as="p" tone="subdued">
          No country yet.
        </Text>
      ) : (
        <InlineStack gap="200">
          {value.map((country) => (
            <Tag
              key={country}
              onRemove={() => {
                onChange(value.filter((other) => other !== country));
              }}
            >
              {nameOf(country)}
            </Tag>
          ))}
        </InlineStack>
      )}
    </BlockStack>
  );
}
