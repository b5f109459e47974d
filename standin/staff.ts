/** Someone who works at the shop. */
export interface Staff {
  id: number;
  firstName: string;
  lastName: string;
  email: string;
  owner: boolean;
  locale: string;
  /** "Erase customer personal data" and "Manage legal policies" in Shopify's staff permissions. */
  mayErase: boolean;
  mayManagePolicies: boolean;
}

/** The owner may do everything; the assistant lacks the two permissions that privacy mutations ask for. */
export const STAFF: readonly Staff[] = [
  {
    id: 81001,
    firstName: "Rosa",
    lastName: "Wood",
    email: "rosa@rosewood.example",
    owner: true,
    locale: "en",
    mayErase: true,
    mayManagePolicies: true,
  },
  {
    id: 81002,
    firstName: "Théo",
    lastName: "Finch",
    email: "theo@rosewood.example",
    owner: false,
    locale: "de",
    mayErase: false,
    mayManagePolicies: false,
  },
];

/** The staff member with this id. Throws when there is none. */
export function staffMember(id: number): Staff {
  const found = STAFF.find((staff) => staff.id === id);
  if (found === undefined) throw new Error(`No staff member ${String(id)}`);
  return found;
}
