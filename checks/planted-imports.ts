/** One violation of each dependency rule: files to plant, and the one among them that breaks the rule. */
export interface PlantedImport {
  rule: string;
  breaks: string;
  files: Record<string, string>;
}

const plain = "export const answer = 42;\n";
const reads = (from: string) => `export { answer } from "${from}";\n`;

/** A file that breaks `rule` by importing `target`, which is planted too when it is a file of the tree. */
function importing(rule: string, breaks: string, from: string, target?: string): PlantedImport {
  return { rule, breaks, files: { [breaks]: reads(from), ...(target === undefined ? {} : { [target]: plain }) } };
}

/** A file without the import that its folder owes. */
const lacking = (rule: string, breaks: string): PlantedImport => ({ rule, breaks, files: { [breaks]: plain } });

export const PLANTED_IMPORTS: readonly PlantedImport[] = [
  {
    rule: "no-cycles",
    breaks: "app/evidence/egg.ts",
    files: { "app/evidence/egg.ts": reads("./hen.ts"), "app/evidence/hen.ts": reads("./egg.ts") },
  },
  importing("pure-stays-pure", "app/jobs/decide.ts", "./act.server.ts", "app/jobs/act.server.ts"),
  {
    rule: "pure-has-no-packages",
    breaks: "app/jobs/with-package.ts",
    files: { "app/jobs/with-package.ts": 'export { v7 as answer } from "uuid";\n' },
  },
  {
    rule: "pure-has-no-packages",
    breaks: "app/jobs/with-node.ts",
    files: { "app/jobs/with-node.ts": 'export { readFileSync as answer } from "node:fs";\n' },
  },
  importing("screens-stay-in-the-browser", "app/ui/table.tsx", "../jobs/rows.server.ts", "app/jobs/rows.server.ts"),
  importing("law-stands-alone", "app/law/clocks.ts", "../jobs/names.ts", "app/jobs/names.ts"),
  importing("flows-do-not-call-flows", "app/requests/plan.ts", "../consent/choice.ts", "app/consent/choice.ts"),
  importing("lower-ranks-do-not-call-flows", "app/inbox/keep.ts", "../policy/facts.ts", "app/policy/facts.ts"),
  importing("edges-know-only-plain-files", "app/db/open.server.ts", "../jobs/job.server.ts", "app/jobs/job.server.ts"),
  importing(
    "crypto-knows-only-plain-files",
    "app/crypto/key.server.ts",
    "../db/rows.server.ts",
    "app/db/rows.server.ts",
  ),
  importing("db-does-not-know-shopify", "app/db/sessions.server.ts", "../shopify/version.ts", "app/shopify/version.ts"),
  {
    rule: "nothing-imports-a-door",
    breaks: "app/entry.server.tsx",
    files: { "app/entry.server.tsx": reads("./routes/anyone/health.ts"), "app/routes/anyone/health.ts": plain },
  },
  importing("only-the-program-opens-its-inner-doors", "app/root.tsx", "./worker.server.ts", "app/worker.server.ts"),
  importing(
    "doors-do-not-touch-the-database",
    "app/routes/anyone/login.ts",
    "../../db/query.server.ts",
    "app/db/query.server.ts",
  ),
  {
    rule: "database-packages-only-in-db",
    breaks: "app/evidence/with-prisma.server.ts",
    files: { "app/evidence/with-prisma.server.ts": 'import "@prisma/client";\n' },
  },
  {
    rule: "database-packages-only-in-db",
    breaks: "app/evidence/with-pg.server.ts",
    files: { "app/evidence/with-pg.server.ts": 'import pg from "pg";\nexport const answer = pg;\n' },
  },
  {
    rule: "shopify-sdk-only-in-shopify",
    breaks: "app/evidence/with-sdk.server.ts",
    files: { "app/evidence/with-sdk.server.ts": 'import "@shopify/shopify-app-remix/server";\n' },
  },
  {
    rule: "shopify-sdk-only-in-shopify",
    breaks: "app/evidence/with-api.server.ts",
    files: { "app/evidence/with-api.server.ts": 'import "@shopify/shopify-api";\n' },
  },
  importing("production-never-knows-its-tests", "app/jobs/run.server.ts", "../../standin/shop.ts", "standin/shop.ts"),
  importing("production-never-knows-its-tests", "app/jobs/go.server.ts", "./test-jobs.ts", "app/jobs/test-jobs.ts"),
  {
    rule: "production-needs-no-development-package",
    breaks: "app/evidence/with-tool.server.ts",
    files: { "app/evidence/with-tool.server.ts": 'import "fast-check";\n' },
  },
  importing("standin-never-knows-production", "standin/tokens.ts", "../app/jobs/token.ts", "app/jobs/token.ts"),
  importing("verifier-stands-alone", "verify/verify.mjs", "./chain.mjs", "verify/chain.mjs"),
  importing(
    "banner-imports-only-law-and-plain-consent",
    "extensions/banner/src/main.ts",
    "../../../app/jobs/signal.ts",
    "app/jobs/signal.ts",
  ),
  {
    rule: "banner-carries-no-package",
    breaks: "extensions/banner/src/dates.ts",
    files: {
      "extensions/banner/src/dates.ts": reads("../../../app/consent/dates.ts"),
      "app/consent/dates.ts": 'export { Temporal as answer } from "temporal-polyfill";\n',
    },
  },
  importing("every-import-is-found", "app/evidence/lost.server.ts", "./nowhere.server.ts"),
  lacking("shopify-doors-check-the-signature", "app/routes/shopify/open.ts"),
  lacking("shopper-doors-check-the-proxy-signature", "app/routes/shopper/open.ts"),
  lacking("merchant-doors-check-the-session", "app/routes/merchant/open.tsx"),
  lacking("tool-doors-ask-for-the-token", "app/routes/tool/open.ts"),
];
