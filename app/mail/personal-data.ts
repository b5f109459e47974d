/** Tables of this folder that hold persons, or could. `MailSettings` holds the merchant's own addresses. */
export const PERSONAL_DATA_TABLES = ["MailMessage", "MailSettings"] as const;
