import { mayReplace } from "./fact.ts";
import type { AnyFact, Lists, Register, Singles } from "./facts.ts";
import { factById, factsOf, idIn, kindOf, SINGLE_KINDS, type ListKind, type SingleKind } from "./kinds.ts";

const isSingle = (kind: string): kind is SingleKind => (SINGLE_KINDS as readonly string[]).includes(kind);

/** A fact for a list, with the id that it has there. */
export function listed<Kind extends ListKind>(kind: Kind, fact: Omit<Lists[Kind], "id">): Lists[Kind] {
  return { ...fact, id: idIn(kind, fact) } as Lists[Kind];
}

/** A register in which a fact stands as given: in its place if there is one of its id, else at the end of its list. */
export function withFact(register: Register, fact: AnyFact): Register {
  const kind = kindOf(fact.id);
  if (kind === undefined) throw new RangeError(`no kind of fact has the id ${fact.id}`);
  if (isSingle(kind)) return { ...register, [kind]: fact };
  const list: readonly AnyFact[] = register[kind];
  const at = list.findIndex(({ id }) => id === fact.id);
  return { ...register, [kind]: at < 0 ? [...list, fact] : list.with(at, fact) };
}

/** A register without a fact of a list. A fact of which there is one cannot go; its register is given back as it is. */
export function withoutFact(register: Register, id: string): Register {
  const kind = kindOf(id);
  if (kind === undefined || isSingle(kind)) return register;
  const list: readonly AnyFact[] = register[kind];
  return { ...register, [kind]: list.filter((fact) => fact.id !== id) };
}

/** A single fact changed in part, said by staff unless `change` says who. */
export function withSingle<Kind extends SingleKind>(
  register: Register,
  kind: Kind,
  change: Partial<Singles[Kind]>,
): Register {
  return withFact(register, { ...register[kind], status: "confirmed", origin: "staff", ref: "", ...change });
}

/**
 * Lays facts over a register: what its policy claims, what was seen. Each takes the place of one of the same id unless
 * that one is surer; the order of facts that are equally sure counts.
 */
export function layFacts(register: Register, facts: readonly AnyFact[]): Register {
  return facts.reduce((laid, fact) => {
    const standing = factById(laid, fact.id);
    return standing === undefined || mayReplace(fact, standing) ? withFact(laid, fact) : laid;
  }, register);
}

/** How two registers differ, fact by fact. */
export interface FactChange {
  readonly id: string;
  /** undefined: it is new, or it went. */
  readonly before: AnyFact | undefined;
  readonly after: AnyFact | undefined;
  /** What is true changed, not only who says so. */
  readonly isMaterial: boolean;
}

/** All changes from one register to another, in the order of the later one; what went comes last. */
export function diffRegisters(before: Register, after: Register): FactChange[] {
  const old = new Map(factsOf(before).map((fact) => [fact.id, fact]));
  const changed = factsOf(after).flatMap((fact): FactChange[] => {
    const was = old.get(fact.id);
    old.delete(fact.id);
    if (was === fact || (was && stable(was) === stable(fact))) return [];
    return [{ id: fact.id, before: was, after: fact, isMaterial: !was || !saysTheSame(was, fact) }];
  });
  const gone = [...old.values()].map((fact) => ({ id: fact.id, before: fact, after: undefined, isMaterial: true }));
  return [...changed, ...gone];
}

/** A fact as text, whatever order its fields came in. */
function stable(fact: AnyFact): string {
  return JSON.stringify(Object.entries(fact).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Whether two facts say the same, whoever says it. */
export function saysTheSame(one: AnyFact, other: AnyFact): boolean {
  return said(one) === said(other);
}

function said({ status: _status, origin: _origin, ref: _ref, ...rest }: AnyFact): string {
  return stable(rest as AnyFact);
}
