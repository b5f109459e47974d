import type { AdminGraphql } from "./admin-graphql.server.ts";
import { accepted } from "./accepted.server.ts";
import {
  fieldsOf,
  isOfAddress,
  missingChanges,
  type Changes,
  type CorrectableField,
  type Values,
} from "./customer-changes.ts";
import type { CountryCode } from "./generated/operations.ts";
import { readCustomerState, type CustomerState } from "./customer-state.server.ts";
import { CREATE_ADDRESS, UPDATE_ADDRESS, UPDATE_CUSTOMER } from "./operations/change-customer.ts";

/** What a look afterwards showed; `wrong`: the fields that are not as they should be. */
export type Corrected = { seen: "as-asked" | "no-customer" } | { seen: "not-as-asked"; wrong: CorrectableField[] };

/** A customer's correctable values as Shopify has them. */
export function valuesOf({ firstName, lastName, email, phone, address }: CustomerState): Values {
  const { id: _id, ...where } = address ?? { id: "" };
  return { firstName, lastName, email, phone, ...where };
}

/**
 * Writes corrections to a customer and their default address. Only what is not so yet is written, so a repeat changes
 * nothing; then looks again.
 *
 * @throws PlainProblem when Shopify does not accept a value
 */
export async function correctCustomer(admin: AdminGraphql, id: string, changes: Changes): Promise<Corrected> {
  const before = await readCustomerState(admin, id);
  if (before === null) return { seen: "no-customer" };
  const missing = missingChanges(valuesOf(before), changes);
  await writePerson(
    admin,
    id,
    pick(missing, (field) => !isOfAddress(field)),
  );
  await writeAddress(admin, before, pick(missing, isOfAddress));
  const after = await readCustomerState(admin, id);
  const wrong = after === null ? fieldsOf(changes) : fieldsOf(missingChanges(valuesOf(after), changes));
  return wrong.length === 0 ? { seen: "as-asked" } : { seen: "not-as-asked", wrong };
}

function pick(changes: Changes, wanted: (field: CorrectableField) => boolean): Changes {
  const fields = fieldsOf(changes).filter(wanted);
  return Object.fromEntries(fields.map((field) => [field, changes[field]]));
}

async function writePerson(admin: AdminGraphql, id: string, changes: Changes): Promise<void> {
  if (fieldsOf(changes).length === 0) return;
  accepted("the correction", (await admin(UPDATE_CUSTOMER, { input: { id, ...changes } })).customerUpdate);
}

async function writeAddress(admin: AdminGraphql, { id, address }: CustomerState, changes: Changes): Promise<void> {
  if (fieldsOf(changes).length === 0) return;
  const { countryCode, ...rest } = changes;
  const written = {
    ...rest,
    ...(countryCode !== undefined && { countryCode: countryCode.toUpperCase() as CountryCode }),
  };
  if (address === null) {
    const made = await admin(CREATE_ADDRESS, { customerId: id, address: written });
    accepted("the address", made.customerAddressCreate);
    return;
  }
  const variables = { customerId: id, addressId: address.id, address: written };
  accepted("the address", (await admin(UPDATE_ADDRESS, variables)).customerAddressUpdate);
}
