/** Tables of this folder that hold persons: whoever stands for the store on privacy matters, such as its privacy officer. */
export const PERSONAL_DATA_TABLES = ["RegisterFact"] as const;
