import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

/**
 * Makes `build/server/index.js` start from our own server, which imports `virtual:remix/server-build`. It stands after
 * the Remix plugin because that one sets the entry of the server build whatever the configuration says.
 */
const serverEntry: Plugin = {
  name: "candor-server-entry",
  config: (_config, { command, isSsrBuild }) =>
    command === "build" && isSsrBuild === true
      ? { build: { rollupOptions: { input: "./app/server.ts" }, target: "node22", sourcemap: true, minify: false } }
      : undefined,
};

/** `shopify app dev` tunnels to this port and sets these names; elsewhere the development server stays on loopback. */
const port = Number(process.env["PORT"] ?? 3000);
const publicHost = new URL(process.env["SHOPIFY_APP_URL"] ?? "http://localhost").hostname;
const hotReload =
  publicHost === "localhost"
    ? { protocol: "ws", host: "localhost", port: 64999, clientPort: 64999 }
    : { protocol: "wss", host: publicHost, port: Number(process.env["FRONTEND_PORT"] ?? 8002), clientPort: 443 };

export default defineConfig({
  plugins: [
    remix({
      ignoredRouteFiles: ["**/*"],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
      },
    }),
    serverEntry,
  ],
  // the page's stylesheet must have the same name in both builds, or the browser loads it twice
  build: { assetsInlineLimit: 0, cssMinify: true, cssTarget: ["chrome87", "edge88", "firefox78", "safari14"] },
  server: {
    port,
    strictPort: true,
    allowedHosts: [publicHost],
    cors: { preflightContinue: true },
    hmr: hotReload,
    fs: { allow: ["app", "node_modules", "extensions", "public"] },
  },
  optimizeDeps: {
    // Found late, these reload the page half-way with a second copy of React ("Invalid hook call").
    include: [
      "@remix-run/react",
      "@shopify/app-bridge-react",
      "@shopify/polaris",
      "@shopify/shopify-app-remix/react",
      "react",
      "react-dom/client",
      "react/jsx-dev-runtime",
      "react/jsx-runtime",
    ],
  },
});
