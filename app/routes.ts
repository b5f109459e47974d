import { index, route, type RouteConfig } from "@remix-run/route-config";

/** Every URL and its door. The folder says who knocks, and so how they prove it. */
export default [
  // Shopify: HMAC over the raw body
  route("webhooks", "routes/shopify/webhooks.ts"),

  // staff in Shopify admin: session token
  index("routes/anyone/entrance.ts"),
  route("app", "routes/merchant/layout.tsx", [
    index("routes/merchant/home.tsx"),
    route("requests", "routes/merchant/requests.tsx"),
    route("requests/:request", "routes/merchant/request.tsx"),
    route("requests/:request/package", "routes/merchant/package.ts"),
    route("consent", "routes/merchant/consent.tsx"),
    route("consent/records.csv", "routes/merchant/consent-records.ts"),
    route("consent/records/:receipt/proof", "routes/merchant/consent-proof.ts"),
    route("consent/banner", "routes/merchant/banner.tsx"),
    route("consent/banner/preview", "routes/merchant/banner-preview.ts"),
    route("consent/services", "routes/merchant/services.tsx"),
    route("deliveries", "routes/merchant/deliveries.tsx"),
    route("evidence", "routes/merchant/evidence.tsx"),
    route("evidence/bundle", "routes/merchant/bundle.ts"),
  ]),

  // shoppers, through the storefront: app-proxy signature
  route("proxy", "routes/shopper/privacy.ts"),
  route("proxy/choice", "routes/shopper/choice.ts"),
  route("proxy/choices", "routes/shopper/choices.ts"),
  route("proxy/receipt/:receipt?", "routes/shopper/receipt.ts"),
  route("proxy/register.json", "routes/shopper/register.ts"),
  route("proxy/sighting", "routes/shopper/sighting.ts"),

  // nobody yet
  route("banner/:file", "routes/anyone/banner-file.ts"),
  route("auth/login", "routes/anyone/login.tsx"),
  route("auth/*", "routes/anyone/auth.ts"),
  route("health", "routes/anyone/health.ts"),
] satisfies RouteConfig;
