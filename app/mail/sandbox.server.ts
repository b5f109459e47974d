import { Liquid, Output, type Template } from "liquidjs";

/** The longest wording, in characters. */
export const LONGEST_WORDING = 10_000;
/** Variables and conditions may stand inside one another this deep. */
const DEEPEST = 8;

/**
 * LiquidJS with everything taken away but `{{ variable }}` and `{% if variable %}…{% else %}…{% endif %}`: no filter, no
 * other tag (none loops, assigns, includes or reads a file), no property of anything, limits on length, time
 * (milliseconds) and memory. The tags are removed from the engine itself, so they are syntax errors.
 */
function makeEngine(): Liquid {
  const nowhere = {
    readFileSync: () => "",
    readFile: () => Promise.resolve(""),
    existsSync: () => false,
    exists: () => Promise.resolve(false),
    contains: () => Promise.resolve(false),
    containsSync: () => false,
    resolve: () => "",
  };
  const engine = new Liquid({
    ...{
      strictFilters: true,
      strictVariables: true,
      ownPropertyOnly: true,
      cache: false,
      fs: nowhere,
      relativeReference: false,
    },
    ...{ parseLimit: 2 * LONGEST_WORDING, renderLimit: 200, memoryLimit: 10 * LONGEST_WORDING },
  });
  for (const name of Object.keys(engine.tags)) if (name !== "if") Reflect.deleteProperty(engine.tags, name);
  for (const name of Object.keys(engine.filters)) Reflect.deleteProperty(engine.filters, name);
  return engine;
}

const engine = makeEngine();

/** A wording that was read: ready to be filled in. */
export interface ReadWording {
  templates: Template[];
  /** Variables that are written out, and variables that only decide. */
  shown: ReadonlySet<string>;
  asked: ReadonlySet<string>;
}

/** A wording that goes beyond the sandbox; the message is for the merchant. */
export class NotAllowed extends Error {
  constructor(message: string) {
    super(message);
    this.name = "NotAllowed";
  }
}

/** Reads a wording. Throws `NotAllowed` for everything but variables and plain conditions. */
export function readWording(source: string): ReadWording {
  if (source.length > LONGEST_WORDING)
    throw new NotAllowed(`The text is too long: at most ${LONGEST_WORDING.toLocaleString("en")} characters.`);
  const templates = parse(source);
  const found = { shown: new Set<string>(), asked: new Set<string>() };
  walk(templates, found, 0);
  return { templates, ...found };
}

function parse(source: string): Template[] {
  try {
    return engine.parse(source);
  } catch (error) {
    throw new NotAllowed(explain(error));
  }
}

/** What LiquidJS says begins with the cause and goes on with file, line and column. */
function explain(error: unknown): string {
  const said = error instanceof Error ? error.message : "";
  const line = /, line:(\d+)/.exec(said)?.[1] ?? "1";
  const at = ` (line ${line})`;
  const tag = /tag "?([^",]*)"? not found/.exec(said)?.[1];
  if (tag !== undefined)
    return `“{% ${tag} %}” cannot be used here${at}. Only {% if … %}, {% else %} and {% endif %} can.`;
  const filter = /undefined filter: ([^,]*)/.exec(said)?.[1];
  if (filter !== undefined) return `“| ${filter}” cannot be used here${at}. Write the variable alone: {{ … }}.`;
  if (said.includes("not closed")) return `Something that was opened with {{ or {% is not closed${at}.`;
  return `Candor cannot read what stands between {{ … }} or {% … %}${at}.`;
}

type Found = { shown: Set<string>; asked: Set<string> };

function walk(templates: readonly Template[], found: Found, depth: number): void {
  if (depth > DEEPEST) throw new NotAllowed(`Conditions may stand inside one another ${DEEPEST} deep at most.`);
  for (const template of templates) {
    if (template instanceof Output) found.shown.add(nameIn(template.value));
    else if (isCondition(template)) {
      for (const branch of template.branches) {
        found.asked.add(nameIn(branch.value));
        walk(branch.templates, found, depth + 1);
      }
      walk(template.elseTemplates ?? [], found, depth + 1);
    }
  }
}

interface Condition {
  branches: readonly { value: Output["value"]; templates: Template[] }[];
  elseTemplates?: Template[];
}

function isCondition(template: unknown): template is Condition {
  return typeof template === "object" && template !== null && "branches" in template;
}

/** The one variable of an expression. Throws `NotAllowed` for calculations, texts, numbers, filters and properties. */
function nameIn({ initial, filters }: Output["value"]): string {
  const [token, ...rest] = initial.postfix;
  const source = token === undefined ? "" : token.getText();
  if (
    rest.length === 0 &&
    filters.length === 0 &&
    /^[a-z]\w*$/i.test(source) &&
    token !== undefined &&
    "props" in token
  )
    return source;
  throw new NotAllowed(
    `Between {{ }} stands one variable, such as {{ store }}; after {% if one variable, too. This is something else: ${
      token?.input
        .slice(token.begin, token.end + 20)
        .split(/[%}\n]/)[0]
        ?.trim() ?? ""
    }`,
  );
}

/** Puts the values in. A value of null is absent: not written, and false in a condition. Variables of none throw. */
export function fillIn({ templates }: ReadWording, values: Readonly<Record<string, string | null>>): string {
  const own = Object.assign(Object.create(null), values) as Record<string, string | null>;
  return String(engine.renderSync(templates, own));
}
