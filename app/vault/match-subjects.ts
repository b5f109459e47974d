import { IDENTITY_KINDS, type IdentityKind } from "./identity.ts";

/** A person on file, with blind indexes in hex. */
export interface KnownSubject {
  subject: string;
  indexes: readonly { kind: IdentityKind; index: string }[];
}

/** What is asked for: blind indexes in hex. */
export type WantedIndexes = readonly { kind: IdentityKind; index: string }[];

/**
 * Which persons on file are the person asked for, best match first. A customer id or an e-mail address is one person's
 * at a store. A telephone is often shared by a household: it counts only when nothing stronger speaks against it.
 */
export function matchSubjects(known: readonly KnownSubject[], wanted: WantedIndexes): string[] {
  return known
    .map(({ subject, indexes }) => ({ subject, rank: rankOf(indexes, wanted) }))
    .filter(({ rank }) => rank < IDENTITY_KINDS.length)
    .sort((a, b) => a.rank - b.rank || (a.subject < b.subject ? -1 : 1))
    .map(({ subject }) => subject);
}

/** 0 is the strongest match; a rank beyond the list is none. */
function rankOf(indexes: KnownSubject["indexes"], wanted: WantedIndexes): number {
  const isShared = (kind: IdentityKind) =>
    wanted.some((want) => want.kind === kind && indexes.some((has) => has.kind === kind && has.index === want.index));
  const contradicts = (kind: IdentityKind) =>
    !isShared(kind) && wanted.some((want) => want.kind === kind) && indexes.some((has) => has.kind === kind);
  const rank = IDENTITY_KINDS.findIndex(isShared);
  if (rank < 0) return IDENTITY_KINDS.length;
  const onlyPhone = IDENTITY_KINDS[rank] === "phone";
  return onlyPhone && (contradicts("customerId") || contradicts("email")) ? IDENTITY_KINDS.length : rank;
}
