import { expect } from "vitest";
import { proxied, type ProxyManner } from "../consent/test-choice.ts";
import * as object from "../routes/shopper/object.ts";
import * as openPackage from "../routes/shopper/open-package.ts";
import * as ownPackage from "../routes/shopper/own-package.ts";
import * as requestForm from "../routes/shopper/request.ts";
import * as status from "../routes/shopper/status.ts";
import * as verify from "../routes/shopper/verify.ts";

const DOORS = {
  request: requestForm,
  "request/status": status,
  verify,
  object,
  package: ownPackage,
  "package/open": openPackage,
} as const;

/** A shopper's browser at one shop. */
export interface Shopper {
  shop: string;
  customerId?: string;
  ip?: string;
  headers?: Record<string, string>;
}

/** A page as it came back. */
export interface Seen {
  status: number;
  text: string;
  headers: Headers;
  bytes: Buffer;
}

/** Opens a page; with `fields` presses its button. `path` is below the app proxy, "verify/…". */
export async function visit(
  { shop, customerId = "", ip = "203.0.113.5", headers = {} }: Shopper,
  path: string,
  fields?: Record<string, string | File>,
): Promise<Seen> {
  const name = (Object.keys(DOORS) as (keyof typeof DOORS)[])
    .sort((one, other) => other.length - one.length)
    .find((door) => path === door || path.startsWith(`${door}/`));
  if (!name) throw new Error(`no door for ${path}`);
  const manner: ProxyManner = { shop, customerId, ip, headers };
  if (fields) Object.assign(manner, { method: "POST", body: formOf(fields) });
  const request = proxied(path, manner);
  const args = { request, params: { token: path.slice(name.length + 1) }, context: {} };
  const answer = await (fields ? DOORS[name].action(args) : DOORS[name].loader(args));
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, text: bytes.toString("utf8"), headers: answer.headers, bytes };
}

/** As a browser sends it: parts where there is a file, else one line. */
function formOf(fields: Record<string, string | File>): FormData | URLSearchParams {
  if (Object.values(fields).every((value) => typeof value === "string"))
    return new URLSearchParams(fields as Record<string, string>);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** The path below the app proxy of the last link of a kind in a mail's text. */
export function linkIn(text: string, kind: string): string {
  const found = [...text.matchAll(new RegExp(`/apps/privacy/(${kind}/[\\w-]{43})`, "g"))].at(-1)?.[1];
  expect(found, `a link to ${kind}`).toBeDefined();
  return found ?? "";
}

/** A hidden field of a page. */
export function hidden(page: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";
}

/** A file of a kind that is taken. */
export const PDF = new File(["%PDF-1.7 signed"], "permission.pdf", { type: "application/pdf" });
