import { askShell, framed, nextNumber, shellOrigin, tellShell } from "./bridge-channel.ts";
import { drawSoon, installChrome, UiSaveBar } from "./bridge-chrome.ts";
import { bridgeConfig, reloadTarget } from "./bridge-config.ts";
import { idToken, installFetch } from "./bridge-fetch.ts";
import { installModal, UiModal } from "./bridge-modal.ts";
import { installNavigation } from "./bridge-navigation.ts";

interface ToastOptions {
  isError?: boolean;
  duration?: number;
  action?: string;
}

type Shown = UiModal | UiSaveBar;

/** Finds a `<ui-modal>` or `<ui-save-bar>` by its id. */
function shown(id: string): Shown {
  const found = document.getElementById(id);
  if (found instanceof UiModal || found instanceof UiSaveBar) return found;
  throw new Error(`There is no modal or save bar with the id "${id}"`);
}

const openBar = (): Element | null =>
  document.querySelector("ui-save-bar[data-open], form[data-save-bar][data-standin-dirty]");

async function leaveConfirmation(): Promise<void> {
  if (openBar() === null) return;
  const leave = await askShell({ type: "confirm", message: "Leave this page? Your changes are not saved." });
  if (leave !== true) await new Promise(() => undefined);
}

const byId = {
  show: (id: string) => shown(id).show(),
  hide: (id: string) => shown(id).hide(),
  toggle: (id: string) => shown(id).toggle(),
};

const bridgeApi = {
  config: bridgeConfig,
  origin: shellOrigin,
  ready: Promise.resolve(),
  environment: { embedded: framed, mobile: false, intent: false, pos: false },
  idToken,
  toast: {
    show: (message: string, options: ToastOptions = {}): string => {
      const id = nextNumber();
      tellShell({
        type: "toast",
        id,
        message,
        isError: options.isError === true,
        duration: options.duration ?? 5000,
        action: options.action ?? null,
      });
      return `toast-${String(id)}`;
    },
    hide: () => undefined,
  },
  modal: byId,
  saveBar: { ...byId, leaveConfirmation },
  loading: (on?: boolean) => {
    tellShell({ type: "loading", on: on === true });
  },
  user: () => Promise.resolve({ accountAccess: "full" }),
  scopes: {
    query: () => askShell({ type: "scopes" }),
    request: (scopes: readonly string[]) => askShell({ type: "requestScopes", scopes }),
    revoke: () => Promise.resolve({ detail: { granted: [], required: [], optional: [] } }),
  },
  app: { extensions: () => Promise.resolve([]) },
  resourcePicker: () => Promise.resolve(undefined),
  reviews: { request: () => Promise.resolve({ success: false, code: "merchant-ineligible", message: "Stand-in" }) },
  webVitals: { onReport: () => Promise.resolve() },
};

/** The page that the library answers with when a token is missing: go where it wants with a fresh one. */
async function reloadWithToken(target: string): Promise<void> {
  const url = new URL(target, location.origin);
  if (url.origin !== location.origin) return;
  url.searchParams.set("id_token", await idToken());
  location.replace(url);
}

/** Outside the admin an embedded app makes no sense: App Bridge goes there. */
function enterAdmin(): void {
  const handle = bridgeConfig.shop.split(".")[0] ?? "";
  if (handle !== "") location.replace(`${shellOrigin}/store/${handle}/apps/candor${location.pathname}`);
}

function startBridge(): void {
  Object.assign(window, { shopify: bridgeApi });
  installNavigation();
  if (!framed) {
    enterAdmin();
    return;
  }
  installFetch();
  installModal();
  installChrome();
  drawSoon();
  if (reloadTarget !== undefined) void reloadWithToken(reloadTarget);
}

if (!("shopify" in window)) startBridge();
