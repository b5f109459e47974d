/**
 * What Shopify's app template does with a webhook: `authenticate.webhook`, then one write by Prisma; work that should
 * follow is not done. `peer-template.ts <port>`, DATABASE_URL set. Remix's own routing is left out, in its favour.
 */
import "@shopify/shopify-app-remix/adapters/node";
import { createServer } from "node:http";
import { PrismaPg } from "@prisma/adapter-pg";
import prismaPackage from "@prisma/client";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { ApiVersion, type Session } from "@shopify/shopify-api";
import { AppDistribution, shopifyApp } from "@shopify/shopify-app-remix/server";

const prisma = new prismaPackage.PrismaClient({
  adapter: new PrismaPg({ connectionString: process.env["DATABASE_URL"] ?? "", max: 12 }),
});
const shopify = shopifyApp({
  apiKey: "bench",
  apiSecretKey: process.env["SHOPIFY_API_SECRET"] ?? "",
  appUrl: "https://bench.test",
  apiVersion: ApiVersion.October26,
  distribution: AppDistribution.AppStore,
  sessionStorage: {
    storeSession: () => Promise.resolve(true),
    loadSession: (): Promise<Session | undefined> => Promise.resolve(undefined),
    deleteSession: () => Promise.resolve(true),
    deleteSessions: () => Promise.resolve(true),
    findSessionsByShop: (): Promise<Session[]> => Promise.resolve([]),
  },
});

createServer((incoming, outgoing) => {
  const request = new Request(`https://bench.test${incoming.url ?? ""}`, {
    method: incoming.method ?? "POST",
    headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]),
    body: createReadableStreamFromReadable(incoming),
    duplex: "half",
  });
  shopify.authenticate
    .webhook(request)
    .then(({ shop, topic, webhookId }) =>
      prisma.deliverySeen.create({
        data: { shop, event: `${topic} ${webhookId}`, delivery: crypto.randomUUID(), receivedAt: new Date() },
      }),
    )
    .then(
      () => outgoing.writeHead(200).end(),
      (error: unknown) => outgoing.writeHead(error instanceof Response ? error.status : 500).end(),
    );
}).listen(Number(process.argv[2]), () => {
  process.stdout.write("listening\n");
});
