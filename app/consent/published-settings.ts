import type { PurposeSet } from "../law/purposes.ts";
import { unpackNames } from "./packed-names.ts";

/** What of the published storefront settings says which tags are held. */
export interface PublishedSettings {
  hosts: Readonly<Record<string, PurposeSet>>;
  offered: PurposeSet;
  isGoogleAdvanced: boolean;
  holdsMarkup: boolean;
}

/** Reads the metafield that the storefront gets; null when there is none, or it is not ours to read. */
export function readPublished(value: string | undefined): PublishedSettings | null {
  const settings = parse(value ?? "");
  const offered = field(field(settings, "terms"), "offered");
  const hosts = field(settings, "hosts");
  if (typeof offered !== "number" || typeof hosts !== "string") return null;
  return {
    offered,
    hosts: unpackNames(hosts),
    isGoogleAdvanced: field(field(settings, "google"), "mode") === "advanced",
    holdsMarkup: field(settings, "holdsMarkup") === true,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
