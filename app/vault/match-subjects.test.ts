import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { IDENTITY_KINDS, type IdentityKind } from "./identity.ts";
import { matchSubjects, type KnownSubject } from "./match-subjects.ts";

const index = (kind: IdentityKind, value: string) => ({ kind, index: value });
const known = (subject: string, ...indexes: KnownSubject["indexes"]): KnownSubject => ({ subject, indexes });

const ANNA = known("anna", index("customerId", "1"), index("email", "a"), index("phone", "home"));
const BEN = known("ben", index("customerId", "2"), index("email", "b"), index("phone", "home"));
const GUEST = known("guest", index("phone", "home"));

describe("a person on file", () => {
  test("is found by customer id, by e-mail or by telephone alone", () => {
    expect(matchSubjects([ANNA], [index("customerId", "1")])).toEqual(["anna"]);
    expect(matchSubjects([ANNA], [index("email", "a")])).toEqual(["anna"]);
    expect(matchSubjects([GUEST], [index("phone", "home")])).toEqual(["guest"]);
  });

  test("is found by an e-mail although the customer id is another one", () => {
    expect(matchSubjects([ANNA], [index("customerId", "9"), index("email", "a")])).toEqual(["anna"]);
  });

  test("is not taken for another member of the household with the same telephone", () => {
    expect(matchSubjects([ANNA, BEN], [index("email", "a"), index("phone", "home")])).toEqual(["anna"]);
    expect(matchSubjects([BEN], [index("customerId", "1"), index("phone", "home")])).toEqual([]);
  });

  test("with the strongest match comes first", () => {
    expect(matchSubjects([GUEST, ANNA], [index("customerId", "1"), index("phone", "home")])).toEqual(["anna", "guest"]);
  });
});

const indexes = fc.uniqueArray(
  fc.record({ kind: fc.constantFrom(...IDENTITY_KINDS), index: fc.constantFrom("x", "y", "z") }),
  { selector: ({ kind }) => kind },
);
const people = fc.uniqueArray(fc.record({ subject: fc.uuid(), indexes }), { selector: ({ subject }) => subject });

test("nobody matches who shares nothing, and the order of the file doesn't matter", () => {
  fc.assert(
    fc.property(people, indexes, (file, wanted) => {
      const found = matchSubjects(file, wanted);
      for (const subject of found) {
        const own = file.find((person) => person.subject === subject)?.indexes ?? [];
        expect(own.some((has) => wanted.some((want) => want.kind === has.kind && want.index === has.index))).toBe(true);
      }
      expect(matchSubjects(file.toReversed(), wanted)).toEqual(found);
    }),
  );
});

test("a shared customer id or e-mail is always a match", () => {
  fc.assert(
    fc.property(people, indexes, (file, wanted) => {
      const strong = wanted.filter(({ kind }) => kind !== "phone");
      const expected = file.filter((person) =>
        person.indexes.some((has) => strong.some((want) => want.kind === has.kind && want.index === has.index)),
      );
      expect(matchSubjects(file, wanted)).toEqual(expect.arrayContaining(expected.map(({ subject }) => subject)));
    }),
  );
});
