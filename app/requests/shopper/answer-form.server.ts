import type { ProxyRequest } from "../../shopify/proxy-request.server.ts";
import { readFormData } from "../../shopify/read-form-data.server.ts";
import { acceptedTags } from "../../storefront-page/accepted-tags.ts";
import { countAttempt } from "../count-attempt.server.ts";
import { networkOf } from "../network-of.ts";
import { keepForm, type SentFile } from "../request-form.server.ts";
import { formPage } from "./form-page.ts";
import { formToken, isOurForm } from "./form-token.server.ts";
import { guessHome } from "./guess-home.ts";
import { offeredKinds } from "./offered-kinds.ts";
import { pageReader } from "./page-reader.server.ts";
import { buttonPage, noticePage, takenInPage, type Notice } from "./plain-pages.ts";
import { EMPTY_FORM, readForm, typedForm, type AskedFor, type FormProblem, type TypedForm } from "./read-form.ts";
import { readProof } from "./read-proof.server.ts";
import type { Reader } from "./reader.ts";
import { say } from "./say.ts";
import { LARGEST_FILE } from "./sniff-media.ts";

/** A form with a file of the largest size, and its fields. Bytes. */
const LARGEST_FORM = LARGEST_FILE + 256 * 1024;

/** A page, and how it is answered. */
export interface PageAnswer {
  status: number;
  page: string;
}

/** The empty form, in the reader's language. */
export async function showForm(knock: ProxyRequest, request: Request, now: Date): Promise<PageAnswer> {
  const reader = await pageReader(knock, request);
  const { searchParams } = new URL(request.url);
  const tags = acceptedTags(request.headers.get("accept-language"));
  const typed = {
    ...EMPTY_FORM,
    kind: searchParams.get("kind") ?? "",
    region: guessHome(searchParams.get("country"), tags),
  };
  return draw(reader, knock, { typed, problems: [], status: 200, now });
}

/**
 * Takes a form in. Its answer is one and the same page whoever the address belongs to, also for a program that fell into
 * the trap: 200. 422 with what to mend, 403 for a form of another site, 413 for one that is too large, 429 for too many.
 */
export async function answerForm(knock: ProxyRequest, request: Request, now: Date): Promise<PageAnswer> {
  const form = await readFormData(request, LARGEST_FORM);
  if (form === "too-large") return notice(await pageReader(knock, request), "large", 413);
  if (form === "unreadable") return showForm(knock, request, now);
  const field = (name: string) => textOf(form.get(name));
  const reader = await pageReader(knock, request, field("locale") || null);
  if (request.headers.get("sec-fetch-site") === "cross-site") return notice(reader, "foreign", 403);
  const typed = typedForm(field);
  if (field("act") === "show") return draw(reader, knock, { typed, problems: [], status: 200, now });
  if (!(await mayAsk(knock, now))) return notice(reader, "later", 429);
  const sent = { knock, reader, typed, token: field("token"), isTrapped: field("nothing") !== "", now };
  return answerSent(sent, await readProof(form.get("proof")));
}

interface Sent {
  knock: ProxyRequest;
  reader: Reader;
  typed: TypedForm;
  token: string;
  /** It has something where no human writes. */
  isTrapped: boolean;
  now: Date;
}

async function answerSent(sent: Sent, file: SentFile | "bad" | null): Promise<PageAnswer> {
  const { knock, reader, typed, now } = sent;
  const proof = file === null ? "none" : file === "bad" ? "bad" : "good";
  const asked = readForm(typed, { isSignedIn: knock.customerId !== undefined, proof });
  if (Array.isArray(asked)) return draw(reader, knock, { typed, problems: asked, status: 422, now });
  if (sent.isTrapped) return notice(reader, "sent", 200);
  if (file !== null && !(await countAttempt(knock.shop, "file-to-shop", "", now))) return notice(reader, "later", 429);
  return takeIn(sent, asked, file === "bad" ? null : file);
}

async function takeIn(
  { knock, reader, typed, token, now }: Sent,
  asked: AskedFor,
  file: SentFile | null,
): Promise<PageAnswer> {
  const { shop, customerId } = knock;
  const { language } = reader;
  if (asked.email !== null) {
    await keepForm(shop, { asked, customerId: null, language, file }, now);
    return notice(reader, "sent", 200);
  }
  if (customerId === undefined) throw new Error("a guest has a mailbox to prove");
  if (!(await isOurForm(shop, customerId, token, now)))
    return { status: 200, page: await confirmPage(reader, knock, typed, now) };
  await keepForm(shop, { asked, customerId, language, file }, now);
  const statusPath = `${reader.path}/request/status`;
  return { status: 200, page: takenInPage(reader, { kind: asked.kind, due: null, isLookedAt: false, statusPath }) };
}

/** A form of a signed-in customer that is not from a page of ours (a block of the theme) is confirmed on one that is. */
async function confirmPage(reader: Reader, knock: ProxyRequest, typed: TypedForm, now: Date): Promise<string> {
  const { words, kinds, path } = reader;
  const kind = kinds[typed.kind as keyof typeof kinds];
  const token = await formToken(knock.shop, knock.customerId ?? "", now);
  return buttonPage(reader, {
    title: words.confirm_title,
    before: `<p>${say(words.form_signed_in)}</p><p>${say(words.confirm_text, { kind })}</p>`,
    label: words.form_send,
    action: `${path}/request`,
    fields: { ...typed, token },
  });
}

/** Whether this network, and the shop as a whole, may send one more form now. */
async function mayAsk({ shop, ip }: ProxyRequest, now: Date): Promise<boolean> {
  const own = await countAttempt(shop, "form", networkOf(ip), now);
  return own && (await countAttempt(shop, "form-to-shop", "", now));
}

interface Drawn {
  typed: TypedForm;
  problems: readonly FormProblem[];
  status: number;
  now: Date;
}

async function draw(reader: Reader, knock: ProxyRequest, { typed, problems, status, now }: Drawn): Promise<PageAnswer> {
  const { shop, customerId } = knock;
  const token = customerId === undefined ? null : await formToken(shop, customerId, now);
  const offered = offeredKinds(typed.region, now);
  return { status, page: formPage(reader, { typed, problems, offered, token }) };
}

function notice(reader: Reader, which: Notice, status: number): PageAnswer {
  return { status, page: noticePage(reader, which) };
}

const textOf = (value: FormDataEntryValue | null) => (typeof value === "string" ? value : "");
