/**
 * Who may import whom: docs/decisions/001-two-kinds-of-file.md in rules. checks/rules.test.ts plants a violation of
 * each. Imports point one way:
 *
 *   routes, worker → requests | consent | policy → the middle → shopify, db → crypto → plain files → law
 */
const FLOWS = "consent|requests|policy";
/** All folders but these, what carries rules out over several flows, the doors, what they show and the screens are below the flows. */
const BELOW_FLOWS = `(?!(${FLOWS}|retention|routes|ops|overview|ui)/)[^/]+/`;

/** Tests, and what several tests share: `x.test.ts`, `test-x.ts`. */
const TEST = "\\.test\\.tsx?$|/test-[^/]+\\.ts$";
const SERVER = "\\.server\\.tsx?$";

/** Plain `.ts` files decide. Doors, screens and the two entries at the top of app/ are the other plain files. */
const PURE = {
  path: "^app/.+\\.ts$",
  pathNot: [SERVER, TEST, "\\.d\\.ts$", "^app/(routes|ui)/", "^app/(routes|server)\\.ts$"],
};
const error = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const required = (name, comment, module, to) => ({ name, comment, severity: "error", module, to });

/** Both kinds of file keep to their kind. */
const kinds = [
  // The stand-in's resolvers know each other as the types of Shopify's graph do.
  error(
    "no-cycles",
    "A cycle has no first file to read. Types may know each other.",
    { pathNot: "^standin/graphql/" },
    {
      circular: true,
      viaOnly: { dependencyTypesNot: ["type-only"] },
    },
  ),
  error("pure-stays-pure", "A plain .ts file decides: it never reads, writes or shows.", PURE, {
    path: [SERVER, "^app/(routes|ui)/", "\\.tsx$"],
  }),
  error("pure-has-no-packages", "A plain .ts file needs nothing but other plain files, and dates.", PURE, {
    dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown", "core", "unknown"],
    pathNot: "node_modules/temporal-polyfill/",
  }),
  error(
    "screens-stay-in-the-browser",
    "What ui/ shows comes in as props.",
    { path: "^app/ui/", pathNot: TEST },
    {
      path: SERVER,
    },
  ),
  error(
    "law-stands-alone",
    "Tables of law know nothing of the app.",
    { path: "^app/law/", pathNot: TEST },
    {
      path: "^app/",
      pathNot: "^app/law/",
    },
  ),
];

/** Imports point down the ranks. */
const ranks = [
  error(
    "flows-do-not-call-flows",
    "What flows share goes down a rank.",
    { path: `^app/(${FLOWS})/`, pathNot: TEST },
    {
      path: `^app/(${FLOWS})/`,
      pathNot: "^app/$1/",
    },
  ),
  error(
    "lower-ranks-do-not-call-flows",
    "Flows import these, not the other way round.",
    { path: `^app/${BELOW_FLOWS}`, pathNot: [TEST, "^app/law/"] },
    { path: `^app/(${FLOWS})/` },
  ),
  error(
    "edges-know-only-plain-files",
    "shopify/ can be read, and replaced, with nothing but db/ and crypto/; db/ with crypto/ alone.",
    { path: "^app/(db|shopify)/", pathNot: TEST },
    { path: `^app/.+${SERVER}`, pathNot: ["^app/$1/", "^app/(crypto|db)/", "^app/(env|log)\\.server\\.ts$"] },
  ),
  error(
    "db-does-not-know-shopify",
    "Sessions are kept by shopify/, in db/.",
    { path: "^app/db/", pathNot: TEST },
    {
      path: "^app/shopify/",
    },
  ),
  error(
    "crypto-knows-only-plain-files",
    "The lowest rank that reads or writes.",
    { path: "^app/crypto/", pathNot: TEST },
    {
      path: `^app/.+${SERVER}`,
      pathNot: "^app/crypto/",
    },
  ),
  error(
    "nothing-imports-a-door",
    "Doors are named in routes.ts, and called from outside.",
    { pathNot: [TEST, "^app/routes\\.ts$"] },
    {
      path: "^app/routes/",
    },
  ),
  error(
    "only-the-program-opens-its-inner-doors",
    "The worker is the door for time, ops/ the operator's; app/server.ts opens both.",
    { path: "^app/", pathNot: [TEST, "^app/ops/", "^app/(server|(start|run-program)\\.server)\\.ts$"] },
    { path: "^app/(worker\\.server\\.ts$|ops/)" },
  ),
  error(
    "doors-do-not-touch-the-database",
    "A door asks a flow.",
    { path: "^app/routes/", pathNot: TEST },
    { path: "^app/db/" },
  ),
];

