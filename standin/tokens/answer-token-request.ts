import type { IncomingMessage, ServerResponse } from "node:http";
import { readFields, sendJson } from "../http/serve.ts";
import { shopState, type World } from "../world.ts";
import { readIdToken } from "./id-token.ts";
import { issueOfflineToken, issueOnlineToken, refreshTokens } from "./issue-tokens.ts";

const EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
const ONLINE = "urn:shopify:params:oauth:token-type:online-access-token";
const OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";

interface Answer {
  status: number;
  body: object;
}

const refused = (error: string, description: string): Answer => ({
  status: 400,
  body: { error, error_description: description },
});

function isOurApp(world: World, fields: Record<string, unknown>): boolean {
  return (
    fields["client_id"] === world.settings.apiKey && world.settings.apiSecrets.includes(String(fields["client_secret"]))
  );
}

async function exchange(world: World, shop: string, fields: Record<string, unknown>): Promise<Answer> {
  if (fields["subject_token_type"] !== ID_TOKEN)
    return refused("invalid_request", "Send an id token as subject token.");
  const staff = await readIdToken(world, shop, String(fields["subject_token"]));
  if (staff === undefined) return refused("invalid_subject_token", "The subject token is not valid.");
  if (shopState(world, shop).installedAt === null) return refused("invalid_subject_token", "The app is not installed.");
  switch (fields["requested_token_type"]) {
    case ONLINE:
      return { status: 200, body: issueOnlineToken(world, shop, staff) };
    case OFFLINE:
      return { status: 200, body: issueOfflineToken(world, shop, String(fields["expiring"]) === "1") };
    default:
      return refused("invalid_request", "Ask for an online or an offline access token.");
  }
}

/**
 * `POST /admin/oauth/access_token`: token exchange and refresh, with the errors of RFC 6749 that Shopify's libraries
 * look for. A guess: Shopify documents the codes, not every description.
 */
export async function answerTokenRequest(
  world: World,
  shop: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const fields = await readFields(request);
  const answer = await decide(world, shop, fields);
  sendJson(response, answer.body, answer.status);
}

async function decide(world: World, shop: string, fields: Record<string, unknown>): Promise<Answer> {
  if (!isOurApp(world, fields)) return refused("application_cannot_be_found", "Unknown client id or wrong secret.");
  if (fields["grant_type"] === EXCHANGE) return exchange(world, shop, fields);
  if (fields["grant_type"] === "refresh_token") {
    const body = refreshTokens(world, shop, String(fields["refresh_token"]));
    return body === undefined
      ? refused("invalid_grant", "This refresh token has been revoked or has expired.")
      : { status: 200, body };
  }
  return refused("unsupported_grant_type", "Use token exchange or a refresh token.");
}
