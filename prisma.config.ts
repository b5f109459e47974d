import { defineConfig } from "prisma/config";
import { schemaEngineAdapter } from "./app/db/schema-engine.server.ts";

const url = process.env["DATABASE_URL"] ?? "pglite:.data/database";
// the CLI checks the schema's env("DATABASE_URL") although the adapter replaces it, and fetches a binary if it fails
if (!url.startsWith("postgres")) process.env["DATABASE_URL"] = "postgresql://embedded";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  experimental: { adapter: true },
  engine: "js",
  adapter: schemaEngineAdapter(url),
});
