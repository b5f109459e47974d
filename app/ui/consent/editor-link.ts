/**
 * Shopify's code editor with one file of a theme open. `theme`: the theme's id, also as a global id
 * (`gid://shopify/OnlineStoreTheme/123`).
 */
export function editorLink(handle: string, theme: string, file: string): string {
  const id = theme.split("/").at(-1) ?? "current";
  return `https://admin.shopify.com/store/${handle}/themes/${id}?key=${encodeURIComponent(file)}`;
}
