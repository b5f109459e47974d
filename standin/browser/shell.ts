import type { Chrome, ChromeButton, ToApp, ToShell, Wrapped } from "./messages.ts";

/** What the page was served with. */
interface ShellSettings {
  appOrigin: string;
  shop: string;
  base: string;
  scopes: string[];
}

const shellSettings = JSON.parse(document.getElementById("settings")?.textContent ?? "{}") as ShellSettings;

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`#${id} is missing`);
  return found;
}

const frame = element("app") as HTMLIFrameElement;
const sidebar = element("sidebar");
const menuButton = element("menu");

function tellApp(message: ToApp): void {
  frame.contentWindow?.postMessage({ standin: message } satisfies Wrapped<ToApp>, shellSettings.appOrigin);
}

function shellButton(button: ChromeButton): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = button.label;
  made.disabled = button.disabled;
  made.className = [button.primary ? "primary" : "", button.critical ? "critical" : ""].join(" ").trim();
  made.addEventListener("click", () => {
    tellApp({ type: "press", selector: button.selector, index: button.index });
  });
  return made;
}

function closeMenu(): void {
  sidebar.classList.remove("open");
  menuButton.setAttribute("aria-expanded", "false");
}

const unsaved = (): boolean => !element("savebar").hidden;
const mayLeave = (): boolean => !unsaved() || window.confirm("Leave this page? Your changes are not saved.");

/** Lets a link of the sidebar change the page inside the frame; with a modifier key it opens a new tab as links do. */
function goInside(event: MouseEvent, path: string): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  closeMenu();
  if (mayLeave()) tellApp({ type: "navigate", path });
}

function markCurrent(link: HTMLElement, current: boolean): void {
  if (current) link.setAttribute("aria-current", "page");
  else link.removeAttribute("aria-current");
}

function navLink(item: Chrome["nav"][number], here: string): HTMLLIElement {
  const link = document.createElement("a");
  link.href = shellSettings.base + item.path;
  link.textContent = item.label;
  markCurrent(link, item.path === here);
  link.addEventListener("click", (event) => {
    goInside(event, item.path);
  });
  const entry = document.createElement("li");
  entry.append(link);
  return entry;
}

/** The page whose path begins the current one, so that a page below it marks its parent. */
function currentOf(chrome: Chrome): string {
  const path = chrome.path.split("?")[0] ?? "";
  const fitting = chrome.nav.filter((item) => path === item.path || (!item.home && path.startsWith(`${item.path}/`)));
  return fitting.toSorted((one, other) => other.path.length - one.path.length)[0]?.path ?? "";
}

let homePath: string | undefined;

element("home").addEventListener("click", (event) => {
  if (homePath !== undefined) goInside(event, homePath);
});

function drawChrome(chrome: Chrome): void {
  const here = currentOf(chrome);
  homePath = chrome.nav.find((item) => item.home)?.path;
  markCurrent(element("home"), here === homePath);
  element("nav").replaceChildren(...chrome.nav.filter((item) => !item.home).map((item) => navLink(item, here)));
  element("title").textContent = chrome.title;
  document.title = `${chrome.title} · Stand-in`;
  element("actions").replaceChildren(...chrome.actions.map(shellButton));
  element("savebar").hidden = chrome.saveBar === null;
  element("savebar-buttons").replaceChildren(...(chrome.saveBar ?? []).map(shellButton));
  // The frame's own history does the going back; this only keeps the address right.
  history.replaceState(null, "", shellSettings.base + (chrome.path === "/" ? "" : chrome.path));
}

let toastTimer: number | undefined;

function showToast(message: string, isError = false, duration = 5000): void {
  const toast = element("toast");
  toast.textContent = message;
  toast.className = isError ? "error" : "";
  toast.hidden = false;
  window.clearTimeout(toastTimer);
  toastTimer = window.setTimeout(() => {
    toast.hidden = true;
  }, duration);
}

async function fetchToken(): Promise<string> {
  const answer = await fetch(`/session-token?shop=${encodeURIComponent(shellSettings.shop)}`);
  return answer.text();
}

/** Asks the merchant for more scopes; the app is told of those that were granted, as at Shopify. */
async function requestScopes(asked: readonly string[]): Promise<{ result: string; detail: object }> {
  const { shop, scopes } = shellSettings;
  const isGranted = window.confirm(`The app asks for more access: ${asked.join(", ")}. Allow it?`);
  if (isGranted) {
    const granted = [...new Set([...scopes, ...asked])];
    const body = JSON.stringify({ shop, scopes: granted });
    await fetch("/control/api/update-scopes", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
    });
    shellSettings.scopes = granted;
  }
  const detail = { granted: shellSettings.scopes, required: scopes, optional: asked };
  return { result: isGranted ? "granted-all" : "declined-all", detail };
}

async function hear(message: ToShell): Promise<void> {
  switch (message.type) {
    case "chrome":
      drawChrome(message);
      break;
    case "toast":
      showToast(message.message, message.isError, message.duration);
      break;
    case "loading":
      element("loading").hidden = !message.on;
      break;
    case "adminLink":
      showToast(`At Shopify this opens: ${message.href}`);
      break;
    case "idToken":
      tellApp({ type: "reply", id: message.id, value: await fetchToken() });
      break;
    case "scopes": {
      const { scopes } = shellSettings;
      tellApp({ type: "reply", id: message.id, value: { granted: scopes, required: scopes, optional: [] } });
      break;
    }
    case "requestScopes":
      tellApp({ type: "reply", id: message.id, value: await requestScopes(message.scopes) });
      break;
    case "confirm":
      tellApp({ type: "reply", id: message.id, value: window.confirm(message.message) });
      break;
  }
}

window.addEventListener("message", (event: MessageEvent<Partial<Wrapped<ToShell>> | null>) => {
  const message = event.data?.standin;
  if (event.origin === shellSettings.appOrigin && event.source === frame.contentWindow && message !== undefined)
    void hear(message);
});

menuButton.addEventListener("click", () => {
  const open = sidebar.classList.toggle("open");
  menuButton.setAttribute("aria-expanded", String(open));
});

window.addEventListener("beforeunload", (event) => {
  if (unsaved()) event.preventDefault();
});
