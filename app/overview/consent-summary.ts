import type { Rate } from "../consent/opt-in-rates.ts";

/** Whether the theme shows the banner; null while nobody could look. */
export type BannerState = "on" | "off" | null;

/** What the home page says of consent. */
export interface ConsentSummary {
  banner: BannerState;
  /** Where the embed is switched on, in Shopify admin. */
  embedLink: string;
  /** Leaks of the last look. */
  leaks: number;
  /** How many of the last 30 days' first choices allow statistics, and marketing. */
  analytics: Rate;
  marketing: Rate;
}
