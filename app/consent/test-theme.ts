/** A theme that loads Google's tags above the embed, Meta's below it as plain markup, and Hotjar's inline in a snippet. */
export const THEME = {
  "layout/theme.liquid": [
    "<!doctype html>",
    "<html>",
    "<head>",
    "  {%- comment -%}",
    '  <script src="https://cdn.taboola.com/old.js"></script>',
    "  {%- endcomment -%}",
    '  <script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>',
    "  {{ content_for_header }}",
    '  <script type="text/javascript" src="https://connect.facebook.net/en_US/fbevents.js" defer></script>',
    "  {% render 'tracking', product: product %}",
    '  <script type="text/plain" data-consent="marketing" src="https://cdn.attn.tv/shop/dtag.js"></script>',
    "</head>",
    "<body>",
    '  <noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-1"></iframe></noscript>',
    "  {% sections 'header-group' %}",
    "  {{ content_for_layout }}",
    "</body>",
  ].join("\n"),
  "snippets/tracking.liquid":
    "\n<script>\n(function(h){ h.src='https://static.hotjar.com/c/hotjar-' + 1; })({});\n</script>\n",
  "sections/header-group.json": JSON.stringify({
    sections: { a: { type: "video" }, b: { type: "x", disabled: true } },
  }),
  "sections/video.liquid":
    '<iframe src="https://www.youtube.com/embed/1"></iframe>\n<img src="https://cdn.shopify.com/x.png">',
  "config/settings_data.json": `/* written by Shopify */\n${JSON.stringify({
    current: {
      blocks: {
        "1": { type: "shopify://apps/candor/blocks/gate/0199-ab", disabled: false, settings: {} },
        "2": { type: "shopify://apps/pandectes-gdpr/blocks/banner/58", disabled: false },
        "3": { type: "shopify://apps/cookieyes/blocks/banner/59", disabled: true },
      },
    },
  })}`,
} as const satisfies Record<string, string>;
