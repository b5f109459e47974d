import { request } from "undici";
import { settings } from "../env.server.ts";
import { PlainProblem } from "../jobs/cause.ts";
import { failureCause } from "./failure-cause.ts";
import { PrivateAddressRefused, privateAgent, publicAgent } from "./guarded-agents.server.ts";

/** A whole call, from the connection to the last byte of the answer, may take this long (ms). */
const WHOLE_MS = 30_000;

/** What is sent to another server. */
export interface Outgoing {
  url: string;
  method: "GET" | "POST" | "PATCH" | "DELETE";
  headers?: Readonly<Record<string, string>>;
  body?: string | undefined;
  /** Ends the call earlier. */
  within?: number;
}

/** What it answered, whatever its status. */
export interface Answered {
  status: number;
  /** A header of the answer, "" when it is absent. */
  header: (name: string) => string;
  /** UTF-8. */
  text: string;
}

/** Why an address may not be called, in words for staff; null when it may. */
export function whyNotCalled(address: string): string | null {
  const url = URL.parse(address);
  if (!url) return "This is not an address. It must look like https://example.com/privacy.";
  if (url.username !== "" || url.password !== "") return "The address must not hold a user name or password.";
  if (settings().privateHosts.includes(url.host)) return null;
  return url.protocol === "https:" ? null : "The address must begin with https://, so that nobody can read along.";
}

/**
 * Calls another server. Only https, only public addresses (unless the operator named the host in CANDOR_PRIVATE_HOSTS),
 * no redirects, 5 seconds to connect, 30 for everything, answers up to 10 MiB. `who` names it in causes.
 *
 * Source: OWASP Server-Side Request Forgery Prevention Cheat Sheet, case 2.
 *
 * @throws PlainProblem when no answer came
 */
export async function callOut(who: string, { url, within = WHOLE_MS, ...outgoing }: Outgoing): Promise<Answered> {
  const reason = whyNotCalled(url);
  if (reason !== null) throw new PlainProblem(reason, { worthRetrying: false });
  const isPrivate = settings().privateHosts.includes(new URL(url).host);
  try {
    const answer = await request(url, {
      method: outgoing.method,
      headers: { "User-Agent": "Candor", ...outgoing.headers },
      body: outgoing.body ?? null,
      dispatcher: isPrivate ? privateAgent : publicAgent,
      signal: AbortSignal.timeout(within),
    });
    const { headers } = answer;
    return {
      status: answer.statusCode,
      header: (name) => [headers[name.toLowerCase()] ?? ""].flat().join(", "),
      text: await answer.body.text(),
    };
  } catch (error) {
    throw inWords(who, error);
  }
}

function inWords(who: string, error: unknown): PlainProblem {
  if (error instanceof PrivateAddressRefused)
    return new PlainProblem(
      `The address of ${who} leads into a private network, so it is not called. Enter one on the public internet.`,
      { worthRetrying: false },
    );
  return new PlainProblem(failureCause(who, codeOf(error)));
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error.cause === undefined ? error.name : codeOf(error.cause);
}
