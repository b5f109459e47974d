import { nextId } from "../world.ts";
import { installationId, readGid } from "../shop/ids.ts";
import type { Context, Field } from "./context.ts";
import { nodeById } from "./find-node.ts";
import { fullNamespace, metafieldFields } from "./objects/metafields.ts";
import { problem, type Problem } from "./problem.ts";

interface MetafieldInput {
  ownerId: string;
  namespace?: string | null;
  key: string;
  type?: string | null;
  value: string;
  compareDigest?: string | null;
}

/** https://shopify.dev/docs/apps/build/custom-data/metafields/metafield-limits; which API versions have it is a guess. */
const LARGEST_JSON = 128 * 1024;

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

type Check = (input: MetafieldInput, context: Context) => [field: string, message: string, code: string] | undefined;

const known = (context: Context, input: MetafieldInput) =>
  context.shop.metafields[input.ownerId]?.find(
    (field) => field.namespace === fullNamespace(input.namespace) && field.key === input.key,
  );

const typeOf = (context: Context, input: MetafieldInput): string => input.type ?? known(context, input)?.type ?? "";

const CHECKS: readonly Check[] = [
  (input) =>
    readGid(input.ownerId)?.type === "AppInstallation" && input.ownerId !== installationId
      ? ["ownerId", "ApiPermission metafields can only be created or updated by the app owner.", "APP_NOT_AUTHORIZED"]
      : undefined,
  (input, context) =>
    nodeById(context, input.ownerId) === null ? ["ownerId", "Owner does not exist.", "INVALID"] : undefined,
  (input) => (input.key.length < 2 ? ["key", "is too short (minimum is 2 characters)", "TOO_SHORT"] : undefined),
  (input) => (input.key.length > 64 ? ["key", "is too long (maximum is 64 characters)", "TOO_LONG"] : undefined),
  (input) =>
    fullNamespace(input.namespace).length < 3
      ? ["namespace", "is too short (minimum is 3 characters)", "TOO_SHORT"]
      : undefined,
  (input, context) => (typeOf(context, input) === "" ? ["type", "can't be blank", "BLANK"] : undefined),
  (input) => (input.value === "" ? ["value", "may not be empty", "BLANK"] : undefined),
  (input, context) =>
    typeOf(context, input) === "json" && !isJson(input.value)
      ? ["value", "is not valid JSON", "INVALID_VALUE"]
      : undefined,
  (input, context) =>
    typeOf(context, input) === "json" && Buffer.byteLength(input.value) > LARGEST_JSON
      ? ["value", `is too large (maximum is ${String(LARGEST_JSON)} bytes)`, "TOO_LONG"]
      : undefined,
];

function problemsOf(context: Context, inputs: readonly MetafieldInput[]): Problem[] {
  if (inputs.length > 25)
    return problem(["metafields"], "Exceeded the maximum of 25 metafields", "LESS_THAN_OR_EQUAL_TO");
  return inputs.flatMap((input, index) => {
    const found = CHECKS.map((check) => check(input, context)).find((one) => one !== undefined);
    return found === undefined ? [] : problem(["metafields", String(index), found[0]], found[1], found[2]);
  });
}

/** All or nothing, as Shopify's. */
export const metafieldsSet: Field = (args, context) => {
  const inputs = args["metafields"] as MetafieldInput[];
  const userErrors = problemsOf(context, inputs);
  if (userErrors.length > 0) return { metafields: null, userErrors };
  return { metafields: inputs.map((input) => setMetafield(context, input)), userErrors: [] };
};

function setMetafield(context: Context, input: MetafieldInput): object {
  const namespace = fullNamespace(input.namespace);
  const owned = (context.shop.metafields[input.ownerId] ??= []);
  const now = new Date(context.world.clock.now()).toISOString();
  const before = known(context, input);
  const field = before ?? {
    id: nextId(context.world),
    namespace,
    key: input.key,
    type: "",
    value: "",
    createdAt: now,
    updatedAt: now,
  };
  field.type = typeOf(context, input);
  field.value = input.value;
  field.updatedAt = now;
  if (before === undefined) owned.push(field);
  context.world.changed();
  return metafieldFields(input.ownerId, field);
}

/** What was not there is null in the answer, and no error. */
export const metafieldsDelete: Field = (args, context) => {
  const inputs = args["metafields"] as { ownerId: string; namespace: string; key: string }[];
  const deletedMetafields = inputs.map((input) => {
    const owned = context.shop.metafields[input.ownerId] ?? [];
    const namespace = fullNamespace(input.namespace);
    const rest = owned.filter((field) => field.namespace !== namespace || field.key !== input.key);
    context.shop.metafields[input.ownerId] = rest;
    return rest.length === owned.length ? null : { ownerId: input.ownerId, namespace, key: input.key };
  });
  context.world.changed();
  return { deletedMetafields, userErrors: [] };
};
