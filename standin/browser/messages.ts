/** A button that belongs to the app and is drawn by the admin. `selector` and `index` find the original. */
export interface ChromeButton {
  label: string;
  primary: boolean;
  critical: boolean;
  disabled: boolean;
  selector: string;
  index: number;
}

/** What the app wants the admin to draw around it. */
export interface Chrome {
  type: "chrome";
  /** Path and query of the app's page, without what the admin itself put in. */
  path: string;
  title: string;
  nav: { label: string; path: string; home: boolean }[];
  actions: ChromeButton[];
  /** Buttons of the contextual save bar; null when it is closed. */
  saveBar: ChromeButton[] | null;
}

/** From the app's frame to the admin. A question carries `id` and gets a reply with it. */
export type ToShell =
  | Chrome
  | { type: "toast"; message: string; isError: boolean; duration: number; action: string | null; id: number }
  | { type: "loading"; on: boolean }
  | { type: "adminLink"; href: string }
  | { type: "idToken"; id: number }
  | { type: "scopes"; id: number }
  | { type: "requestScopes"; id: number; scopes: readonly string[] }
  | { type: "confirm"; id: number; message: string };

/** From the admin to the app's frame. */
export type ToApp =
  | { type: "reply"; id: number; value: unknown }
  | { type: "navigate"; path: string }
  | { type: "press"; selector: string; index: number };

/** Every message is wrapped, so that others' messages are left alone. */
export interface Wrapped<Message> {
  standin: Message;
}
