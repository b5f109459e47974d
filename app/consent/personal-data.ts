/** Tables of this folder that hold persons: signed-in customers' choices, and shortened addresses where they are kept. */
export const PERSONAL_DATA_TABLES = ["ConsentRecord"] as const;
