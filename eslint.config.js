import tseslint from "typescript-eslint";

/** Tests, and what several tests share. */
const TESTS = ["**/*.test.{ts,tsx}", "**/test-*.ts"];

/** Folders whose plain `.ts` files show or route; every other plain `.ts` file of app/ decides, and must be pure. */
const SHOWS = ["app/routes.ts", "app/server.ts", "app/routes/**", "app/ui/**", "app/entry.client.tsx"];

const NO_MODULE_MOCKS = ["mock", "doMock", "hoisted"].map((property) => ({
  object: "vi",
  property,
  message: "Run the real module: use the stand-in and a real database.",
}));
const NO_ENVIRONMENT = {
  object: "process",
  property: "env",
  message: "Read settings from app/env.server.ts.",
};

const EVERYWHERE = [
  { selector: "ExportAllDeclaration", message: "No barrels: import from the file that has it." },
  {
    selector:
      "CallExpression > MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(only|skip|todo)$/]",
    message: "Every test runs, every time.",
  },
];

const PURE = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Take `now` as an argument." },
  { selector: "CallExpression[callee.name='Date']", message: "Take `now` as an argument." },
  {
    selector: "CallExpression[callee.object.name=/^(Date|performance)$/][callee.property.name='now']",
    message: "Take `now` as an argument.",
  },
  {
    selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
    message: "Take `now` as an argument.",
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: "Take the random value as an argument.",
  },
  {
    selector: ":matches(FunctionDeclaration,FunctionExpression,ArrowFunctionExpression)[async=true]",
    message: "A pure file does not wait.",
  },
  { selector: "AwaitExpression", message: "A pure file does not wait." },
  { selector: "NewExpression[callee.name='Promise']", message: "A pure file does not wait." },
  {
    selector: "CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/][arguments.length=0]",
    message: "Name the locale and the time zone: the result must not depend on the machine.",
  },
];

const IMPURE_GLOBALS = [
  "Buffer",
  "clearInterval",
  "clearTimeout",
  "crypto",
  "document",
  "fetch",
  "globalThis",
  "indexedDB",
  "localStorage",
  "location",
  "navigator",
  "process",
  "queueMicrotask",
  "sessionStorage",
  "setInterval",
  "setTimeout",
  "window",
].map((name) => ({ name, message: "A plain .ts file decides: pass in what it needs." }));

const SIZE = {
  "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
  "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
  complexity: ["error", 10],
  "max-params": ["error", 4],
};

export default tseslint.config(
  { ignores: ["build", ".cache", ".data", "**/node_modules", "extensions/*/assets", "app/shopify/generated"] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      ...SIZE,
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      // Remix's way to answer: a door throws a Response.
      "@typescript-eslint/only-throw-error": ["error", { allow: [{ from: "lib", name: "Response" }] }],
      "no-restricted-properties": ["error", ...NO_MODULE_MOCKS],
      "no-restricted-syntax": ["error", ...EVERYWHERE],
    },
  },
  {
    files: ["**/*.{js,mjs,cjs}"],
    rules: { ...SIZE, eqeqeq: ["error", "always", { null: "ignore" }], "no-undef": "off" },
  },
  { files: TESTS, rules: { "max-lines-per-function": "off" } },
  // whoever checks evidence reads one file, from the first line to the last
  {
    files: ["verify/verify.mjs"],
    rules: { "max-lines": ["error", { max: 320, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ["{app,extensions}/**/*.{ts,tsx}"],
    ignores: TESTS,
    rules: {
      "no-console": "error",
      "no-restricted-properties": ["error", ...NO_MODULE_MOCKS, NO_ENVIRONMENT],
      "no-restricted-imports": [
        "error",
        { paths: ["process", "node:process"].map((name) => ({ name, message: NO_ENVIRONMENT.message })) },
      ],
    },
  },
  { files: ["app/env.server.ts"], rules: { "no-restricted-properties": ["error", ...NO_MODULE_MOCKS] } },
  {
    files: ["app/**/*.ts"],
    ignores: [...TESTS, "**/*.server.ts", ...SHOWS],
    rules: {
      "no-restricted-syntax": ["error", ...EVERYWHERE, ...PURE],
      "no-restricted-globals": ["error", ...IMPURE_GLOBALS],
    },
  },
);
