import type { Ranked } from "./roles.ts";

/** A member of staff as the settings show them. `name` is null until Shopify said it. */
export interface StaffRow extends Ranked {
  name: string | null;
  seenAt: Date;
}
