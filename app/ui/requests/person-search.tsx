import { Box, Button, Form, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";

interface Props {
  isSearching: boolean;
  /** How many requests the last search found; undefined while none is shown. */
  found: number | undefined;
  onSearch: (term: string) => void;
  onClear: () => void;
}

/** The field in which staff look for one person's requests. */
export function PersonSearch({ isSearching, found, onSearch, onClear }: Props) {
  const [term, setTerm] = useState("");
  const clear = () => {
    setTerm("");
    onClear();
  };
  return (
    <Box padding="300" borderBlockEndWidth="025" borderColor="border">
      <Form
        onSubmit={() => {
          if (term.trim() === "") clear();
          else onSearch(term);
        }}
      >
        <TextField
          label="Find a customer’s requests"
          helpText="Whole e-mail address, telephone number or customer id. What you type is never kept, and never part of an address."
          value={term}
          onChange={setTerm}
          autoComplete="off"
          clearButton
          onClearButtonClick={clear}
          connectedRight={
            <Button submit loading={isSearching}>
              Search
            </Button>
          }
        />
      </Form>
      <div role="status">
        {found !== undefined && (
          <Box paddingBlockStart="200">
            <InlineStack gap="200" blockAlign="center">
              <Text as="span">{found === 1 ? "One request found." : `${String(found)} requests found.`}</Text>
              <Button variant="plain" onClick={clear}>
                Show all requests
              </Button>
            </InlineStack>
          </Box>
        )}
      </div>
    </Box>
  );
}
