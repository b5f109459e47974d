/** Tables of this folder that hold persons. */
export const PERSONAL_DATA_TABLES = [
  "PrivacyRequest",
  "RequestTask",
  "RequestDecision",
  "RequestAttachment",
  "RequestForm",
  "RequestLink",
  "CollectedPart",
  "Package",
  "PackagePart",
  "LegalHold",
] as const;
