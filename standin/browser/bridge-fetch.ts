import { askShell } from "./bridge-channel.ts";

const nativeFetch = window.fetch.bind(window);

/** A session token for the app's server, one minute good. */
export async function idToken(): Promise<string> {
  return String(await askShell({ type: "idToken" }));
}

async function withToken(request: Request): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set("Authorization", `Bearer ${await idToken()}`);
  headers.set("X-Requested-With", "XMLHttpRequest");
  return nativeFetch(new Request(request.clone(), { headers }));
}

/** Requests to the app's own server carry the session token, and are tried once more when the server asks for that. */
async function bridgedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  if (new URL(request.url).origin !== location.origin || request.headers.has("Authorization"))
    return nativeFetch(request);
  const first = await withToken(request);
  const again = first.status === 401 && first.headers.has("X-Shopify-Retry-Invalid-Session-Request");
  const answer = again ? await withToken(request) : first;
  const elsewhere = answer.headers.get("X-Shopify-API-Request-Failure-Reauthorize-Url");
  if (elsewhere !== null) window.open(elsewhere, "_top");
  return answer;
}

export function installFetch(): void {
  window.fetch = bridgedFetch;
}
