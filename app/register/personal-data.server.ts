import type { Tx } from "../db/database.server.ts";
import { prisma } from "../db/database.server.ts";
import { normalise } from "../vault/identity.ts";
import type { PersonalDataKeeper } from "../vault/keeper.ts";
import { readFactRows } from "./fact-rows.server.ts";

/**
 * Finds a person whom the register names by their e-mail address as somebody to turn to. It is not erased with them:
 * a store must publish how it is reached (GDPR art. 13(1)(a)–(b), 17(3)(b)), and its staff put another in the place.
 */
export const registerKeeper: PersonalDataKeeper<Tx> = {
  async find(shop, { identity }) {
    if (identity.email === undefined) return [];
    const email = normalise("email", identity.email);
    const { facts } = await readFactRows(shop, prisma());
    return facts.flatMap((fact) =>
      "contact" in fact && normalise("email", fact.value) === email
        ? [
            {
              ...{ kind: "Contact that the store publishes", recordedAt: null },
              facts: [
                { label: "Name", value: fact.name },
                { label: "Address", value: fact.value },
              ],
            },
          ]
        : [],
    );
  },
  erase: () => Promise.resolve({}),
};
