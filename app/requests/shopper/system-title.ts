/** A system as a person knows it: "" for the store's own, whose name the page has. */
export function systemTitle(system: string): string {
  if (system === "candor") return "";
  return system === "shopify" ? "Shopify" : system.replace(/^processor:/, "");
}
