import { filesIn, textsOf, type Extension } from "./read-extension.ts";

/** https://shopify.dev/docs/apps/build/online-store/theme-app-extensions/configuration */
const TARGETS = ["section", "head", "body", "compliance_head"];
const NAME_LENGTH = 25;
const FIELDS =
  "name target settings javascript stylesheet tag class templates enabled_on disabled_on available_if presets".split(
    " ",
  );

/** Settings that only speak to the merchant. https://shopify.dev/docs/storefronts/themes/architecture/settings */
const SIDEBAR = ["header", "paragraph"];
const SETTINGS = [
  ...SIDEBAR,
  ..."checkbox number radio range select text textarea color color_background color_scheme font_picker".split(" "),
  ..."html inline_richtext richtext liquid link_list text_alignment url video video_url image_picker".split(" "),
  ..."article blog collection collection_list metaobject metaobject_list page product product_list".split(" "),
];
const TEXTS = ["text", "textarea", "html", "inline_richtext", "richtext", "liquid"];
/** A range may have at most this many steps. */
const STEPS = 100;

interface Setting {
  type?: unknown;
  id?: unknown;
  label?: unknown;
  content?: unknown;
  default?: unknown;
  min?: unknown;
  max?: unknown;
  step?: unknown;
  options?: unknown;
}

type Schema = Readonly<Record<string, unknown>>;

/** Every fault in the schemas of an extension's blocks that Shopify refuses on deploy, or silently ignores. */
export function faultsOfSchemas(extension: Extension): string[] {
  return filesIn(extension, "blocks").flatMap(([path, text]) =>
    faultsOfBlock(extension, text).map((fault) => `${path}: ${fault}`),
  );
}

function faultsOfBlock(extension: Extension, text: string): string[] {
  const found = [...text.matchAll(/\{%-?\s*schema\s*-?%\}(.*?)\{%-?\s*endschema\s*-?%\}/gs)];
  if (found.length !== 1) return [`it has ${found.length} schemas instead of one`];
  let schema: Schema;
  try {
    schema = JSON.parse(found[0]?.[1] ?? "") as Schema;
  } catch {
    return ["its schema is no JSON"];
  }
  return [
    ...Object.keys(schema)
      .filter((field) => !FIELDS.includes(field))
      .map((field) => `a schema has no field "${field}"`),
    ...(TARGETS.includes(String(schema["target"])) ? [] : [`there is no target "${String(schema["target"])}"`]),
    ...faultsOfName(extension, schema["name"]),
    ...faultsOfAssets(extension, schema),
    ...faultsOfSettings(schema["settings"] ?? []),
    ...faultsOfKeys(extension, found[0]?.[1] ?? ""),
  ];
}

/** A name's text in every language of the theme editor. */
function faultsOfName(extension: Extension, name: unknown): string[] {
  if (typeof name !== "string" || name === "") return ["it has no name"];
  const names = name.startsWith("t:")
    ? schemaTexts(extension).flatMap((texts) => texts.get(name.slice(2)) ?? [])
    : [name];
  return names
    .filter((text) => text.length > NAME_LENGTH)
    .map((text) => `the name "${text}" is longer than ${NAME_LENGTH} characters`);
}

/** Keys of a schema ("t:blocks.gate.name") that a locale file of the theme editor lacks. */
function faultsOfKeys(extension: Extension, schema: string): string[] {
  const keys = [...schema.matchAll(/"t:([^"]+)"/g)].map(([, key = ""]) => key);
  if (keys.length === 0) return [];
  const languages = schemaTexts(extension);
  if (languages.length === 0) return ["it has keys, but there are no texts for the theme editor"];
  return keys.filter((key) => languages.some((texts) => !texts.has(key))).map((key) => `there is no text "${key}"`);
}

function schemaTexts(extension: Extension): Map<string, string>[] {
  return filesIn(extension, "locales")
    .filter(([path]) => path.endsWith(".schema.json"))
    .map(([, text]) => textsOf(text));
}

function faultsOfAssets(extension: Extension, schema: Schema): string[] {
  return (["javascript", "stylesheet"] as const)
    .map((field) => schema[field])
    .filter((name) => name !== undefined && !extension.has(`assets/${String(name)}`))
    .map((name) => `assets/${String(name)} is missing`);
}

function faultsOfSettings(settings: unknown): string[] {
  if (!Array.isArray(settings)) return ["its settings are no list"];
  const all = settings as Setting[];
  const ids = all.map(({ id }) => id).filter((id) => id !== undefined);
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `two settings are called "${String(id)}"`),
    ...all.flatMap((setting) => faultsOfSetting(setting).map((fault) => `setting ${String(setting.id)}: ${fault}`)),
  ];
}

function faultsOfSetting(setting: Setting): string[] {
  const type = String(setting.type);
  if (!SETTINGS.includes(type)) return [`there is no type "${type}"`];
  if (SIDEBAR.includes(type)) return typeof setting.content === "string" ? [] : ["it has no content"];
  return [
    ...(typeof setting.id === "string" && /^[a-z][a-z\d_]*$/.test(setting.id) ? [] : ["its id is no plain name"]),
    ...(typeof setting.label === "string" && setting.label !== "" ? [] : ["it has no label"]),
    ...faultsOfDefault(type, setting),
  ];
}

function faultsOfDefault(type: string, setting: Setting): string[] {
  const { default: value } = setting;
  if (type === "range") return faultsOfRange(setting);
  if (type === "select" || type === "radio") return faultsOfOptions(setting);
  if (value === undefined) return [];
  if (type === "checkbox") return typeof value === "boolean" ? [] : ["its default is neither true nor false"];
  if (type === "number") return typeof value === "number" ? [] : ["its default is no number"];
  if (type === "color") return /^#[\da-f]{6}$/i.test(String(value)) ? [] : ["its default is no #rrggbb"];
  if (TEXTS.includes(type)) return typeof value === "string" && value !== "" ? [] : ["its default is empty"];
  return [];
}

function faultsOfRange({ min, max, step = 1, default: value }: Setting): string[] {
  const numbers = [min, max, step, value];
  if (!numbers.every((number) => typeof number === "number")) return ["min, max, step and default must be numbers"];
  const [low = 0, high = 0, width = 1, start = 0] = numbers;
  const isOnStep = Number.isInteger(Math.round(((start - low) / width) * 1e6) / 1e6);
  return [
    ...(start < low || start > high || !isOnStep ? ["its default is none of its steps"] : []),
    ...((high - low) / width > STEPS || high <= low ? [`it must have between 2 and ${STEPS + 1} steps`] : []),
  ];
}

function faultsOfOptions({ options, default: value }: Setting): string[] {
  if (!Array.isArray(options) || options.length === 0) return ["it has no options"];
  const values = (options as { value?: unknown }[]).map((option) => option.value);
  return value === undefined || values.includes(value) ? [] : ["its default is none of its options"];
}
