/** Tables of this folder that hold persons. */
export const PERSONAL_DATA_TABLES = ["DataSubject", "SubjectIndex", "SubjectField", "ErasedIndex"] as const;
