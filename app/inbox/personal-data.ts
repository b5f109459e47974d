/** Tables of this folder that hold persons: a delivery's body, until it is carried out. */
export const PERSONAL_DATA_TABLES = ["Delivery"] as const;
