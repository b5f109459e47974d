import { createPublicKey, generateKeyPairSync } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { jwtVerify } from "jose";
import { z } from "zod";
import { readBody, sendJson } from "../http/serve.ts";
import { findContacts, removeContact, type ContactStore } from "./contact.ts";
import { answerMood, takeMood, type Mood } from "./mood.ts";

/**
 * Google's token endpoint for service accounts and the Analytics Admin API, as far as an app for privacy needs it.
 * Shapes: https://developers.google.com/identity/protocols/oauth2/service-account#httprest and
 * https://developers.google.com/analytics/devguides/config/admin/v1/rest/v1alpha/properties/submitUserDeletion.
 */
export interface Google extends ContactStore {
  mood: Mood;
  /** Made when it is first needed. */
  account: ServiceAccount | null;
  /** Deletions that were taken, by what names the user. */
  taken: { user: string; at: string }[];
  log: string[];
}

export const GOOGLE_PROPERTY = "1234567";
const EMAIL = "candor@standin.iam.gserviceaccount.com";
const TOKEN = "ya29.standin";
const SCOPE = "https://www.googleapis.com/auth/analytics.edit";

/** The JSON file that Google Cloud would hand out, and the public key (PEM) that it is checked with. */
interface ServiceAccount {
  file: string;
  publicKey: string;
}

/** The service account that is let in. */
export function accountOf(google: Google): ServiceAccount {
  return (google.account ??= newServiceAccount());
}

function newServiceAccount(): ServiceAccount {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const publicKey = createPublicKey(privateKey).export({ type: "spki", format: "pem" }).toString();
  const file = {
    type: "service_account",
    project_id: "standin",
    private_key_id: "1",
    private_key: pem,
    client_email: EMAIL,
    token_uri: "https://oauth2.googleapis.com/token",
  };
  return { file: JSON.stringify(file), publicKey };
}

const one = z.string().min(1);
const USER = z.union([
  z.strictObject({ userId: one }),
  z.strictObject({ clientId: one }),
  z.strictObject({ appInstanceId: one }),
  // in the one form that Google documents: lower case without spaces, digits behind a plus sign
  z.strictObject({ userProvidedData: z.string().regex(/^(\+\d{7,15}|[^\s@A-Z]+@[^\s@A-Z]+)$/) }),
]);

async function answerToken(google: Google, body: string, response: ServerResponse): Promise<void> {
  const form = new URLSearchParams(body);
  const invalid = () => {
    sendJson(response, { error: "invalid_grant", error_description: "Invalid JWT Signature." }, 400);
  };
  if (form.get("grant_type") !== "urn:ietf:params:oauth:grant-type:jwt-bearer") {
    sendJson(response, { error: "unsupported_grant_type" }, 400);
    return;
  }
  try {
    const { payload } = await jwtVerify(form.get("assertion") ?? "", createPublicKey(accountOf(google).publicKey), {
      algorithms: ["RS256"],
      issuer: EMAIL,
      audience: "https://oauth2.googleapis.com/token",
      requiredClaims: ["iat", "exp"],
      maxTokenAge: "1h",
    });
    if (payload["scope"] !== SCOPE) invalid();
    else sendJson(response, { access_token: TOKEN, scope: SCOPE, token_type: "Bearer", expires_in: 3599 });
  } catch {
    invalid();
  }
}

const failure = (code: number, status: string, message: string) => ({ error: { code, message, status } });

function submitDeletion(google: Google, body: string, response: ServerResponse): void {
  const read = USER.safeParse(JSON.parse(body));
  if (!read.success) {
    sendJson(response, failure(400, "INVALID_ARGUMENT", "Request contains an invalid argument."), 400);
    return;
  }
  const user = Object.values(read.data)[0] ?? "";
  const at = new Date().toISOString();
  google.taken.push({ user, at });
  if (google.mood.name !== "lying")
    for (const { id } of findContacts(google, user.startsWith("+") ? { phone: user } : { email: user }))
      removeContact(google, id);
  sendJson(response, { deletionRequestTime: at });
}

/** Takes one call of either host. */
export async function answerGoogle(
  google: Google,
  request: IncomingMessage,
  response: ServerResponse,
  { url, host }: { url: URL; host: string },
): Promise<void> {
  const body = (await readBody(request)).toString("utf8");
  const mood = takeMood(google.mood);
  if (answerMood(mood, response)) return;
  const call = `${request.method ?? ""} ${host}${url.pathname}`;
  google.log.push(call);
  if (call === "POST oauth2.googleapis.com/token") {
    await answerToken(google, mood === "locked" ? "" : body, response);
    return;
  }
  if (request.headers.authorization !== `Bearer ${TOKEN}`) {
    sendJson(response, failure(401, "UNAUTHENTICATED", "Request had invalid authentication credentials."), 401);
  } else if (call === `POST analyticsadmin.googleapis.com/v1alpha/properties/${GOOGLE_PROPERTY}:submitUserDeletion`) {
    submitDeletion(google, body, response);
  } else if (call === `GET analyticsadmin.googleapis.com/v1beta/properties/${GOOGLE_PROPERTY}`) {
    sendJson(response, { name: `properties/${GOOGLE_PROPERTY}`, displayName: "Rosewood Jewellery" });
  } else sendJson(response, failure(403, "PERMISSION_DENIED", "The caller does not have permission"), 403);
}
