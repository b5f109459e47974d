import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import { settings } from "./env.server.ts";
import { log } from "./log.server.ts";

/** A request must have sent its headers, and then its whole body, within these times. Milliseconds. */
const HEADERS_TIMEOUT_MS = 15_000;
const REQUEST_TIMEOUT_MS = 60_000;
/** Idle connections are kept longer than a load balancer keeps them, so that it never meets a closed one. */
const KEEP_ALIVE_MS = 75_000;

/** Serves the built app. Logs method, route and time of each request: paths and query strings may name persons. */
export async function serve(build: ServerBuild): Promise<Server> {
  const app = express();
  const answer = createRequestHandler({ build, mode: "production" });
  app.disable("x-powered-by");
  app.set("trust proxy", true);
  const assets = join(process.cwd(), build.assetsBuildDirectory, "assets");
  app.use("/assets", express.static(assets, { immutable: true, maxAge: "1y", fallthrough: false }));
  app.use(express.static(join(process.cwd(), build.assetsBuildDirectory), { maxAge: "1h" }));
  const compress = compression();
  // an empty answer has nothing to compress
  app.use((request, response, next) => {
    if (request.path === "/webhooks" || request.path === "/proxy/choice") next();
    else compress(request, response, next);
  });
  app.all("*", (request, response, next) => {
    void answer(request, response, next);
  });
  const server = createServer((request, response) => {
    app(request, response);
  });
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const { port } = settings();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, resolve);
  });
  return server;
}

/** The port on which a server listens. */
export function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

/** Stops taking requests and waits for those under way. */
export async function stopServing(server: Server): Promise<void> {
  server.closeIdleConnections();
  const timer = setTimeout(() => {
    server.closeAllConnections();
  }, 10_000);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(timer);
  log().info("stopped serving");
}
