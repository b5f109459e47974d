import { z } from "zod";
import { filesIn, textsOf, type Extension } from "./read-extension.ts";

const NAME_LENGTH = 25;
/** A range may have at most this many steps. */
const STEPS = 100;

const words = z.string().min(1);
const common = {
  id: z.string().regex(/^[a-z][a-z\d_]*$/),
  label: words,
  info: words.optional(),
  visible_if: words.optional(),
};
const setting = <Type extends string, Default extends z.ZodType>(types: readonly Type[], standard: Default) =>
  z.strictObject({ type: z.enum(types), ...common, placeholder: words.optional(), default: standard.optional() });
const resource = "article blog collection metaobject page product image_picker video".split(" ");

const range = z
  .strictObject({
    type: z.literal("range"),
    ...common,
    ...{ min: z.number(), max: z.number(), step: z.number().positive(), default: z.number() },
    unit: z.string().max(3).optional(),
  })
  .refine(({ min, max, step }) => max > min && (max - min) / step <= STEPS, `it must have 2 to ${STEPS + 1} steps`)
  .refine(({ min, max, default: at }) => at >= min && at <= max, "its default is out of its range")
  .refine(
    // tenths are no exact numbers
    ({ min, step, default: at }) => Number.isInteger(Math.round(((at - min) / step) * 1e6) / 1e6),
    "its default is none of its steps",
  );

const choice = z
  .strictObject({
    type: z.enum(["select", "radio"]),
    ...common,
    options: z.array(z.strictObject({ value: words, label: words, group: words.optional() })).min(1),
    default: z.string().optional(),
  })
  .refine(
    ({ options, default: chosen }) => chosen === undefined || options.some(({ value }) => value === chosen),
    "its default is none of its options",
  );

/** https://shopify.dev/docs/storefronts/themes/architecture/settings/input-settings */
const SETTING = z.union([
  z.strictObject({ type: z.enum(["header", "paragraph"]), content: words, visible_if: words.optional() }),
  range,
  choice,
  setting(["checkbox"], z.boolean()),
  setting(["number"], z.number()),
  setting(["color", "color_background"], z.string().regex(/^(#[\da-f]{6}|linear-gradient\(.+\))$/i)),
  setting(["text", "textarea", "html", "liquid", "url", "video_url", "text_alignment"], words),
  setting(["inline_richtext", "font_picker", "link_list", "color_scheme"], words),
  setting(["richtext"], z.string().regex(/^<(p|ul|ol|h[1-6])>/)),
  setting(resource, z.never()),
]);

/** https://shopify.dev/docs/apps/build/online-store/theme-app-extensions/configuration#schema */
const SCHEMA = z.strictObject({
  name: words,
  target: z.enum(["section", "head", "body", "compliance_head"]),
  settings: z.array(SETTING).optional(),
  javascript: words.optional(),
  stylesheet: words.optional(),
  tag: words.nullable().optional(),
  class: words.optional(),
  templates: z.array(words).optional(),
  enabled_on: z.looseObject({}).optional(),
  disabled_on: z.looseObject({}).optional(),
  available_if: words.optional(),
});
type Schema = z.infer<typeof SCHEMA>;

/** Every fault in the schemas of an extension's blocks that Shopify refuses on deploy, or silently ignores. */
export function faultsOfSchemas(extension: Extension): string[] {
  return filesIn(extension, "blocks").flatMap(([path, text]) =>
    faultsOfBlock(extension, text).map((fault) => `${path}: ${fault}`),
  );
}

function faultsOfBlock(extension: Extension, text: string): string[] {
  const found = [...text.matchAll(/\{%-?\s*schema\s*-?%\}(.*?)\{%-?\s*endschema\s*-?%\}/gs)];
  if (found.length !== 1) return [`it has ${found.length} schemas instead of one`];
  const json = found[0]?.[1] ?? "";
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return ["its schema is no JSON"];
  }
  const { success, data: schema, error } = SCHEMA.safeParse(value);
  if (!success) return [z.prettifyError(error)];
  return [
    ...faultsOfName(extension, schema),
    ...missingAssets(extension, schema),
    ...doubleSettings(schema),
    ...missingKeys(extension, json),
  ];
}

/** A name's text in every language of the theme editor. */
function faultsOfName(extension: Extension, { name }: Schema): string[] {
  const key = name.startsWith("t:") ? name.slice(2) : undefined;
  const names = key === undefined ? [name] : editorTexts(extension).flatMap((texts) => texts.get(key) ?? []);
  return names
    .filter((text) => text.length > NAME_LENGTH)
    .map((text) => `the name "${text}" is longer than ${NAME_LENGTH} characters`);
}

function missingAssets(extension: Extension, { javascript, stylesheet }: Schema): string[] {
  return [javascript, stylesheet]
    .filter((name) => name !== undefined && !extension.has(`assets/${name}`))
    .map((name) => `assets/${name ?? ""} is missing`);
}

function doubleSettings({ settings = [] }: Schema): string[] {
  const ids = settings.flatMap((one) => ("id" in one ? one.id : []));
  return ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `two settings are called "${id}"`);
}

/** Keys of a schema ("t:blocks.gate.name") that a locale file of the theme editor lacks. */
function missingKeys(extension: Extension, json: string): string[] {
  const keys = [...json.matchAll(/"t:([^"]+)"/g)].map(([, key = ""]) => key);
  const languages = editorTexts(extension);
  const isThere = (key: string) => languages.length > 0 && languages.every((texts) => texts.has(key));
  return keys.filter((key) => !isThere(key)).map((key) => `there is no text "${key}" for the theme editor`);
}

function editorTexts(extension: Extension): Map<string, string>[] {
  return filesIn(extension, "locales")
    .filter(([path]) => path.endsWith(".schema.json"))
    .map(([, text]) => textsOf(text));
}
