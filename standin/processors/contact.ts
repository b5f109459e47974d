/** A person as a processor has them. */
export interface Contact {
  id: string;
  email: string | null;
  phone: string | null;
  firstName: string | null;
  lastName: string | null;
  createdAt: string;
  /** Whether messages may be sent. */
  email_ok: boolean;
  sms_ok: boolean;
  /** Properties, tags or flags that were set. */
  marks: Record<string, unknown>;
  /** What they did: a name and when. */
  events: { name: string; at: string }[];
}

/** Everybody whom one processor has, and those who are on their way out (slow). */
export interface ContactStore {
  contacts: Contact[];
  /** Ids whose deletion was taken but not yet done. */
  leaving: string[];
}

export const newContact = (contact: Pick<Contact, "id" | "email"> & Partial<Contact>): Contact => ({
  phone: null,
  firstName: null,
  lastName: null,
  createdAt: "2025-03-01T10:00:00.000Z",
  email_ok: true,
  sms_ok: false,
  marks: {},
  events: [],
  ...contact,
});

const digits = (text: string): string => text.replace(/\D/g, "");

/** Whom these identifiers lead to. */
export function findContacts(store: ContactStore, { email, phone }: { email?: string; phone?: string }): Contact[] {
  return store.contacts.filter(
    (one) =>
      (email !== undefined && one.email?.toLowerCase() === email.toLowerCase()) ||
      (phone !== undefined && one.phone !== null && digits(one.phone) === digits(phone)),
  );
}

export function removeContact(store: ContactStore, id: string): void {
  store.contacts = store.contacts.filter((one) => one.id !== id);
  store.leaving = store.leaving.filter((one) => one !== id);
}

/** Carries out what was taken but not done. */
export function letLeave(store: ContactStore): void {
  for (const id of [...store.leaving]) removeContact(store, id);
}
