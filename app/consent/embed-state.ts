import { CONSENT_TOOLS } from "../register/consent-tools.ts";

/** Whether the theme shows Candor's embed: "absent" when it was never added. */
export type EmbedState = "on" | "off" | "absent";

/** What a theme's `config/settings_data.json` says of app embeds. */
export interface ThemeSettings {
  embed: EmbedState;
  /** Names of other consent tools whose embeds are on. */
  tools: string[];
}

interface Block {
  app: string;
  block: string;
  isOn: boolean;
}

/** The handle of our block, the file's name in extensions/consent-banner/blocks. */
export const EMBED_BLOCK = "gate";

/**
 * Reads a theme's settings: Shopify writes each app embed as a block of the type `shopify://apps/{app}/blocks/{block}/{id}`.
 * `app` is our app's handle. A file that cannot be read says nothing: "absent".
 */
export function readThemeSettings(text: string, app: string): ThemeSettings {
  const blocks = blocksOf(text);
  const ours = blocks.filter((block) => block.app === app && block.block === EMBED_BLOCK);
  const embed = ours.length === 0 ? "absent" : ours.some(({ isOn }) => isOn) ? "on" : "off";
  const tools = CONSENT_TOOLS.filter(({ apps }) =>
    blocks.some(({ app: other, isOn }) => isOn && other !== app && apps.some((known) => other.includes(known))),
  );
  return { embed, tools: tools.map(({ name }) => name) };
}

function blocksOf(text: string): Block[] {
  const data = parse(text);
  const current = fieldOf(data, "current");
  const settings = typeof current === "string" ? fieldOf(fieldOf(data, "presets"), current) : current;
  const blocks = fieldOf(settings, "blocks");
  if (typeof blocks !== "object" || blocks === null) return [];
  return Object.values(blocks as Record<string, unknown>).flatMap((block) => {
    const found = /^shopify:\/\/apps\/([^/]+)\/blocks\/([^/]+)/.exec(String(fieldOf(block, "type")));
    return found ? [{ app: found[1] ?? "", block: found[2] ?? "", isOn: fieldOf(block, "disabled") !== true }] : [];
  });
}

function parse(text: string): unknown {
  try {
    // Shopify begins the file with a comment
    return JSON.parse(text.replace(/^\s*\/\*[\s\S]*?\*\//, "")) as unknown;
  } catch {
    return undefined;
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
