import { SECTIONS } from "./sections.ts";

const text = { type: "string" } as const;
const texts = { type: "array", items: text } as const;
const maybe = { type: ["string", "null"] } as const;
const record = (properties: Readonly<Record<string, object>>) => ({
  type: "object",
  properties,
  required: Object.keys(properties),
});

/**
 * The form of a package's `data.json` as JSON Schema (draft 2020-12), so that another store's program can read it (GDPR
 * art. 20: structured, commonly used, machine-readable). What an item of a section holds is in docs/package-format.md.
 */
export const DATA_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Candor access package",
  ...record({
    format: { const: "candor-access-package" },
    version: { const: 1 },
    cover: record({
      shop: record({ name: text, domain: text, contactEmail: maybe, timeZone: text }),
      person: record({ name: maybe, email: maybe }),
      request: record({ id: text, receivedAt: text, deadline: text, law: text }),
      ...{ generatedAt: text, purposes: texts, recipients: texts, retention: texts },
      missing: { type: "array", items: record({ section: { enum: [...SECTIONS] }, what: text }) },
    }),
    sections: record(Object.fromEntries(SECTIONS.map((name) => [name, { type: "array", items: { type: "object" } }]))),
  }),
} as const;
