type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The nodes of a connection in a result; undefined when the value is none. */
function nodesOf(value: unknown): Json[] | undefined {
  if (!isObject(value)) return undefined;
  if (Array.isArray(value["edges"])) return (value["edges"] as { node: Json }[]).map((edge) => edge.node);
  return Array.isArray(value["nodes"]) ? (value["nodes"] as Json[]) : undefined;
}

/** A line of the file with the lines of everything that hangs on it. */
export interface Group {
  root: Json;
  children: Json[];
}

/** Takes the connections out of a node: their nodes become lines of their own, which name their parent. */
function take(node: Json, parent: string | undefined, children: Json[]): Json {
  const own: Json = {};
  const id = typeof node["id"] === "string" ? node["id"] : parent;
  for (const name of Object.keys(node)) {
    const value = node[name];
    const nodes = nodesOf(value);
    if (nodes === undefined) {
      own[name] = isObject(value) ? take(value, id, children) : value;
      continue;
    }
    for (const child of nodes) {
      const below: Json[] = [];
      const line = take(child, id, below);
      if (id !== undefined) line["__parentId"] = id;
      children.push(line, ...below);
    }
  }
  return own;
}

/**
 * The lines of a JSONL file: one for each node of each connection, children with `__parentId`. The connection itself
 * vanishes from the parent's line, as in Shopify's files.
 */
export function flattenResult(data: Json): { groups: Group[]; rootIsConnection: boolean } {
  const groups: Group[] = [];
  let rootIsConnection = false;
  for (const value of Object.values(data)) {
    const nodes = nodesOf(value);
    if (nodes !== undefined) rootIsConnection = true;
    for (const node of nodes ?? (isObject(value) ? [value] : [])) {
      const children: Json[] = [];
      groups.push({ root: take(node, undefined, children), children });
    }
  }
  return { groups, rootIsConnection };
}
