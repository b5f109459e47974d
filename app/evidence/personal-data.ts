/** Tables of this folder that name persons, by keyed pseudonym only: evidence outlives the person and says nothing. */
export const PERSONAL_DATA_TABLES = ["EvidenceEntry"] as const;
