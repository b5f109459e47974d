/** Tables of this folder that could hold a person. Job payloads are ids only. */
export const PERSONAL_DATA_TABLES = ["JobProblem"] as const;
