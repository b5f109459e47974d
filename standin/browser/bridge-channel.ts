import type { ToApp, ToShell, Wrapped } from "./messages.ts";

const bridgeScript = document.currentScript as HTMLScriptElement;

/** The stand-in's admin, where this script came from. */
export const shellOrigin = new URL(bridgeScript.src).origin;
export const framed = window.parent !== window;
export const apiKey =
  bridgeScript.dataset["apiKey"] ??
  document.querySelector<HTMLMetaElement>('meta[name="shopify-api-key"]')?.content ??
  "";

const waitingReplies = new Map<number, (value: unknown) => void>();
let lastQuestion = 0;

export const nextNumber = (): number => (lastQuestion += 1);

export function tellShell(message: ToShell): void {
  if (framed) window.parent.postMessage({ standin: message } satisfies Wrapped<ToShell>, shellOrigin);
}

/** Asks the admin and waits for its answer. */
export function askShell(
  question:
    | { type: "idToken" }
    | { type: "scopes" }
    | { type: "requestScopes"; scopes: readonly string[] }
    | { type: "confirm"; message: string },
): Promise<unknown> {
  const id = nextNumber();
  return new Promise((resolve) => {
    waitingReplies.set(id, resolve);
    tellShell({ ...question, id });
  });
}

/** Hears what the admin says, replies apart. */
export function onShellMessage(hear: (message: Exclude<ToApp, { type: "reply" }>) => void): void {
  window.addEventListener("message", (event: MessageEvent<Partial<Wrapped<ToApp>> | null>) => {
    const message = event.data?.standin;
    if (event.origin !== shellOrigin || event.source !== window.parent || message === undefined) return;
    if (message.type !== "reply") {
      hear(message);
      return;
    }
    waitingReplies.get(message.id)?.(message.value);
    waitingReplies.delete(message.id);
  });
}
