import { defineConfig } from "vitest/config";

const database = "app/**/*.server.test.ts";
const postgresUrl = process.env["CANDOR_TEST_DATABASE_URL"];

/** `.server` tests that open no database: they run once. */
const withoutDatabase = [
  "app/env.server.test.ts",
  "app/crypto/*.server.test.ts",
  "app/outbound/*.server.test.ts",
  "app/mail/render-mail.server.test.ts",
  "app/package/*.server.test.ts",
  "app/policy/round-trip.server.test.ts",
  "app/policy/document/*.server.test.ts",
  "app/processors/{connector-of,protocol}.server.test.ts",
  "app/shopify/{admin-graphql,bulk-orders,collect-customer}.server.test.ts",
];

/**
 * The database tests run twice: on the embedded database always, and on the PostgreSQL server named in
 * CANDOR_TEST_DATABASE_URL when `npm test` could start one. Without `isolate` the pure files of one worker share loaded
 * modules, which halves their time; files with a database each load their own.
 */
const projects = [
  {
    name: "unit",
    ...{ isolate: false, testTimeout: 30_000 },
    include: ["app/**/*.test.{ts,tsx}", "extensions/**/*.test.ts", "verify/**/*.test.ts", "scripts/**/*.test.ts"],
    exclude: [database],
  },
  {
    name: "server",
    include: withoutDatabase,
    testTimeout: 60_000,
  },
  {
    name: "database",
    include: [database],
    exclude: withoutDatabase,
    setupFiles: ["scripts/vitest-setup.ts", "scripts/vitest-embedded.ts"],
    globalSetup: ["scripts/vitest-snapshot.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
  ...(postgresUrl === undefined || postgresUrl === ""
    ? []
    : [
        {
          name: "postgres",
          ...{
            include: [database],
            exclude: withoutDatabase,
            testTimeout: 30_000,
            hookTimeout: 60_000,
          },
          globalSetup: ["scripts/vitest-template.ts"],
        },
      ]),
  { name: "standin", include: ["standin/**/*.test.ts"], testTimeout: 30_000, hookTimeout: 60_000 },
  { name: "checks", include: ["checks/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000 },
  {
    name: "journeys",
    include: ["journeys/**/*.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 180_000,
    // What a browser does on a busy machine takes longer than the second that vitest waits of itself.
    expect: { poll: { timeout: 20_000 } },
  },
];

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    reporters: ["default", "./scripts/vitest-summary.ts"],
    projects: projects.map((project) => ({
      // graphql ships two builds and refuses objects of the other one: everybody gets the one that its importers `require`.
      resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
      test: { setupFiles: ["scripts/vitest-setup.ts"], restoreMocks: true, unstubEnvs: true, ...project },
    })),
  },
});
