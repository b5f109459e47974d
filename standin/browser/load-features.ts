/**
 * Shopify's `Shopify.loadFeatures`: loads a script of Shopify's by name and calls back when it ran. Only the consent API
 * is there. https://shopify.dev/docs/api/customer-privacy#loading-the-customer-privacy-api
 */
interface Feature {
  name: string;
  version: string;
  onLoad?: (error?: Error) => void;
}

const FEATURE_SCRIPTS: Record<string, string> = {
  "consent-tracking-api 0.1": "/cdn/shopifycloud/consent-tracking-api.js",
};
const loadedFeatures = new Map<string, Promise<void>>();

function loadFeature({ name, version }: Feature): Promise<void> {
  const key = `${name} ${version}`;
  const source = FEATURE_SCRIPTS[key];
  if (source === undefined) return Promise.reject(new Error(`Could not create registry entry ${name}`));
  const known = loadedFeatures.get(key);
  if (known !== undefined) return known;
  const loading = new Promise<void>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = source;
    script.async = true;
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      loadedFeatures.delete(key);
      reject(new Error(`${name} could not be loaded`));
    };
    document.head.append(script);
  });
  loadedFeatures.set(key, loading);
  return loading;
}

const features = window as unknown as { Shopify?: { loadFeatures?: unknown } };
features.Shopify ??= {};
features.Shopify.loadFeatures = (wanted: Feature[], done?: (error?: unknown) => void): void => {
  const each = wanted.map(async (feature) => {
    try {
      await loadFeature(feature);
      feature.onLoad?.();
    } catch (error) {
      feature.onLoad?.(error as Error);
      throw error;
    }
  });
  void Promise.all(each).then(
    () => done?.(),
    (error: unknown) => done?.(error),
  );
};
