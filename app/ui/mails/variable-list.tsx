import { BlockStack, List, Text } from "@shopify/polaris";
import { templateRules, variablesOf, type MailTemplate } from "../../mail/templates.ts";
import { CodeText } from "../code-text.tsx";
import { SectionCard } from "../section-card.tsx";
import { variableWords } from "./variable-words.ts";

/** What a text of this mail may hold, and how buttons and lists are written. */
export function VariableList({ template }: { template: MailTemplate }) {
  const variables = variablesOf(template);
  const { shows, may = {} } = templateRules(template);
  const first = Object.keys(may)[0];
  return (
    <SectionCard title="What the text can hold">
      <BlockStack gap="200">
        {Object.entries(variables).map(([name, type]) => (
          <div key={name} style={{ overflowWrap: "anywhere" }}>
            <CodeText>{type === "flag" ? `{% if ${name} %}` : `{{ ${name} }}`}</CodeText>{" "}
            <Text as="span">
              {variableWords(name)}
              {shows.includes(name) && <b> (must be shown)</b>}
              {name in may && !shows.includes(name) && " (not in every mail)"}
            </Text>
          </div>
        ))}
      </BlockStack>
      <List>
        <List.Item>An empty line begins a new paragraph; a line that begins with “- ” is an item of a list.</List.Item>
        {Object.values(variables).includes("link") && (
          <List.Item>
            A button: <CodeText>[Words on the button]({"{{ link }}"})</CodeText>, alone in its paragraph.
          </List.Item>
        )}
        {first !== undefined && (
          <List.Item>
            A part that only some mails have: <CodeText>{`{% if ${first} %} … {% else %} … {% endif %}`}</CodeText>
          </List.Item>
        )}
      </List>
    </SectionCard>
  );
}
