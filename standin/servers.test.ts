import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setStage, type Stage } from "./for-tests.ts";
import { STANDIN_SECRET, startStandin } from "./start.ts";
import { DEMO_SHOP } from "./world.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ small: true });
});
afterEach(async () => {
  await stage.close();
});

const get = async (url: string): Promise<string> => (await fetch(url)).text();

describe("the admin", () => {
  it("frames the app with a signed address and the path from its own", async () => {
    const page = await get(`${stage.standin.urls.admin}/store/rosewood-jewellery/apps/candor/app/requests?status=open`);
    const source = /src="([^"]+\/app\/requests\?[^"]+)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const query = new URL(source).searchParams;
    const hmac = query.get("hmac");
    query.delete("hmac");
    query.sort();
    const message = [...query].map(([name, value]) => `${name}=${value}`).join("&");
    expect(hmac).toBe(createHmac("sha256", STANDIN_SECRET).update(message).digest("hex"));
    expect(query.get("status")).toBe("open");
    expect(query.get("shop")).toBe(DEMO_SHOP);
  });

  it("offers to install the app where it is not installed", async () => {
    await stage.standin.control.uninstall();
    expect(await get(`${stage.standin.urls.admin}/store/rosewood-jewellery/apps/candor`)).toContain("Install Candor");
  });

  it.each(["/shopifycloud/app-bridge.js", "/standin/shell.js"])("serves %s as a script that parses", async (path) => {
    const script = await get(stage.standin.urls.admin + path);
    // Compiled, not run.
    expect(() => new Script(script)).not.toThrow();
    expect(script).not.toMatch(/^(import|export) /m);
  });
});

describe("the control API", () => {
  const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${stage.standin.urls.admin}/control/api/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify(body),
    });

  it("makes things happen and shows the log", async () => {
    await post("request-data", { customer: "noemi.keller@beispiel.example" });
    expect(JSON.parse(stage.received[0]?.body.toString() ?? "")).toMatchObject({
      orders_requested: [],
      customer: { email: "noemi.keller@beispiel.example" },
    });
    const log = JSON.parse(await get(`${stage.standin.urls.admin}/control/api/log`)) as unknown[];
    expect(log).toHaveLength(1);
  });

  it("makes the Admin API fail as often as it was told to", async () => {
    await post("faults", { apiStatus: 502, apiFailures: 1 });
    const ask = (): Promise<Response> =>
      fetch(`${stage.standin.urls.admin}/admin/api/2026-10/graphql.json`, {
        method: "POST",
        headers: { "X-Standin-Host": DEMO_SHOP },
        body: "{}",
      });
    expect((await ask()).status).toBe(502);
    expect((await ask()).status).toBe(401);
  });

  it("says what is wrong, and refuses pages of other sites", async () => {
    expect((await post("nonsense", {})).status).toBe(404);
    expect((await post("request-data", {})).status).toBe(400);
    expect((await post("uninstall", {}, { Origin: "https://elsewhere.example" })).status).toBe(403);
  });
});

