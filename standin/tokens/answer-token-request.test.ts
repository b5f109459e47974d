import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setStage, type Stage } from "../for-tests.ts";
import { STANDIN_KEY, STANDIN_SECRET } from "../start.ts";
import { DEMO_SHOP } from "../world.ts";
import { issueIdToken } from "./id-token.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(async () => {
  await stage.close();
});

type Json = Record<string, unknown>;

async function post(
  path: string,
  body: Json,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Json }> {
  const answer = await fetch(stage.standin.urls.admin + path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Standin-Host": DEMO_SHOP, ...headers },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Json };
}

const app = { client_id: STANDIN_KEY, client_secret: STANDIN_SECRET };
const refresh = (token: unknown): Promise<{ status: number; body: Json }> =>
  post("/admin/oauth/access_token", { ...app, grant_type: "refresh_token", refresh_token: token });
const use = async (token: unknown): Promise<number> =>
  (
    await post(
      "/admin/api/2026-10/graphql.json",
      { query: "{ shop { id } }" },
      { "X-Shopify-Access-Token": String(token) },
    )
  ).status;

async function exchange(kind: "online" | "offline", more: Json = {}): Promise<{ status: number; body: Json }> {
  return post("/admin/oauth/access_token", {
    ...app,
    grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
    subject_token: await issueIdToken(stage.standin.world, DEMO_SHOP),
    subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
    requested_token_type: `urn:shopify:params:oauth:token-type:${kind}-access-token`,
    ...more,
  });
}

describe("token exchange", () => {
  it("gives an expiring offline token with a refresh token", async () => {
    const { status, body } = await exchange("offline", { expiring: "1" });
    expect(status).toBe(200);
    expect(body).toMatchObject({ expires_in: 3600, refresh_token_expires_in: 7_776_000 });
    expect(await use(body["access_token"])).toBe(200);
  });

  it("says who an online token belongs to", async () => {
    stage.standin.control.setStaff(81002);
    const { body } = await exchange("online");
    expect(body["associated_user"]).toMatchObject({ id: 81002, account_owner: false, locale: "de" });
  });

  it("refuses a forged id token and a wrong secret", async () => {
    expect(await exchange("offline", { subject_token: "a.b.c" })).toMatchObject({
      status: 400,
      body: { error: "invalid_subject_token" },
    });
    expect((await exchange("offline", { client_secret: "guessed" })).status).toBe(400);
  });
});

describe("the life of an offline token", () => {
  it("ends after its time, and the refresh token brings a new one", async () => {
    const { body: first } = await exchange("offline", { expiring: "1" });
    await stage.standin.control.advance(1.01);
    expect(await use(first["access_token"])).toBe(401);
    const { body: second } = await refresh(first["refresh_token"]);
    expect(await use(second["access_token"])).toBe(200);
  });

  it("lets a refresh token be used again until its replacement is used, then never", async () => {
    const { body: first } = await exchange("offline", { expiring: "1" });
    await refresh(first["refresh_token"]);
    const { status, body: second } = await refresh(first["refresh_token"]);
    expect(status).toBe(200);
    await use(second["access_token"]);
    expect(await refresh(first["refresh_token"])).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
    expect((await refresh(second["refresh_token"])).status).toBe(200);
  });

  it("ends with the installation", async () => {
    const { body } = await exchange("offline", { expiring: "1" });
    await stage.standin.control.uninstall();
    expect(await use(body["access_token"])).toBe(401);
    expect((await refresh(body["refresh_token"])).status).toBe(400);
    expect((await exchange("offline")).status).toBe(400);
    stage.standin.control.install();
    expect((await exchange("offline")).status).toBe(200);
  });
});
