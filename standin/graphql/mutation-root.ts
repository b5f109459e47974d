import { readGid } from "../shop/ids.ts";
import { staffMember, type Staff } from "../staff.ts";
import { cancelErasure, requestErasure } from "../control/erase-customer.ts";
import { cancelBulk, startBulkQuery } from "./bulk/start-bulk-query.ts";
import { accessDenied } from "./check-access.ts";
import { CUSTOMER_MUTATIONS, findCustomer } from "./change-customer.ts";
import type { Arguments, Context, Field } from "./context.ts";
import { bulkFields } from "./objects/bulk-operation.ts";
import { PAGE_MUTATIONS } from "./objects/page.ts";
import { consentPolicyUpdate } from "./objects/privacy.ts";
import { policyFields } from "./objects/shop.ts";
import { problem } from "./problem.ts";
import { metafieldsDelete, metafieldsSet } from "./set-metafields.ts";

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

/** Answers as if it had been done: what a mutation gives when the state does not matter. */
const LIES: Readonly<Record<string, (args: Arguments) => object>> = {
  customerRequestDataErasure: (args) => ({ customerId: args["customerId"], userErrors: [] }),
  customerUpdate: () => ({ customer: null, userErrors: [] }),
  customerAddressUpdate: () => ({ address: null, userErrors: [] }),
  tagsAdd: () => ({ node: null, userErrors: [] }),
  metafieldsSet: () => ({ metafields: [], userErrors: [] }),
  dataSaleOptOut: () => ({ customerId: null, userErrors: [] }),
  customerEmailMarketingConsentUpdate: () => ({ customer: null, userErrors: [] }),
  customerSmsMarketingConsentUpdate: () => ({ customer: null, userErrors: [] }),
};

/** A mutation that was told to lie (control API, `apiLies`) says that it did it, and does nothing. */
function mayLie(name: string, honest: Field): Field {
  return (args, context) => {
    const lie = LIES[name];
    return lie && context.world.faults.apiLies.includes(name) ? lie(args) : honest(args, context);
  };
}

const HONEST: Readonly<Record<string, Field>> = {
  customerRequestDataErasure,
  customerCancelDataErasure,
  ...CUSTOMER_MUTATIONS,
  metafieldsSet,
  metafieldsDelete,
  shopPolicyUpdate,
  ...PAGE_MUTATIONS,
  consentPolicyUpdate,
  privacyFeaturesDisable: (args, context) => {
    const features = args["featuresToDisable"] as string[];
    context.shop.disabledFeatures = [...new Set([...context.shop.disabledFeatures, ...features])];
    context.world.changed();
    return { featuresDisabled: features, userErrors: [] };
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

/** What mutations do. */
export const MUTATION: Readonly<Record<string, Field>> = Object.fromEntries(
  Object.entries(HONEST).map(([name, honest]) => [name, mayLie(name, honest)]),
);
