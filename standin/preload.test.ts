import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { setStage, type Stage } from "./for-tests.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ small: true });
});
afterAll(async () => {
  await stage.close();
});

/** Runs a script in a process with the preload, and gives what it printed. */
async function runPreloaded(script: string): Promise<string> {
  const preload = fileURLToPath(new URL("preload.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", preload, "--input-type=module", "--eval", script],
    { env: { ...process.env, SHOPIFY_STANDIN_URL: stage.standin.urls.admin } },
  );
  return stdout.trim();
}

it("sends fetches to a shop to the stand-in", async () => {
  const printed = await runPreloaded(
    'const answer = await fetch("https://a-shop.myshopify.com/admin/api/2026-10/graphql.json", { method: "POST", headers: { "X-Shopify-Access-Token": "none" }, body: "{}" }); console.log(answer.status, await answer.text());',
  );
  expect(printed).toMatch(/^401 .*Invalid API key/);
});

it("refuses fetches to any other host", async () => {
  const printed = await runPreloaded(
    'await fetch("https://example.com/").catch((error) => console.log((error.cause ?? error).name));',
  );
  expect(printed).toBe("OutsideRefused");
});

it("refuses node:https, node:net and TLS to any other host", async () => {
  const printed = await runPreloaded(`
    import https from "node:https"; import net from "node:net"; import tls from "node:tls";
    const failed = (emitter) => new Promise((resolve) => emitter.on("error", (error) => resolve(error.name)));
    console.log(await Promise.all([
      failed(https.get("https://example.com/")),
      failed(net.connect(80, "192.0.2.1")),
      failed(tls.connect({ host: "example.com", port: 443 })),
    ]).then((names) => names.join()));
  `);
  expect(printed).toBe("OutsideRefused,OutsideRefused,OutsideRefused");
});

it("lets this machine through", async () => {
  const printed = await runPreloaded(
    'import http from "node:http"; http.get(process.env.SHOPIFY_STANDIN_URL + "/control/api/time", (answer) => { console.log(answer.statusCode); answer.resume(); });',
  );
  expect(printed).toBe("200");
});
