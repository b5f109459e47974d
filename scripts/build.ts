/** `npm run build`, and what every command that needs the built server does first. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { buildExtension } from "./build-extension.ts";
import { runTool } from "./child.mjs";
import { hashFiles } from "./hash-files.ts";
import { withLock } from "./lock.mjs";

/** Prisma's command line, which has to be told not to look for engines, a database or a newer version of itself. */
const PRISMA = "node_modules/prisma/build/index.js";
const PRISMA_ENVIRONMENT = {
  ...process.env,
  CHECKPOINT_DISABLE: "1",
  DATABASE_URL: "postgresql://nobody@localhost/nothing",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
};

interface Product {
  what: string;
  /** The file that exists when it was made. */
  file: string;
  /** Where the hash of what it was made from is kept. */
  stamp: string;
  sources: string[];
  make: () => Promise<number>;
}

const CLIENT: Product = {
  what: "the database client",
  file: "node_modules/.prisma/client/index.js",
  stamp: "node_modules/.prisma/client/.candor-stamp",
  sources: ["prisma/schema.prisma", "node_modules/prisma/package.json"],
  make: () => runPrisma("generate", "--no-hints"),
};

const SERVER: Product = {
  what: "the app",
  file: "build/server/index.js",
  stamp: "build/.stamp",
  sources: ["app/**/*", "verify/**/*", "extensions/*/src/**/*", "public/**/*", "vite.config.ts", "package-lock.json"],
  make: () =>
    runTool(process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"], {
      ...process.env,
      NODE_ENV: "production",
    }),
};

const STOREFRONT: Product = {
  what: "the storefront's scripts",
  file: "extensions/consent-banner/assets/gate.js",
  stamp: "extensions/consent-banner/assets/.stamp",
  sources: [
    "extensions/*/src/**/*",
    "extensions/*/locales/*.json",
    "app/{consent,law}/*.ts",
    "scripts/build-extension.ts",
    "package-lock.json",
  ],
  make: buildExtension,
};

/** Runs Prisma's command line, offline; answers its exit code. */
export function runPrisma(...args: string[]): Promise<number> {
  return runTool(process.execPath, [PRISMA, ...args], PRISMA_ENVIRONMENT);
}

/** Makes the database client from the schema, unless it is made from this very one. */
export async function ensureClient(): Promise<void> {
  await ensure(CLIENT);
}

/** Makes the scripts that a storefront loads, unless they are made from these very sources. */
export async function ensureStorefront(): Promise<void> {
  await ensure(STOREFRONT);
}

/** Makes the client, the storefront's scripts and the built server, unless they are made from these very sources. */
export async function ensureBuild(): Promise<void> {
  await ensure(CLIENT);
  await ensure(STOREFRONT);
  await ensure(SERVER);
}

/** Whether the development packages, without which nothing can be built, are there. */
export function canBuild(): boolean {
  return existsSync("node_modules/@remix-run/dev");
}

async function ensure(product: Product): Promise<void> {
  await withLock("candor-build", async () => {
    const hash = hashFiles(product.sources, /\.test\.tsx?$|\/test-[^/]+\.ts$/);
    const made = existsSync(product.file) && existsSync(product.stamp) ? readFileSync(product.stamp, "utf8") : "";
    if (made === hash) return;
    process.stderr.write(`Building ${product.what} …\n`);
    const code = await product.make();
    if (code !== 0) throw new BuildFailed(product.what);
    writeFileSync(product.stamp, hash);
  });
}

/** The tool that builds has said why, on standard error. */
export class BuildFailed extends Error {
  constructor(what: string) {
    super(`Building ${what} failed; the cause is above.`);
    this.name = "BuildFailed";
  }
}

export default async function build(): Promise<number> {
  await ensureBuild();
  return 0;
}
