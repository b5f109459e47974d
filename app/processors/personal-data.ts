/** Tables of this folder that can hold a person: a processor's contact, and what processors handed over. */
export const PERSONAL_DATA_TABLES = ["Processor", "ProcessorErrand"] as const;
