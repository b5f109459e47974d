import type { EmbedState } from "./embed-state.ts";

/** What may keep a banner from showing, in the order in which to look. */
export const SHOWING_CHECKS = [
  "embed",
  "settings",
  "nothing-to-ask",
  "own-banner",
  "other-tool",
  "policies",
  "never-seen",
] as const;
/** What may keep a banner from showing. */
export type ShowingCheck = (typeof SHOWING_CHECKS)[number];

/** "found": this is a reason; "fine": it is none; "unknown": it could not be looked at. */
export type Found = "found" | "fine" | "unknown";

/** One check and its outcome. */
export interface ShowingFinding {
  check: ShowingCheck;
  found: Found;
  /** What was seen. */
  what: string;
  /** What to do; "" when nothing is to be done. */
  todo: string;
  /** Where in Shopify admin it is done; null when it is done in Candor, or nowhere. */
  link: string | null;
}

/** What the checks saw; null for what could not be read. */
export interface ShowingFacts {
  /** Null without `read_themes`. */
  embed: EmbedState | null;
  themeName: string | null;
  /** Shopify's own banner. */
  isOwnBannerOn: boolean | null;
  /** Names of other consent tools, from the theme and from page views. */
  tools: readonly string[];
  /** The settings as the storefront gets them; null when none are published. */
  settings: { offered: number } | null;
  /** Regions whose policy at Shopify is missing or too weak. */
  weakRegions: readonly string[] | null;
  /** When a page last reported to Candor; null for never. */
  lastSeen: Date | null;
  now: Date;
  /** The store's handle in Shopify admin, and the app's key, for links. */
  handle: string;
  apiKey: string;
}

/** A page that reports one view in twenty, on a store that anybody visits, is heard of within this time. Days. */
export const QUIET_DAYS = 3;

/** The theme editor with the list of app embeds, ours chosen. https://shopify.dev/docs/apps/build/online-store/theme-app-extensions/configuration */
export function embedLink({ handle, apiKey }: Pick<ShowingFacts, "handle" | "apiKey">): string {
  return `https://admin.shopify.com/store/${handle}/themes/current/editor?context=apps&activateAppId=${apiKey}/gate`;
}

/** Shopify's page of privacy settings. */
export function privacyLink({ handle }: Pick<ShowingFacts, "handle">): string {
  return `https://admin.shopify.com/store/${handle}/settings/customer-privacy`;
}

type Outcome = Omit<ShowingFinding, "check">;

const fine = (what: string): Outcome => ({ found: "fine", what, todo: "", link: null });
const unknown = (what: string, todo: string): Outcome => ({ found: "unknown", what, todo, link: null });
const reason = (what: string, todo: string, link: string | null = null): Outcome => ({
  found: "found",
  what,
  todo,
  link,
});

const LOOK: Record<ShowingCheck, (facts: ShowingFacts) => Outcome> = {
  embed: (facts) => {
    const theme = facts.themeName === null ? "your theme" : `your theme ${facts.themeName}`;
    if (facts.embed === null)
      return unknown("Candor may not read your theme.", "Allow it to read themes, or look in the theme editor.");
    if (facts.embed === "on") return fine(`Candor is switched on in ${theme}.`);
    const what = facts.embed === "off" ? `Candor is switched off in ${theme}.` : `Candor was never added to ${theme}.`;
    return reason(what, "Switch it on under App embeds, and save.", embedLink(facts));
  },
  settings: ({ settings }) =>
    settings === null
      ? reason("No settings are published for your storefront.", "Open the banner's page in Candor and publish.")
      : fine("Your settings are published."),
  "nothing-to-ask": ({ settings }) => {
    if (settings === null) return unknown("There are no settings to look at.", "Publish the banner's settings first.");
    return settings.offered === 0
      ? reason(
          "Your settings name no use of data, so there is nothing to ask.",
          "Choose the purposes that your store uses data for, and publish.",
        )
      : fine("Your settings name what to ask for.");
  },
  "own-banner": (facts) => {
    if (facts.isOwnBannerOn === null)
      return unknown("Candor may not read Shopify's privacy settings.", "Allow it to read privacy settings.");
    return facts.isOwnBannerOn
      ? reason(
          "Shopify's own cookie banner is on. Candor shows no second one beside it.",
          "Remove it under Customer privacy, Cookie banner, and keep the regions.",
          privacyLink(facts),
        )
      : fine("Shopify's own cookie banner is off.");
  },
  "other-tool": (facts) =>
    facts.tools.length === 0
      ? fine("No other consent tool was found.")
      : reason(
          `Another consent tool runs on your pages: ${facts.tools.join(", ")}.`,
          "Two tools contradict each other. Switch the other one off under App embeds, or remove it from the theme.",
          embedLink(facts),
        ),
  policies: ({ weakRegions }) => {
    if (weakRegions === null)
      return unknown("Candor could not read Shopify's region policies.", "Allow it to read privacy settings.");
    return weakRegions.length === 0
      ? fine("Shopify has a policy for every region whose law asks for one.")
      : reason(
          `Shopify allows everything before consent in ${listed(weakRegions)}: its policy is missing or too weak there.`,
          "Let Candor write the region policies.",
        );
  },
  "never-seen": ({ lastSeen, now }) => {
    if (lastSeen === null)
      return reason(
        "No page of your store has reported yet.",
        "Open your storefront; if this stays, the embed does not run.",
      );
    const days = Math.floor((now.getTime() - lastSeen.getTime()) / 86_400_000);
    return days < QUIET_DAYS
      ? fine("Pages of your store report.")
      : reason(
          `No page of your store has reported for ${days} days.`,
          "Check that the embed is on in the published theme.",
        );
  },
};

const LISTED = 8;

function listed(regions: readonly string[]): string {
  const rest = regions.length - LISTED;
  return rest > 0 ? `${regions.slice(0, LISTED).join(", ")} and ${rest} more` : regions.join(", ");
}

/** Answers "why is my banner not showing?": every check with its outcome, reasons first. */
export function whyNotShowing(facts: ShowingFacts): ShowingFinding[] {
  const findings = SHOWING_CHECKS.map((check) => ({ check, ...LOOK[check](facts) }));
  const order: readonly Found[] = ["found", "unknown", "fine"];
  return findings.sort((one, other) => order.indexOf(one.found) - order.indexOf(other.found));
}
