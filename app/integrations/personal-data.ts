/** Tables of this folder that hold what could name a person. An endpoint's secret is the store's own; no person is in it. */
export const PERSONAL_DATA_TABLES = ["EventEndpoint"] as const;
