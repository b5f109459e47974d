/** The lower bound: `node:http`, the signature, one INSERT, nothing behind it. `peer-bare.ts <port>`, DATABASE_URL set. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 12 });
await pool.query("CREATE TABLE IF NOT EXISTS bare_delivery (id text PRIMARY KEY, topic text, body bytea)");

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const body = Buffer.concat(chunks);
    const expected = createHmac("sha256", process.env["SHOPIFY_API_SECRET"] ?? "")
      .update(body)
      .digest();
    const given = Buffer.from(String(request.headers["x-shopify-hmac-sha256"]), "base64");
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      response.writeHead(401).end();
      return;
    }
    pool
      .query("INSERT INTO bare_delivery VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [
        request.headers["x-shopify-event-id"],
        request.headers["x-shopify-topic"],
        body,
      ])
      .then(
        () => response.writeHead(200).end(),
        () => response.writeHead(503).end(),
      );
  });
}).listen(Number(process.argv[2]), () => {
  process.stdout.write("listening\n");
});
