import { gid, readGid } from "../shop/ids.ts";
import type { CustomerFacts } from "../shop/make-shop.ts";
import { staffMember, type Staff } from "../staff.ts";
import type { CustomerEdit } from "../state.ts";
import { cancelErasure, requestErasure } from "../control/erase-customer.ts";
import { cancelBulk, startBulkQuery } from "./bulk/start-bulk-query.ts";
import { accessDenied } from "./check-access.ts";
import type { Arguments, Context, Field } from "./context.ts";
import { customerFields } from "./objects/customer.ts";
import { bulkFields } from "./objects/bulk-operation.ts";
import { consentPolicyUpdate } from "./objects/privacy.ts";
import { policyFields } from "./objects/shop.ts";
import { problem } from "./problem.ts";
import { metafieldsDelete, metafieldsSet } from "./set-metafields.ts";

function findCustomer(context: Context, id: unknown): CustomerFacts | undefined {
  const read = readGid(String(id));
  return read?.type === "Customer" ? context.facts.customerById(read.number) : undefined;
}

function editCustomer(context: Context, customer: CustomerFacts, edit: CustomerEdit): void {
  context.shop.edits[customer.id] = { ...context.shop.edits[customer.id], ...edit };
  context.world.changed();
}

/**
 * Some mutations ask for a permission of the person behind the token. That an offline token has nobody behind it, and
 * is refused, is a guess on the safe side: nothing public says what Shopify does.
 */
function requireStaff(context: Context, field: string, may: (staff: Staff) => boolean, words: string): void {
  if (context.token.staff === null || !may(staffMember(context.token.staff))) throw accessDenied(field, words);
}

const ERASE_WORDS =
  "`write_customer_data_erasure` access scope. Also: The user must have access to erase customer data.";

const customerRequestDataErasure: Field = (args, context) => {
  requireStaff(context, "customerRequestDataErasure", (staff) => staff.mayErase, ERASE_WORDS);
  const customer = findCustomer(context, args["customerId"]);
  if (customer === undefined)
    return { customerId: null, userErrors: problem(["customerId"], "Customer does not exist", "DOES_NOT_EXIST") };
  requestErasure(context.world, context.shop.domain, customer.id);
  return { customerId: args["customerId"], userErrors: [] };
};

const customerCancelDataErasure: Field = (args, context) => {
  requireStaff(context, "customerCancelDataErasure", (staff) => staff.mayErase, ERASE_WORDS);
  const customer = findCustomer(context, args["customerId"]);
  const cancelled = customer !== undefined && cancelErasure(context.world, context.shop.domain, customer.id);
  if (cancelled) return { customerId: args["customerId"], userErrors: [] };
  const code = customer === undefined ? "DOES_NOT_EXIST" : "NOT_BEING_ERASED";
  const message = customer === undefined ? "Customer does not exist" : "Customer's data is not scheduled to be erased";
  return { customerId: null, userErrors: problem(["customerId"], message, code) };
};

const customerUpdate: Field = (args, context) => {
  const input = args["input"] as CustomerEdit & { id?: string };
  const customer = findCustomer(context, input.id);
  if (customer === undefined) return { customer: null, userErrors: problem(["id"], "Customer does not exist") };
  const edit: Record<string, unknown> = {};
  for (const key of ["firstName", "lastName", "email", "phone", "note", "tags"] as const)
    if (input[key] !== undefined) edit[key] = input[key];
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

const shopPolicyUpdate: Field = (args, context) => {
  requireStaff(
    context,
    "shopPolicyUpdate",
    (staff) => staff.mayManagePolicies,
    "`write_legal_policies` access scope. Also: The user must have access to manage legal policies.",
  );
  const { type, body } = args["shopPolicy"] as { type: string; body: string };
  const now = new Date(context.world.clock.now()).toISOString();
  context.shop.policies[type] = { body, createdAt: context.shop.policies[type]?.createdAt ?? now, updatedAt: now };
  context.world.changed();
  return { shopPolicy: policyFields(context, type), userErrors: [] };
};

/** What mutations do. */
export const MUTATION: Readonly<Record<string, Field>> = {
  customerRequestDataErasure,
  customerCancelDataErasure,
  customerUpdate,
  tagsAdd: (args, context) => changeTags(args, context, (old, given) => [...new Set([...old, ...given])]),
  tagsRemove: (args, context) => changeTags(args, context, (old, given) => old.filter((tag) => !given.includes(tag))),
  metafieldsSet,
  metafieldsDelete,
  shopPolicyUpdate,
  consentPolicyUpdate,
  privacyFeaturesDisable: (args, context) => {
    const features = args["featuresToDisable"] as string[];
    context.shop.disabledFeatures = [...new Set([...context.shop.disabledFeatures, ...features])];
    context.world.changed();
    return { featuresDisabled: features, userErrors: [] };
  },
  dataSaleOptOut: (args, context) => {
    const customer = context.facts.customers.find((one) => one.person.email === args["email"]);
    if (customer !== undefined) editCustomer(context, customer, { saleOptOut: true });
    return { customerId: customer === undefined ? null : gid("Customer", customer.id), userErrors: [] };
  },
  bulkOperationRunQuery: (args, context) => {
    const started = startBulkQuery(context, String(args["query"]), args["groupObjects"] === true);
    if ("code" in started)
      return { bulkOperation: null, userErrors: problem(["query"], started.message, started.code) };
    return { bulkOperation: bulkFields(context, started), userErrors: [] };
  },
  bulkOperationCancel: (args, context) => {
    const bulk = cancelBulk(context, readGid(String(args["id"]))?.number);
    if (bulk === undefined)
      return { bulkOperation: null, userErrors: problem(["id"], "Bulk operation does not exist") };
    return { bulkOperation: bulkFields(context, bulk), userErrors: [] };
  },
};
