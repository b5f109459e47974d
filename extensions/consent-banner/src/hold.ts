import type { PurposeSet } from "../../../app/law/purposes.ts";
import { heldMarkup, WAITING } from "./needed.ts";
import type { Gate, Held } from "./state.ts";

/** The elements that ask for something. */
const ASKING = "script,iframe,img,link";

/**
 * Those of a page's own markup that may ask somebody else. A theme's pictures come from Shopify, by the hundred, and an
 * element that no script has touched costs a browser less.
 */
const SUSPECTS = `script,iframe,img[src*="//"]:not([src*="cdn/shop"],[src*="cdn.shop"]),link[href*="//"],[${WAITING}]`;

/** Their attributes that hold an address; each has some of them. */
const ADDRESSES = ["src", "srcset", "href"];

/** More than this is not remembered: a page that asks without end must not fill the memory. */
const MOST = 999;

type Method<This = never> = (this: This, ...args: never[]) => unknown;

/** Puts a function in the place of a method or a setter, which it is given. */
function patch<This>(owner: object, name: string, by: (old: Method<This>) => Method<This>): void {
  const property = Object.getOwnPropertyDescriptor(owner, name) as Record<string, Method<This>> | undefined;
  const role = property?.["set"] ? "set" : "value";
  const old = property?.[role];
  if (old) Object.defineProperty(owner, name, { ...property, [role]: by(old) });
}

/** Keeps something back if it needs what is not allowed; answers whether it did. */
function wait({ held }: Gate, item: Held): boolean {
  if (item.need && held.length < MOST) held.push(item);
  return item.need > 0;
}

/**
 * Installs what holds tags back. From then on `gate.missing` decides, at the moment of each request.
 *
 * The page is searched again at each change instead of reading what the change added: a script that touches every node
 * of a page costs more memory than all the rest of this one.
 */
export function installHold(gate: Gate): void {
  holdElements(gate);
  holdMarkup(gate);
  holdRequests(gate);
  const seen = new WeakSet();
  const sweep = () => {
    document.querySelectorAll(SUSPECTS).forEach((node) => {
      if (!seen.has(node)) takeFromPage(gate, node);
      seen.add(node);
    });
  };
  new MutationObserver(sweep).observe(document, { childList: true, subtree: true });
  sweep();
}

/** Holds what scripts make: an element's address waits, and the element itself lives on. */
function holdElements(gate: Gate): void {
  const take = (node: Element, url: unknown, go: () => unknown) =>
    wait(gate, { need: gate.missing(url), node, url: url as string, go }) || go();
  for (const owner of [HTMLScriptElement, HTMLIFrameElement, HTMLImageElement, HTMLLinkElement]) {
    for (const name of ADDRESSES) {
      patch<Element>(
        owner.prototype,
        name,
        (old) =>
          function (url) {
            take(this, url, () => old.call(this, url));
          },
      );
    }
  }
  patch<Element>(
    Element.prototype,
    "setAttribute",
    (old) =>
      function (name, value) {
        const go = () => old.call(this, name, value);
        if (ADDRESSES.includes(name) && this.matches(ASKING)) take(this, value, go);
        else go();
      },
  );
}

/** Holds what comes as text: the browser would ask for it while it reads, before any observer is told. */
function holdMarkup({ missing }: Gate): void {
  const clean = (html: never) => {
    const text = String(html);
    const held = heldMarkup(text, missing);
    return held === text ? html : (held as never);
  };
  const cleaned = (old: Method) =>
    function (this: never, ...args: never[]) {
      return old.apply(this, args.map(clean));
    };
  patch(Document.prototype, "write", cleaned);
  patch(Range.prototype, "createContextualFragment", cleaned);
  for (const name of ["insertAdjacentHTML", "innerHTML", "outerHTML"]) patch(Element.prototype, name, cleaned);
}

/**
 * Holds requests without an element. A page's code sees them under way; after a no they are so for ever, and never fail.
 * A beacon answers something true, as one does that the browser has taken.
 */
function holdRequests(gate: Gate): void {
  const urls = new WeakMap<object, unknown>();
  const request = (old: Method<object>): Method<object> =>
    function (...args) {
      const go = () => old.apply(this, args);
      const [first] = args as unknown[];
      // an XMLHttpRequest was told its address when it was opened
      const need = gate.missing(urls.get(this) ?? (first as Partial<Request> | null)?.url ?? first);
      if (!need) return go();
      return new Promise((done) => {
        wait(gate, {
          need,
          go: () => {
            done(go());
          },
        });
      });
    };
  patch(window, "fetch", request);
  patch(Navigator.prototype, "sendBeacon", request);
  patch(XMLHttpRequest.prototype, "send", request);
  patch<object>(
    XMLHttpRequest.prototype,
    "open",
    (old) =>
      function (...args) {
        urls.set(this, args[1]);
        return old.apply(this, args);
      },
  );
}

/** Holds what the page's own markup asks for, as the parser adds it. */
function takeFromPage(gate: Gate, node: Element): void {
  const name = node.matches("link") ? "href" : "src";
  const waiting = node.getAttribute(WAITING);
  // a module's own text says what it imports
  const url = waiting ?? node.getAttribute(name) ?? /(?:import|from)\W+(http[^"']+)/.exec(node.textContent)?.[1];
  const need = gate.missing(url);
  if (waiting ?? (need && node.matches("img,link"))) {
    for (const gone of [WAITING, ...ADDRESSES]) node.removeAttribute(gone);
    // which is what holds it
    node.setAttribute(name, url as string);
  } else if (need) {
    takeOut(gate, node, need);
  }
}

function takeOut(gate: Gate, node: Element, need: PurposeSet): void {
  if (node instanceof HTMLScriptElement) {
    const { type } = node;
    if (/plain/.test(type)) return;
    // the browser reads the type only when the parser is done with the element
    node.type = "text/cndr";
    wait(gate, { need, node, type });
  } else {
    // found by what comes later, which puts a sentence and a button beside it
    const mark = document.createElement("p");
    mark.dataset["consent"] = "";
    node.replaceWith(mark);
    wait(gate, { need, node, mark });
  }
}
