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
    route("requests/figures", "routes/merchant/metrics.tsx"),
    route("requests/export/:what/:format", "routes/merchant/request-export.ts"),
    route("requests/new", "routes/merchant/new-request.tsx"),
    route("requests/:request", "routes/merchant/request.tsx"),
    route("requests/:request/decision", "routes/merchant/decision.ts"),
    route("requests/:request/certificate/:format", "routes/merchant/certificate.ts"),
    route("requests/:request/package", "routes/merchant/package.ts"),
    route("requests/:request/files/:attachment", "routes/merchant/attachment.ts"),
    route("requests/:request/task", "routes/merchant/request-task.ts"),
    route("requests/:request/shopify", "routes/merchant/request-shopify.ts"),
    route("requests/:request/changes", "routes/merchant/request-changes.ts"),
    route("consent", "routes/merchant/consent.tsx"),
    route("consent/records.csv", "routes/merchant/consent-records.ts"),
    route("consent/records/:receipt/proof", "routes/merchant/consent-proof.ts"),
    route("consent/banner", "routes/merchant/banner.tsx"),
    route("consent/banner/preview", "routes/merchant/banner-preview.ts"),
    route("consent/services", "routes/merchant/services.tsx"),
    route("processors", "routes/merchant/processors.tsx"),
    route("processors/:processor", "routes/merchant/processor.tsx"),
    route("register", "routes/merchant/register.tsx"),
    route("register/questions", "routes/merchant/interview.tsx"),
    route("register/retention", "routes/merchant/retention.tsx"),
    route("register/record/:format", "routes/merchant/record.ts"),
    route("register/vendors/:vendor", "routes/merchant/vendor.tsx"),
    route("policy", "routes/merchant/policy.tsx"),
    route("policy/draft/:language", "routes/merchant/policy-draft.ts"),
    route("mails", "routes/merchant/mails.tsx"),
    route("mails/:template", "routes/merchant/mail.tsx"),
    route("deliveries", "routes/merchant/deliveries.tsx"),
    route("policy/audit", "routes/merchant/policy-audit.tsx"),
    route("evidence", "routes/merchant/evidence.tsx"),
    route("evidence/bundle", "routes/merchant/bundle.ts"),
    route("settings", "routes/merchant/settings.tsx"),
    route("settings/tools", "routes/merchant/tools.tsx"),
  ]),

  // shoppers, through the storefront: app-proxy signature
  route("proxy", "routes/shopper/privacy.ts"),
  route("proxy/request", "routes/shopper/request.ts"),
  route("proxy/request/status/:token?", "routes/shopper/status.ts"),
  route("proxy/verify/:token?", "routes/shopper/verify.ts"),
  route("proxy/object/:token?", "routes/shopper/object.ts"),
  route("proxy/package/open/:token?", "routes/shopper/open-package.ts"),
  route("proxy/package/:token?", "routes/shopper/own-package.ts"),
  route("proxy/policy", "routes/shopper/policy.ts"),
  route("proxy/policy/versions", "routes/shopper/policy-versions.ts"),
  route("proxy/policy/:part", "routes/shopper/policy-part.ts"),
  route("proxy/choice", "routes/shopper/choice.ts"),
  route("proxy/choices", "routes/shopper/choices.ts"),
  route("proxy/receipt/:receipt?", "routes/shopper/receipt.ts"),
  route("proxy/register.json", "routes/shopper/register.ts"),
  route("proxy/sighting", "routes/shopper/sighting.ts"),

  // the store's own tools, by a token
  route("api/v1/openapi.json", "routes/tool/openapi.ts"),
  route("api/v1/requests", "routes/tool/requests.ts"),
  route("api/v1/requests/:request", "routes/tool/request.ts"),
  route("api/v1/requests/:request/certificate", "routes/tool/certificate.ts"),

  // processors, by the one-time link of an errand
  route("reply/:token", "routes/anyone/reply.ts"),
  route("errands/:token", "routes/anyone/errand.ts"),

  // nobody yet
  route("banner/:file", "routes/anyone/banner-file.ts"),
  route("auth/login", "routes/anyone/login.tsx"),
  route("auth/*", "routes/anyone/auth.ts"),
  route("health", "routes/anyone/health.ts"),
] satisfies RouteConfig;
