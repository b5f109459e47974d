/** Whether the storefront says what was decided. */
export interface PublishedState {
  /** When the settings were last published; null for never. */
  at: Date | null;
  /** Saved, and not published yet. */
  isBehind: boolean;
  /** How the storefront differed from what was published, in a sentence; null when it didn't. */
  drift: string | null;
}

const DRIFT: Readonly<Record<string, string>> = {
  missing: "The settings are gone from your storefront. Candor publishes them again.",
  changed: "Somebody else changed the settings of your storefront. Candor publishes its own again.",
};

/** Where publishing stands, from what is kept of it. */
export function publishedState(saved: {
  version: number;
  publishedVersion: number | null;
  publishedAt: Date | null;
  drift: string | null;
}): PublishedState {
  const { version, publishedVersion, publishedAt, drift } = saved;
  return {
    at: publishedAt,
    isBehind: publishedAt !== null && version > (publishedVersion ?? 0),
    drift: drift === null ? null : (DRIFT[drift] ?? "Your storefront differs from what was published."),
  };
}
