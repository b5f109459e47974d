import type { IncomingMessage, ServerResponse } from "node:http";
import type { Delivery } from "../deliveries/deliver.ts";
import { readFields, redirect, sendJson } from "../http/serve.ts";
import { hasShopifyBanner, storefrontState } from "../storefront/storefront-state.ts";
import { shopFacts, shopState, DEMO_SHOP, type Faults, type World } from "../world.ts";
import type { Control } from "./control.ts";
import { readStorefrontChange } from "./read-storefront-change.ts";

const PRIVACY_API: readonly Faults["privacyApi"][] = ["ok", "never", "error"];

type Fields = Record<string, unknown>;

const text = (fields: Fields, name: string): string | undefined => {
  const value = fields[name];
  return typeof value === "string" && value !== "" ? value : undefined;
};
const need = (fields: Fields, name: string): string => {
  const value = fields[name];
  if (typeof value === "number") return String(value);
  const given = text(fields, name);
  if (given === undefined) throw new Error(`"${name}" is missing`);
  return given;
};
const numbers = (fields: Fields, names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.filter((name) => fields[name] !== undefined).map((name) => [name, Number(fields[name])]));
const words = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : (typeof value === "string" ? value : "").split(/[\s,]+/).filter(Boolean);

type Action = (control: Control, fields: Fields, shop: string) => unknown;

/** `POST /control/api/<name>`. */
const ACTIONS: Readonly<Record<string, Action>> = {
  "request-data": (control, fields, shop) =>
    control.requestData(need(fields, "customer"), shop, fields["options"] ?? {}),
  "erase-customer": (control, fields, shop) =>
    control.eraseCustomer(need(fields, "customer"), fields["when"] === "now" ? "now" : "rule", shop),
  uninstall: (control, _fields, shop) => control.uninstall(shop),
  install: (control, _fields, shop) => {
    control.install(shop);
    return { installed: true };
  },
  "redact-shop": (control, _fields, shop) => control.redactShop(shop),
  "update-scopes": (control, fields, shop) => control.updateScopes(words(fields["scopes"]), shop),
  advance: async (control, fields) => {
    await control.advance(Number(need(fields, "hours")));
    return { log: control.log().slice(-20) };
  },
  deliver: (control, fields, shop) =>
    control.deliver(need(fields, "topic"), fields["payload"] ?? {}, fields["options"] ?? {}, shop),
  "deliver-many": (control, fields) => control.deliverMany(fields["deliveries"] as Delivery[], fields["options"] ?? {}),
  throttle: (control, fields) => control.setBucket(numbers(fields, ["maximum", "perSecond"])),
  faults: (control, fields) => {
    const { privacyApi } = fields;
    if (privacyApi !== undefined && !PRIVACY_API.includes(privacyApi as Faults["privacyApi"]))
      throw new Error(`"privacyApi" is one of ${PRIVACY_API.join(", ")}`);
    return control.setFaults({
      ...numbers(fields, ["apiDelay", "apiStatus", "apiFailures", "privacyDelay", "consentFailures"]),
      ...(fields["apiLies"] === undefined ? {} : { apiLies: words(fields["apiLies"]) }),
      ...(privacyApi === undefined ? {} : { privacyApi: privacyApi as Faults["privacyApi"] }),
    });
  },
  storefront: (control, fields, shop) => control.setStorefront(readStorefrontChange(fields), shop),
  "forget-visits": (control) => {
    control.forgetVisits();
    return { forgotten: true };
  },
  staff: (control, fields, shop) => {
    control.setStaff(Number(need(fields, "staff")), shop);
    return { staff: Number(fields["staff"]) };
  },
  launch: async (control, fields, shop) => ({ url: await control.launchUrl(text(fields, "path"), shop) }),
};

function lookUp(world: World, name: string, shop: string): unknown {
  switch (name) {
    case "log":
      return world.state.log.filter((record) => record.shop === shop).toReversed();
    case "planned":
      return world.state.planned.map(({ body, ...what }) => ({
        ...what,
        at: new Date(what.at).toISOString(),
        bytes: body.length,
      }));
    case "time":
      return { now: new Date(world.clock.now()).toISOString(), aheadHours: world.clock.ahead() / 3_600_000 };
    case "shop": {
      const { edits: _edits, metafields: _metafields, ...shown } = shopState(world, shop);
      return shown;
    }
    case "customers":
      return shopFacts(world, shop).customers.map(({ id, person, orderCount }) => ({
        id,
        name: `${person.first} ${person.last}`,
        email: person.email,
        country: person.countryCode,
        orders: orderCount,
      }));
    case "storefront":
      return { ...storefrontState(world, shop), shopifyBanner: hasShopifyBanner(world, shop) };
    case "privacy-calls":
      return world.visits.privacyCalls;
    case "views":
      return world.visits.views;
    case "urls":
      return world.urls;
    default:
      return undefined;
  }
}

/** A page of another site must not be able to press the buttons. */
function fromElsewhere(world: World, request: IncomingMessage): boolean {
  const { origin } = request.headers;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).port !== new URL(world.urls.admin).port);
}

async function act(control: Control, name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const action = ACTIONS[name];
  if (action === undefined) {
    sendJson(response, { error: `No such action: ${name}. There are: ${Object.keys(ACTIONS).join(", ")}` }, 404);
    return;
  }
  try {
    const fields = await readFields(request);
    const done = await action(control, fields, text(fields, "shop") ?? DEMO_SHOP);
    const back = text(fields, "back");
    if (back?.startsWith("/control") === true) redirect(response, back);
    else sendJson(response, done);
  } catch (error) {
    sendJson(response, { error: error instanceof Error ? error.message : String(error) }, 400);
  }
}

/**
 * The control API: `GET /control/api/<what>` to look, `POST /control/api/<action>` to make something happen, with JSON
 * or a form. A form with `back` is sent back there afterwards.
 */
export async function answerControl(
  world: World,
  control: Control,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost");
  const name = url.pathname.slice("/control/api/".length);
  if (request.method !== "GET") {
    if (fromElsewhere(world, request)) sendJson(response, { error: "Only the control page may do this" }, 403);
    else await act(control, name, request, response);
    return;
  }
  const found = lookUp(world, name, url.searchParams.get("shop") ?? DEMO_SHOP);
  if (found === undefined) sendJson(response, { error: `No such thing: ${name}` }, 404);
  else sendJson(response, found);
}
