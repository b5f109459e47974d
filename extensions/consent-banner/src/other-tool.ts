/** Other consent tools, by what they leave on the page: a global name, or the element of their banner. */
const TOOLS: Readonly<Record<string, string>> = {
  OneTrust: "OneTrust",
  Cookiebot: "Cookiebot",
  Osano: "Osano",
  UC_UI: "Usercentrics",
  Didomi: "Didomi",
  axeptioSDK: "Axeptio",
  _iub: "iubenda",
  Termly: "Termly",
  CookieYes: "CookieYes",
  pandectes: "Pandectes",
};

/** The name of another consent tool on this page; "" when there is none. */
export function findOtherTool(): string {
  if (document.getElementById("shopify-pc__banner")) return "Shopify";
  const name = Object.keys(TOOLS).find((global) => global in window);
  return (name && TOOLS[name]) ?? "";
}
