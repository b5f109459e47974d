import type { RequestKind } from "../../law/requests.ts";
import type { Words } from "./say.ts";

/** For whom a page is written, and where it stands. */
export interface Reader {
  /** BCP 47. */
  language: string;
  direction: "ltr" | "rtl";
  words: Words;
  /** What may be asked for, in the reader's language. */
  kinds: Readonly<Record<RequestKind, string>>;
  /** The store's name. */
  store: string;
  /** IANA name of the store's time zone. */
  timeZone: string;
  /** Where the app proxy answers, "/apps/privacy". */
  path: string;
}