/** Packages with one importer each, and code that production must never carry. */
const borders = [
  error(
    "database-packages-only-in-db",
    "Prisma, pg and PGlite are known in one folder.",
    { path: "^(app|extensions)/", pathNot: "^app/db/" },
    { path: "node_modules/(@prisma|\\.prisma|prisma|pg|@types/pg|@electric-sql)/" },
  ),
  error(
    "shopify-sdk-only-in-shopify",
    "The server SDK is known in one folder; its React half may be shown anywhere.",
    { path: "^(app|extensions)/", pathNot: "^app/shopify/" },
    { path: "node_modules/@shopify/(shopify-api|shopify-app-session[^/]*|shopify-app-remix/dist/[^/]+/server)/" },
  ),
  error(
    "production-never-knows-its-tests",
    "The stand-in is reached from below fetch, never by an import.",
    { path: "^(app|extensions)/", pathNot: TEST },
    { path: ["^(standin|journeys|bench|scripts|checks)/", TEST] },
  ),
  error(
    "production-needs-no-development-package",
    "npm ci --omit=dev must leave a server that starts.",
    { path: "^(app|extensions)/", pathNot: [TEST, "^app/routes\\.ts$"] },
    {
      dependencyTypes: ["npm-dev"],
      dependencyTypesNot: ["type-only"],
      pathNot: "node_modules/(@remix-run/dev|@types)/",
    },
  ),
  error(
    "standin-never-knows-production",
    "A Shopify that shared our code would share our mistakes.",
    { path: "^standin/", pathNot: TEST },
    { path: "^(app|extensions)/" },
  ),
  error(
    "verifier-stands-alone",
    "Anyone can read and run it as one file.",
    { path: "^verify/", pathNot: TEST },
    {
      pathNot: "^[^/]+$|^node:",
      dependencyTypesNot: ["core"],
    },
  ),
  error(
    "banner-imports-only-law-and-plain-consent",
    "The banner decides with the very functions of the server.",
    { path: "^extensions/[^/]+/src/", pathNot: TEST },
    { pathNot: ["^extensions/[^/]+/src/", "^app/law/", "^app/consent/[^./]+\\.ts$"] },
  ),
  error(
    "banner-carries-no-package",
    "Each byte is paid by every visit to a shop.",
    { path: "^extensions/[^/]+/src/", pathNot: TEST },
    { path: "(^|/)node_modules/", reachable: true },
  ),
  error(
    "every-import-is-found",
    "A name that resolves to nothing.",
    { path: "^(app|extensions|standin)/" },
    {
      couldNotResolve: true,
    },
  ),
];

/** Who knocks must prove it: each folder of doors has one way. */
const proofs = [
  required(
    "shopify-doors-check-the-signature",
    "HMAC over the raw body.",
    { path: "^app/routes/shopify/.+\\.tsx?$", pathNot: TEST },
    { path: "^app/shopify/verified-delivery\\.server\\.ts$" },
  ),
  required(
    "shopper-doors-check-the-proxy-signature",
    "Signed by Shopify's app proxy.",
    { path: "^app/routes/shopper/.+\\.tsx?$", pathNot: TEST },
    { path: "^app/shopify/proxy-request\\.server\\.ts$" },
  ),
  required(
    "merchant-doors-check-the-session",
    "A session token of Shopify's admin.",
    { path: "^app/routes/merchant/.+\\.tsx?$", pathNot: TEST },
    { path: "^app/shopify/merchant-request\\.server\\.ts$" },
  ),
  required(
    "tool-doors-ask-for-the-token",
    "A bearer token that names its store.",
    { path: "^app/routes/tool/.+\\.tsx?$", pathNot: TEST },
    { path: "^app/integrations/api-answer\\.server\\.ts$" },
  ),
];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [...kinds, ...ranks, ...borders],
  required: proofs,
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|\\.cache|\\.data)/|^extensions/[^/]+/assets/|^bench/[^/]+/node_modules/" },
    skipAnalysisNotInRules: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      mainFields: ["module", "main", "types", "typings"],
    },
  },
};
