/** Tables of this folder that hold persons: the staff member of an online session, and everybody's access tokens. */
export const PERSONAL_DATA_TABLES = ["Session"] as const;
