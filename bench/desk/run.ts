/** `npm run bench -- desk`: see measure.ts. The app's sources need Vite, and so the measurement runs as vitest runs them. */
import { startVitest } from "vitest/node";
import { startPostgres } from "../../scripts/postgres.ts";

const postgres = await startPostgres({ durable: true });
if (!postgres) throw new Error("This measurement needs PostgreSQL's programs (Debian: postgresql).");
process.env["CANDOR_TEST_DATABASE_URL"] = postgres.url;
const vitest = await startVitest("test", [], {
  ...{ config: false, include: ["bench/desk/measure.ts"], watch: false, reporters: ["default"] },
  alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }],
});
await vitest.close();
await postgres.stop();
