import type { ProxyRequest } from "../../shopify/proxy-request.server.ts";
import { readFormData } from "../../shopify/read-form-data.server.ts";
import { neutraliseNote } from "../../mail/neutralise.ts";
import { countAttempt } from "../count-attempt.server.ts";
import { openAppeal } from "../appeal.server.ts";
import { linkPath } from "../link-purpose.ts";
import { findLink } from "../links.server.ts";
import { networkOf } from "../network-of.ts";
import { isAboutCustomer, readCustomerStates, readState, type PlainState } from "../read-states.server.ts";
import { objectToAgent, readObjection, readProof, verifyMailbox } from "../verify-mailbox.server.ts";
import type { PageAnswer } from "./answer-form.server.ts";
import { formToken, isOurForm } from "./form-token.server.ts";
import { pageReader } from "./page-reader.server.ts";
import { noticePage, objectPage, takenInPage, verifyPage } from "./plain-pages.ts";
import type { Reader } from "./reader.ts";
import { statusPage, type RequestState } from "./status-page.ts";

/** A small form: a button, and perhaps why. Bytes. */
const SMALL_FORM = 32 * 1024;

/** A link that somebody opened, or whose button they pressed. */
export interface Opened {
  knock: ProxyRequest;
  request: Request;
  token: string;
  now: Date;
}

/** What came with the button: empty for a page that is merely opened. */
export async function pressed(request: Request): Promise<(name: string) => string> {
  if (request.method !== "POST") return () => "";
  const form = await readFormData(request, SMALL_FORM);
  return (name) => {
    const value = form instanceof FormData ? form.get(name) : null;
    return typeof value === "string" ? value : "";
  };
}

/**
 * The answer to a token that leads nowhere: the same page whether it never was, was used, is another shop's or too old.
 * 404; 429 once a network has tried too many of them.
 */
export async function deadEnd({ knock, now }: Opened, reader: Reader): Promise<PageAnswer> {
  const isFew = await countAttempt(knock.shop, "wrong-link", networkOf(knock.ip), now);
  if (!isFew) return { status: 429, page: noticePage(reader, "later") };
  return { status: 404, page: noticePage(reader, "dead") };
}

/** The page behind the link that proves a mailbox. Opening it does nothing: programs open links too. */
export async function showVerify(opened: Opened): Promise<PageAnswer> {
  const { knock, request, token, now } = opened;
  const reader = await pageReader(knock, request);
  const kind = await readProof(knock.shop, token, now);
  if (kind === undefined) return deadEnd(opened, reader);
  return { status: 200, page: verifyPage(reader, kind, linkPath(reader.path, "verify", token)) };
}

/** Proves a mailbox. */
export async function answerVerify(opened: Opened): Promise<PageAnswer> {
  const { knock, request, token, now } = opened;
  const field = await pressed(request);
  const reader = await pageReader(knock, request, field("locale") || null);
  const verified = await verifyMailbox(knock.shop, token, now);
  if (verified === "dead") return deadEnd(opened, reader);
  const { kind, due, statusToken } = verified;
  const statusPath = linkPath(reader.path, "status", statusToken);
  return { status: 200, page: takenInPage(reader, { kind, due, isLookedAt: due === null, statusPath }) };
}

/** The page for a person in whose name somebody asks. */
export async function showObject(opened: Opened): Promise<PageAnswer> {
  const { knock, request, token, now } = opened;
  const reader = await pageReader(knock, request);
  const kind = await readObjection(knock.shop, token, now);
  if (kind === undefined) return deadEnd(opened, reader);
  return { status: 200, page: objectPage(reader, kind, linkPath(reader.path, "object", token)) };
}

/** Refuses what somebody asks in a person's name. */
export async function answerObject(opened: Opened): Promise<PageAnswer> {
  const { knock, request, token, now } = opened;
  const field = await pressed(request);
  const reader = await pageReader(knock, request, field("locale") || null);
  const answer = await objectToAgent(knock.shop, token, now);
  return answer === "dead" ? deadEnd(opened, reader) : { status: 200, page: noticePage(reader, "objected") };
}

/** Where a request stands; without a token all requests of the customer who is signed in. */
export async function showStatus(opened: Opened): Promise<PageAnswer> {
  const { knock, request, token } = opened;
  const reader = await pageReader(knock, request);
  const states = await statesFor(opened, reader);
  if (states === "dead") return deadEnd(opened, reader);
  return { status: token === "" && knock.customerId === undefined ? 404 : 200, page: statusPage(reader, states) };
}

async function statesFor({ knock, token, now }: Opened, reader: Reader): Promise<RequestState[] | "dead"> {
  const { shop, customerId } = knock;
  if (token !== "") {
    const link = await findLink(shop, { token, purposes: ["status"], now });
    const state = link && (await readState(shop, link.request, now));
    return state ? [shownState(state, reader, token)] : "dead";
  }
  if (customerId === undefined) return [];
  const own = await readCustomerStates(shop, customerId, now);
  return Promise.all(
    own.map(async (state) => ({
      ...shownState(state, reader, state.id),
      token: await formToken(shop, customerId, now),
    })),
  );
}

/** `key`: the token that led here, or the request's id for a customer who is signed in. */
function shownState(
  { id: _id, hasPackage, isAppealable, ...state }: PlainState,
  reader: Reader,
  key: string,
): RequestState {
  return {
    ...state,
    systems: state.systems.map(({ name, status }) => ({ name: name === "" ? reader.store : name, status })),
    packagePath: hasPackage ? linkPath(reader.path, "package", key) : null,
    appealPath: isAppealable ? linkPath(reader.path, "status", key) : null,
    token: null,
  };
}

/** Takes an appeal. */
export async function answerStatus(opened: Opened): Promise<PageAnswer> {
  const { knock, request, token, now } = opened;
  const field = await pressed(request);
  const reader = await pageReader(knock, request, field("locale") || null);
  const found = await whoseAppeal(opened, field("token"));
  if (!found) return deadEnd(opened, reader);
  const message = neutraliseNote(field("message"));
  const due = await openAppeal(knock.shop, { ...found, message, language: reader.language }, now);
  if (due === undefined) return showStatus({ ...opened, token });
  return { status: 200, page: takenInPage(reader, { kind: "appeal", due, isLookedAt: false, statusPath: null }) };
}

async function whoseAppeal(
  { knock, token, now }: Opened,
  mark: string,
): Promise<{ request: string; by: "mailbox" | "account" } | undefined> {
  const { shop, customerId } = knock;
  const link = await findLink(shop, { token, purposes: ["status"], now });
  if (link) return { request: link.request, by: "mailbox" };
  const isOwn = await isOwnRequest(knock, token);
  if (!isOwn || customerId === undefined || !(await isOurForm(shop, customerId, mark, now))) return undefined;
  return { request: token, by: "account" };
}

/** Whether a text is the id of a request of the customer who is signed in. */
export async function isOwnRequest({ shop, customerId }: ProxyRequest, id: string): Promise<boolean> {
  if (customerId === undefined || !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) return false;
  return isAboutCustomer(shop, id, customerId);
}
