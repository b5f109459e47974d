import { createHash } from "node:crypto";
import { gid } from "../../shop/ids.ts";
import type { StoredMetafield } from "../../state.ts";
import type { Arguments, Context, Fields } from "../context.ts";
import { listingOf, paginate } from "../paginate.ts";
import { nodeById } from "../find-node.ts";

/** `$app` and `$app:name` are short for the namespace that belongs to the asking app. */
export function fullNamespace(namespace: unknown): string {
  const given = typeof namespace === "string" ? namespace : "$app";
  return given.replace(/^\$app(?=:|$)/, "app--4711").replace(":", "--");
}

const TYPES: Readonly<Record<string, string>> = { AppInstallation: "API_PERMISSION" };

function ownerType(owner: string): string {
  const name = owner.split("/")[3] ?? "";
  return TYPES[name] ?? name.toUpperCase();
}

function jsonOf(field: StoredMetafield): unknown {
  try {
    return JSON.parse(field.value);
  } catch {
    return field.value;
  }
}

export function metafieldFields(owner: string, field: StoredMetafield): Fields {
  return {
    __typename: "Metafield",
    id: gid("Metafield", field.id),
    legacyResourceId: String(field.id),
    namespace: field.namespace,
    key: field.key,
    type: field.type,
    value: field.value,
    jsonValue: jsonOf(field),
    compareDigest: createHash("sha256").update(field.value).digest("hex"),
    sizeInBytes: Buffer.byteLength(field.value),
    ownerType: ownerType(owner),
    owner: (_: Arguments, context: Context) => nodeById(context, owner),
    description: null,
    definition: null,
    reference: null,
    createdAt: field.createdAt,
    updatedAt: field.updatedAt,
  };
}

/** `metafield` and `metafields` of an owner; `made` are those that the generated shop comes with. */
export function metafieldsOf(owner: string, made: readonly StoredMetafield[] = []): Fields {
  const all = (context: Context): StoredMetafield[] => {
    const set = context.shop.metafields[owner] ?? [];
    return [
      ...made.filter((old) => !set.some((field) => field.namespace === old.namespace && field.key === old.key)),
      ...set,
    ];
  };
  return {
    metafield: (args: Arguments, context: Context) => {
      const namespace = fullNamespace(args["namespace"]);
      const found = all(context).find((field) => field.namespace === namespace && field.key === args["key"]);
      return found === undefined ? null : metafieldFields(owner, found);
    },
    metafields: (args: Arguments, context: Context) => {
      const wanted = typeof args["namespace"] === "string" ? fullNamespace(args["namespace"]) : undefined;
      const keys = Array.isArray(args["keys"]) ? (args["keys"] as string[]) : undefined;
      const found = all(context).filter(
        (field) =>
          (wanted === undefined || field.namespace === wanted) &&
          (keys === undefined || keys.includes(`${field.namespace}.${field.key}`)),
      );
      return paginate(context, args, listingOf(found), (field) => metafieldFields(owner, field));
    },
  };
}
