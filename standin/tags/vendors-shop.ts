import { loader, queue, type Vendor } from "./vendor.ts";

/** Measuring, recording, mail, reviews and chat. */
export const SHOP_TOOLS: readonly Vendor[] = [
  {
    id: "klaviyo",
    name: "Klaviyo",
    head: `<script type="text/javascript" async src="https://static.klaviyo.com/onsite/js/klaviyo.js?company_id=RsWd77"></script>`,
    files: {
      "static.klaviyo.com/onsite/js/klaviyo.js": {
        cookies: ["__kla_id=eyJjaWQiOiJST1NFV09PRCJ9"],
        loads: ["https://static-tracking.klaviyo.com/onsite/js/static.77.js"],
      },
      "static-tracking.klaviyo.com/onsite/js/": {
        sends: ["fetch https://a.klaviyo.com/onsite/track-analytics?company_id=RsWd77"],
      },
    },
  },
  {
    id: "hotjar",
    name: "Hotjar",
    head: loader(
      "https://static.hotjar.com/c/hotjar-3770012.js?sv=6",
      `${queue("hj")}
    w._hjSettings = { hjid: 3770012, hjsv: 6 };`,
    ),
    files: {
      "static.hotjar.com/c/hotjar-": {
        cookies: ["_hjSessionUser_3770012=eyJpZCI6Ijc3In0=", "_hjSession_3770012=eyJpZCI6Ijc4In0="],
        loads: ["https://script.hotjar.com/modules.77aa10bb.js"],
      },
      "script.hotjar.com/modules.": { sends: ["beacon https://content.hotjar.io/?site_id=3770012"] },
    },
  },
  {
    id: "clarity",
    name: "Microsoft Clarity",
    head: loader("https://www.clarity.ms/tag/rsw77cl", queue("clarity")),
    files: {
      "www.clarity.ms/tag/": {
        cookies: ["_clck=77aa10%5E2%5Eg0%5E0", "_clsk=77bb10%5E1790000000%5E1"],
        loads: ["https://scripts.clarity.ms/0.8.20/clarity.js"],
      },
      "scripts.clarity.ms/": { sends: ["beacon https://q.clarity.ms/collect"] },
    },
  },
  {
    id: "yotpo",
    name: "Yotpo",
    head: `<script src="https://cdn-widgetsrepository.yotpo.com/v1/loader/R0sEwOoD77" async></script>`,
    files: {
      "cdn-widgetsrepository.yotpo.com/v1/loader/": {
        cookies: ["yotpo_pixel=77aa10bb-0000-4000-8000-000000000006"],
        sends: ["image https://p.yotpo.com/i?e=pv&p=web"],
      },
    },
  },
  {
    id: "attentive",
    name: "Attentive",
    head: `<script type="text/javascript">
  (function (d) {
    var script = d.createElement("script");
    script.async = true;
    script.src = "https://cdn.attn.tv/rosewood/dtag.js";
    d.head.appendChild(script);
  })(document);
</script>`,
    files: {
      "cdn.attn.tv/rosewood/dtag.js": {
        cookies: ["__attentive_id=77aa10bb00004000"],
        sends: ["image https://events.attentivemobile.com/e?t=p&c=rosewood"],
      },
    },
  },
  {
    id: "gorgias",
    name: "Gorgias Chat",
    head: "",
    body: `<script id="gorgias-chat-widget-install-v3" src="https://config.gorgias.chat/bundle-loader/01ROSEWOOD77" async></script>`,
    files: {
      "config.gorgias.chat/bundle-loader/": { loads: ["https://client-builds.production.gorgias.chat/loader.js"] },
      "client-builds.production.gorgias.chat/": {},
    },
  },
  {
    id: "segment",
    name: "Segment",
    head: `<script>
  (function () {
    var analytics = (window.analytics = window.analytics || []);
    if (analytics.initialize || analytics.invoked) return;
    analytics.invoked = true;
    ["track", "page", "identify", "reset", "ready", "on"].forEach(function (method) {
      analytics[method] = function () { analytics.push([method].concat([].slice.call(arguments))); return analytics; };
    });
    analytics.load = function (key) {
      var script = document.createElement("script");
      script.async = true;
      script.src = "https://cdn.segment.com/analytics.js/v1/" + key + "/analytics.min.js";
      var first = document.getElementsByTagName("script")[0];
      first.parentNode.insertBefore(script, first);
    };
    analytics.load("RoSeWoOd77");
    analytics.page();
  })();
</script>`,
    files: {
      "cdn.segment.com/analytics.js/v1/": {
        cookies: ["ajs_anonymous_id=77aa10bb-0000-4000-8000-000000000007"],
        sends: ["fetch https://api.segment.io/v1/p"],
      },
    },
  },
  {
    id: "amplitude",
    name: "Amplitude",
    head: `<script src="https://cdn.amplitude.com/script/rosewood77.js"></script>
<script>
  window.amplitude && window.amplitude.init && window.amplitude.init("rosewood77");
</script>`,
    files: {
      "cdn.amplitude.com/script/": {
        cookies: ["AMP_rosewood77=JTdCJTdE"],
        sends: ["fetch https://api2.amplitude.com/2/httpapi"],
      },
    },
  },
  {
    id: "mixpanel",
    name: "Mixpanel",
    head: loader(
      "https://cdn.mxpnl.com/libs/mixpanel-2-latest.min.js",
      `w.mixpanel = w.mixpanel || []; w.mixpanel.__SV = 1.2; w.mixpanel.push(["init", "rosewood77"]);`,
    ),
    files: {
      "cdn.mxpnl.com/libs/": {
        cookies: ["mp_rosewood77_mixpanel=%7B%7D"],
        sends: ["xhr https://api-js.mixpanel.com/track/?verbose=1"],
      },
    },
  },
  {
    id: "fullstory",
    name: "FullStory",
    head: loader(
      "https://edge.fullstory.com/s/fs.js",
      `w._fs_host = "fullstory.com"; w._fs_org = "ROSEWOOD"; w._fs_namespace = "FS"; ${queue("FS")}`,
    ),
    files: {
      "edge.fullstory.com/s/fs.js": {
        cookies: ["fs_uid=%23ROSEWOOD%2377aa10bb"],
        sends: ["xhr https://rs.fullstory.com/rec/page"],
      },
    },
  },
  {
    id: "heap",
    name: "Heap",
    head: `<script type="text/javascript">
  window.heap = window.heap || [];
  heap.load = function (id) {
    heap.appid = id;
    var script = document.createElement("script");
    script.type = "text/javascript";
    script.async = true;
    script.src = "https://cdn.heapanalytics.com/js/heap-" + id + ".js";
    document.head.append(script);
  };
  heap.load("770012345");
</script>`,
    files: {
      "cdn.heapanalytics.com/js/heap-": {
        cookies: ["_hp2_id.770012345=%7B%7D"],
        sends: ["image https://heapanalytics.com/h?a=770012345&k=pv"],
      },
    },
  },
  {
    id: "luckyorange",
    name: "Lucky Orange",
    head: `<script async defer src="https://tools.luckyorange.com/core/lo.js?site-id=77aa10bb"></script>`,
    files: {
      "tools.luckyorange.com/core/lo.js": {
        cookies: ["_lo_uid=770012-1790000000"],
        sends: ["fetch https://in.visitors.live/collect"],
      },
    },
  },
];
