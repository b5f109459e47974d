import type { Vendor } from "./vendor.ts";

const GTAG = "https://www.googletagmanager.com/gtag/js";

const gtag = (id: string): string => `<script async src="${GTAG}?id=${id}"></script>
<script>
  window.dataLayer = window.dataLayer || [];
  function gtag() { dataLayer.push(arguments); }
  gtag("js", new Date());
  gtag("config", "${id}");
</script>`;

/** Google's tags and what Google owns. */
export const GOOGLE: readonly Vendor[] = [
  {
    id: "ga4",
    name: "Google Analytics 4",
    head: gtag("G-ROSEWOOD01"),
    files: {
      "www.googletagmanager.com/gtag/js?id=G-": {
        cookies: ["_ga=GA1.1.1047382910.1790000000", "_ga_ROSEWOOD01=GS2.1.s1790000000$o1$g0"],
        sends: ["beacon https://region1.google-analytics.com/g/collect?v=2&tid=G-ROSEWOOD01&en=page_view"],
      },
    },
  },
  {
    id: "gtm",
    name: "Google Tag Manager",
    head: `<script>
  (function (w, d, layer, id) {
    w[layer] = w[layer] || [];
    w[layer].push({ "gtm.start": new Date().getTime(), event: "gtm.js" });
    var first = d.getElementsByTagName("script")[0];
    var script = d.createElement("script");
    script.async = true;
    script.src = "https://www.googletagmanager.com/gtm.js?id=" + id;
    first.parentNode.insertBefore(script, first);
  })(window, document, "dataLayer", "GTM-RSWD77");
</script>`,
    body: `<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=GTM-RSWD77" height="0" width="0" style="display:none;visibility:hidden"></iframe></noscript>`,
    files: {
      "www.googletagmanager.com/ns.html": {},
      "www.googletagmanager.com/gtm.js": { loads: ["https://www.google-analytics.com/analytics.js"] },
      "www.google-analytics.com/analytics.js": {
        cookies: ["_gid=GA1.1.558102337.1790000000"],
        sends: ["image https://www.google-analytics.com/collect?v=1&t=pageview&tid=UA-77000-1"],
      },
    },
  },
  {
    id: "google-ads",
    name: "Google Ads",
    head: gtag("AW-770012345"),
    files: {
      "www.googletagmanager.com/gtag/js?id=AW-": {
        cookies: ["_gcl_au=1.1.1938471023.1790000000"],
        sends: [
          "image https://googleads.g.doubleclick.net/pagead/viewthroughconversion/770012345/?random=1&fmt=3",
          "image https://www.google.com/pagead/1p-user-list/770012345/?random=1",
        ],
      },
    },
  },
  {
    id: "youtube",
    name: "YouTube",
    head: "",
    body: `<div class="video-note"><iframe width="320" height="180" src="https://www.youtube.com/embed/r0sew00dY4rd" title="How we set a stone" loading="eager" allowfullscreen></iframe></div>`,
    files: {
      "www.youtube.com/embed/": { loads: ["https://www.youtube.com/s/player/base.js"] },
      "www.youtube.com/s/player/": { sends: ["image https://i.ytimg.com/vi/r0sew00dY4rd/hqdefault.jpg"] },
    },
  },
];