describe("the tunnel and the storefront", () => {
  it("lets the admin frame the app and drops the preload of Shopify's script", async () => {
    const { createServer } = await import("node:http");
    const app = createServer((_request, response) => {
      response.writeHead(200, {
        "Content-Security-Policy": "frame-ancestors https://admin.shopify.com;",
        Link: "<https://cdn.shopify.com/x.js>; rel=preload",
      });
      response.end("the app");
    });
    const port = await new Promise<number>((resolve) => {
      app.listen(0, "127.0.0.1", () => {
        const address = app.address();
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
    const other = await setStage({ appUpstream: `http://localhost:${String(port)}` });
    const answer = await fetch(other.standin.urls.app);
    expect(await answer.text()).toBe("the app");
    expect(answer.headers.get("link")).toBeNull();
    expect(answer.headers.get("content-security-policy")).toContain(other.standin.urls.admin);
    app.close();
    await other.close();
  });

  it("signs what it sends to the app proxy and keeps cookies to itself", async () => {
    await fetch(`${stage.standin.urls.storefront}/apps/privacy/consent?region=DE&shop=forged`, {
      headers: { Cookie: "standin_customer=123; secret=1" },
    });
    const [one] = stage.received;
    const query = new URL(one?.url ?? "", "http://app").searchParams;
    const signature = query.get("signature");
    query.delete("signature");
    const message = [...query]
      .map(([name, value]) => `${name}=${value}`)
      .sort()
      .join("");
    expect(signature).toBe(createHmac("sha256", STANDIN_SECRET).update(message).digest("hex"));
    expect(Object.fromEntries(query)).toMatchObject({
      shop: DEMO_SHOP,
      path_prefix: "/apps/privacy",
      logged_in_customer_id: "123",
      region: "DE",
    });
    expect(one?.url.startsWith("/proxy/consent?")).toBe(true);
    expect(one?.headers.cookie).toBeUndefined();
  });

  it("shows products", async () => {
    expect(await get(`${stage.standin.urls.storefront}/`)).toContain("Hazel Signet Ring");
    expect(await get(`${stage.standin.urls.storefront}/products/letter-locket`)).toContain("hidden hinge");
  });
});

describe("mail and tags", () => {
  it("keeps the mail that comes by SMTP", async () => {
    const lines = ["EHLO app", "MAIL FROM:<candor@app.example>", "RCPT TO:<ada@example.com>", "DATA"];
    const mail = "Subject: =?utf-8?q?Best=C3=A4tigung?=\r\nTo: ada@example.com\r\n\r\nHello <Ada>\r\n.";
    await new Promise<void>((resolve) => {
      const socket = connect(Number(new URL(stage.standin.urls.smtp).port), "127.0.0.1");
      const queue = [...lines, mail, "QUIT"];
      socket.on("data", (data) => {
        if (!/^\d{3} /m.test(data.toString())) return;
        const next = queue.shift();
        if (next !== undefined) socket.write(`${next}\r\n`);
      });
      socket.on("close", () => {
        resolve();
      });
    });
    const messages = JSON.parse(await get(`${stage.standin.urls.mail}/messages.json`)) as Record<string, unknown>[];
    expect(messages).toMatchObject([{ id: "1", to: "ada@example.com", subject: "Bestätigung" }]);
    expect(await get(`${stage.standin.urls.mail}/`)).not.toContain("<Ada>");
  });

  it("records every request to a third-party tag", async () => {
    await get(`${stage.standin.urls.tags}/analytics/collect.gif?event=view`);
    const hits = JSON.parse(await get(`${stage.standin.urls.tags}/hits.json`)) as Record<string, unknown>[];
    expect(hits).toMatchObject([{ vendor: "analytics", path: "/analytics/collect.gif?event=view" }]);
  });
});

describe("starting", () => {
  it("keeps its state in a folder for the next start", async () => {
    const folder = mkdtempSync(join(tmpdir(), "standin-"));
    const first = await setStage({ dataDir: folder });
    await first.standin.control.uninstall();
    await first.standin.control.advance(1);
    await first.close();
    const second = await setStage({ dataDir: folder });
    expect(second.standin.world.state.shops[DEMO_SHOP]?.installedAt).toBeNull();
    // An hour, less the real milliseconds that went by while it passed.
    expect(second.standin.world.clock.ahead()).toBeGreaterThan(3_590_000);
    await second.close();
    rmSync(folder, { recursive: true });
  });

  it("refuses production with secrets that are not its own", async () => {
    const before = process.env["NODE_ENV"];
    process.env["NODE_ENV"] = "production";
    await expect(startStandin({ apiSecrets: ["a real secret"] })).rejects.toThrow("does not start in production");
    process.env["NODE_ENV"] = before;
  });
});
