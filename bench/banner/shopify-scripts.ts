import { bundleScript } from "../../standin/admin/bundle-script.ts";

const FOLDER = "/cdn/shopifycloud";

/** Shopify's own scripts report how fast each page was, and ask whether they may count before anybody was asked. */
const ANALYTICS = `navigator.sendBeacon("/standin/speed", location.pathname);
Shopify.loadFeatures([{ name: "consent-tracking-api", version: "0.1" }], () => {
  window.mayCount = Shopify.customerPrivacy.analyticsProcessingAllowed();
});
`;

/** A German visitor of a shop with a policy for the EEA. */
const FACTS = { region: "DE", consentRequired: true, saleOfDataRegion: false, isRecorded: false };

/**
 * What Shopify loads on every storefront page, as far as a banner meets it: the loader of features, the Customer Privacy
 * API, and a script that uses them. The stand-in's own files, in the page of every contestant and in the bare one.
 */
export const SHOPIFY_SCRIPTS: ReadonlyMap<string, string> = new Map([
  [`${FOLDER}/storefront/assets/storefront/load_feature.js`, bundleScript(["load-features.ts"])],
  [`${FOLDER}/analytics.js`, ANALYTICS],
  [
    `${FOLDER}/consent-tracking-api.js`,
    `{ const STANDIN_FACTS = ${JSON.stringify(FACTS)};\n${bundleScript(["consent-tracking-api.ts"])}}`,
  ],
]);

/** Where the API sends what it was told. */
export const SHOPIFY_SINK = "/standin/";

/** What stands in the head of the page. */
export const SHOPIFY_HEAD = [...SHOPIFY_SCRIPTS.keys()]
  .slice(0, 2)
  .map((path) => `<script src="${path}" defer></script>`)
  .join("\n");
