type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The nodes of a connection in a result; undefined when the value is none. */
function nodesOf(value: unknown): Json[] | undefined {
  if (!isObject(value)) return undefined;
  if (Array.isArray(value["edges"])) return (value["edges"] as { node: Json }[]).map((edge) => edge.node);
  return Array.isArray(value["nodes"]) ? (value["nodes"] as Json[]) : undefined;
}

/**
 * Lines of a JSONL file: one for each node of each connection, children with `__parentId`, after their parents. The
 * connection itself vanishes from the parent's line, as in Shopify's files.
 */
export function flattenResult(data: Json): { roots: Json[]; children: Json[]; rootIsConnection: boolean } {
  const roots: Json[] = [];
  const children: Json[] = [];
  const rootIsConnection = Object.values(data).some((value) => nodesOf(value) !== undefined);
  const take = (node: Json, parent: string | undefined): Json => {
    const own: Json = {};
    const id = typeof node["id"] === "string" ? node["id"] : parent;
    for (const [name, value] of Object.entries(node)) {
      const nodes = nodesOf(value);
      if (nodes === undefined) own[name] = isObject(value) ? take(value, id) : value;
      else
        for (const child of nodes)
          children.push({ ...take(child, id), ...(id === undefined ? {} : { __parentId: id }) });
    }
    return own;
  };
  for (const value of Object.values(data)) {
    const nodes = nodesOf(value);
    if (nodes !== undefined) roots.push(...nodes.map((node) => take(node, undefined)));
    else if (isObject(value)) roots.push(take(value, undefined));
  }
  return { roots, children, rootIsConnection };
}

/** Children directly below their parent, as a bulk operation with `groupObjects` writes them. */
export function groupUnderParents({ roots, children }: { roots: readonly Json[]; children: readonly Json[] }): Json[] {
  const byParent = Map.groupBy(children, (child) => child["__parentId"]);
  const withChildren = (node: Json): Json[] => [node, ...(byParent.get(node["id"]) ?? []).flatMap(withChildren)];
  return roots.flatMap(withChildren);
}
