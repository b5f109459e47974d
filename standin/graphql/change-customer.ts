import { nextId } from "../world.ts";
import { gid, readGid } from "../shop/ids.ts";
import type { CustomerFacts } from "../shop/make-shop.ts";
import type { AddressEdit, CustomerEdit } from "../state.ts";
import type { Arguments, Context, Field } from "./context.ts";
import { addressFields } from "./objects/address.ts";
import { addressesOf, customerFields, identityOf } from "./objects/customer.ts";
import { problem } from "./problem.ts";

export function findCustomer(context: Context, id: unknown): CustomerFacts | undefined {
  const read = readGid(String(id));
  return read?.type === "Customer" ? context.facts.customerById(read.number) : undefined;
}

function editCustomer(context: Context, customer: CustomerFacts, edit: CustomerEdit): void {
  context.shop.edits[customer.id] = { ...context.shop.edits[customer.id], ...edit };
  context.world.changed();
}

const MISSING = "Customer does not exist";
const EDITABLE = ["firstName", "lastName", "email", "phone", "note", "tags"] as const;

/** An e-mail address or number belongs to one customer of a shop. */
function takenBy(context: Context, customer: CustomerFacts, edit: CustomerEdit): "email" | "phone" | undefined {
  return (["email", "phone"] as const).find((name) => {
    const wanted = edit[name]?.toLowerCase();
    return (
      wanted !== undefined &&
      context.facts.customers.some(
        (other) => other !== customer && identityOf(context, other)[name]?.toLowerCase() === wanted,
      )
    );
  });
}

const customerUpdate: Field = (args, context) => {
  const input = args["input"] as CustomerEdit & { id?: string };
  const customer = findCustomer(context, input.id);
  if (customer === undefined) return { customer: null, userErrors: problem(["id"], MISSING) };
  const edit: CustomerEdit = Object.fromEntries(
    EDITABLE.filter((name) => input[name] !== undefined).map((name) => [name, input[name]]),
  );
  const taken = takenBy(context, customer, edit);
  if (taken !== undefined)
    return { customer: null, userErrors: problem([taken], `${taken} has already been taken`, "TAKEN") };
  if (typeof edit.email === "string" && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(edit.email))
    return { customer: null, userErrors: problem(["email"], "Email is invalid", "INVALID") };
  editCustomer(context, customer, edit);
  return { customer: customerFields(context, customer), userErrors: [] };
};

function changeTags(
  args: Arguments,
  context: Context,
  change: (old: readonly string[], given: string[]) => string[],
): object {
  const customer = findCustomer(context, args["id"]);
  if (customer === undefined) throw new Error("stand-in: tags are built for customers only");
  const old = context.shop.edits[customer.id]?.tags ?? customer.tags;
  editCustomer(context, customer, { tags: change(old, args["tags"] as string[]) });
  return { node: customerFields(context, customer), userErrors: [] };
}

const ADDRESS = [
  ...(["firstName", "lastName", "company", "address1", "address2"] as const),
  ...(["city", "zip", "provinceCode", "countryCode", "phone"] as const),
] as const satisfies readonly (keyof AddressEdit)[];

/** The fields of an address that an input names. */
function read(input: Record<string, unknown>): Partial<AddressEdit> {
  return Object.fromEntries(ADDRESS.filter((name) => input[name] !== undefined).map((name) => [name, input[name]]));
}

const customerAddressUpdate: Field = (args, context) => {
  const customer = findCustomer(context, args["customerId"]);
  if (customer === undefined) return { address: null, userErrors: problem(["customerId"], MISSING) };
  const addresses = addressesOf(context, customer);
  const wanted = readGid(String(args["addressId"]))?.number;
  const found = addresses.find(({ id }) => id === wanted);
  if (found === undefined) return { address: null, userErrors: problem(["addressId"], "Address does not exist") };
  const changed = { ...found, ...read(args["address"] as Record<string, unknown>) };
  editCustomer(context, customer, { addresses: addresses.map((one) => (one === found ? changed : one)) });
  return { address: addressFields(changed), userErrors: [] };
};

const customerAddressCreate: Field = (args, context) => {
  const customer = findCustomer(context, args["customerId"]);
  if (customer === undefined) return { address: null, userErrors: problem(["customerId"], MISSING) };
  const blank = Object.fromEntries(ADDRESS.map((name) => [name, null])) as unknown as AddressEdit;
  const added = {
    ...blank,
    ...read(args["address"] as Record<string, unknown>),
    id: 50_000_000 + nextId(context.world),
  };
  const old = addressesOf(context, customer);
  editCustomer(context, customer, { addresses: args["setAsDefault"] === true ? [added, ...old] : [...old, added] });
  return { address: addressFields(added), userErrors: [] };
};

interface ConsentInput {
  marketingState: string;
  consentUpdatedAt?: string | null;
}

/** What Shopify takes: a state that a store can set itself. */
const SETTABLE = ["SUBSCRIBED", "UNSUBSCRIBED", "PENDING"];

function changeConsent(args: Arguments, context: Context, channel: "email" | "sms"): object {
  const input = args["input"] as Record<string, unknown>;
  const customer = findCustomer(context, input["customerId"]);
  if (customer === undefined)
    return { customer: null, userErrors: problem(["input", "customerId"], MISSING, "INVALID") };
  const consent = input[`${channel}MarketingConsent`] as ConsentInput;
  const reach = identityOf(context, customer)[channel === "email" ? "email" : "phone"];
  if (reach === null || !SETTABLE.includes(consent.marketingState))
    return { customer: null, userErrors: problem(["input"], "Consent can't be changed", "INVALID") };
  const at = consent.consentUpdatedAt ?? new Date(context.world.clock.now()).toISOString();
  editCustomer(context, customer, { [`${channel}Marketing`]: { state: consent.marketingState, at } });
  return { customer: customerFields(context, customer), userErrors: [] };
}

/** Mutations of a customer's record. */
export const CUSTOMER_MUTATIONS: Readonly<Record<string, Field>> = {
  customerUpdate,
  customerAddressUpdate,
  customerAddressCreate,
  customerEmailMarketingConsentUpdate: (args, context) => changeConsent(args, context, "email"),
  customerSmsMarketingConsentUpdate: (args, context) => changeConsent(args, context, "sms"),
  tagsAdd: (args, context) => changeTags(args, context, (old, given) => [...new Set([...old, ...given])]),
  tagsRemove: (args, context) => changeTags(args, context, (old, given) => old.filter((tag) => !given.includes(tag))),
  dataSaleOptOut: (args, context) => {
    const email = String(args["email"]).toLowerCase();
    const customer = context.facts.customers.find((one) => identityOf(context, one).email?.toLowerCase() === email);
    if (customer !== undefined) editCustomer(context, customer, { saleOptOut: true });
    return { customerId: customer === undefined ? null : gid("Customer", customer.id), userErrors: [] };
  },
};
