/** Tables of this folder that hold persons: the store's own staff, not its customers. They go with the store. */
export const PERSONAL_DATA_TABLES = ["StaffMember"] as const;
