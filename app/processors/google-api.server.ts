import { importPKCS8, SignJWT } from "jose";
import { z } from "zod";
import { PlainProblem } from "../jobs/cause.ts";
import { callOut } from "../outbound/call-out.server.ts";
import type { Target } from "./connector.server.ts";
import type { GoogleUser } from "./google-users.ts";
import { understandJson, understandStatus } from "./understand-status.server.ts";

const TOKEN_URL = "https://oauth2.googleapis.com/token";
const ADMIN_URL = "https://analyticsadmin.googleapis.com";
/** https://developers.google.com/analytics/devguides/config/admin/v1/rest/v1alpha/properties/submitUserDeletion */
const SCOPE = "https://www.googleapis.com/auth/analytics.edit";

const ACCOUNT = z.looseObject({
  type: z.literal("service_account"),
  client_email: z.string().min(3),
  private_key: z.string().startsWith("-----BEGIN PRIVATE KEY-----"),
});
const TOKEN = z.object({ access_token: z.string().min(1), token_type: z.literal("Bearer") });
const SUBMITTED = z.object({ deletionRequestTime: z.iso.datetime({ offset: true }) });
const PROPERTY = z.looseObject({ displayName: z.string() });

/** Whether a text is the key of a service account, as Google Cloud hands it out. */
export function isServiceAccount(text: string): boolean {
  try {
    return ACCOUNT.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

/**
 * An access token for a service account: a JWT signed with its key, RFC 7523.
 * https://developers.google.com/identity/protocols/oauth2/service-account#httprest
 */
async function accessToken({ processor, credential }: Target, now: Date): Promise<string> {
  const who = processor.name;
  if (!isServiceAccount(credential))
    throw new PlainProblem(`The key of ${who} is not the JSON file of a service account.`, { worthRetrying: false });
  const account = ACCOUNT.parse(JSON.parse(credential));
  const key = await importPKCS8(account.private_key, "RS256").catch(() => {
    throw new PlainProblem(`The private key of ${who} cannot be read. Make a new one.`, { worthRetrying: false });
  });
  const assertion = await new SignJWT({ scope: SCOPE })
    .setProtectedHeader({ alg: "RS256", typ: "JWT" })
    .setIssuer(account.client_email)
    .setAudience(TOKEN_URL)
    .setIssuedAt()
    .setExpirationTime("10m")
    .sign(key);
  const body = new URLSearchParams({ grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer", assertion });
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const answer = await callOut(who, { url: TOKEN_URL, method: "POST", headers, body: body.toString() });
  // Google answers a key that it does not accept with 400 invalid_grant (RFC 6749, section 5.2)
  if (answer.status === 400)
    throw new PlainProblem(`Google does not accept the key of ${who}: it was removed, or is another project’s.`, {
      worthRetrying: false,
    });
  understandStatus(who, answer, [200], now);
  return understandJson(who, answer.text, TOKEN).access_token;
}

/** The Analytics Admin API for one property. */
export async function googleApi(target: Target, now: Date) {
  const who = target.processor.name;
  const property = target.processor.settings.property ?? "";
  const headers = { Authorization: `Bearer ${await accessToken(target, now)}` };
  return {
    /**
     * Has everything erased that the property knows of a user until now. Google carries it out later, and has no way to
     * look. Answers when it was taken. https://developers.google.com/analytics/devguides/config/userdeletion/migration
     */
    async submitDeletion(user: GoogleUser): Promise<string> {
      const answer = await callOut(who, {
        url: `${ADMIN_URL}/v1alpha/properties/${property}:submitUserDeletion`,
        method: "POST",
        headers: { ...headers, "Content-Type": "application/json" },
        body: JSON.stringify(user),
      });
      understandStatus(who, answer, [200], now);
      return understandJson(who, answer.text, SUBMITTED).deletionRequestTime;
    },
    /** The property's name. https://developers.google.com/analytics/devguides/config/admin/v1/rest/v1beta/properties/get */
    async propertyName(): Promise<string> {
      const answer = await callOut(who, { url: `${ADMIN_URL}/v1beta/properties/${property}`, method: "GET", headers });
      understandStatus(who, answer, [200], now);
      return understandJson(who, answer.text, PROPERTY).displayName;
    },
  };
}
