import { loader, queue, type Vendor } from "./vendor.ts";

/** Advertising networks. */
export const ADVERTISING: readonly Vendor[] = [
  {
    id: "meta",
    name: "Meta Pixel",
    head: `${loader(
      "https://connect.facebook.net/en_US/fbevents.js",
      `if (w.fbq) return;
    var pixel = (w.fbq = function () { pixel.callMethod ? pixel.callMethod.apply(pixel, arguments) : pixel.queue.push(arguments); });
    if (!w._fbq) w._fbq = pixel;
    pixel.push = pixel; pixel.loaded = true; pixel.version = "2.0"; pixel.queue = [];`,
    )}
<script>
  fbq("init", "770123456789012");
  fbq("track", "PageView");
</script>
<noscript><img height="1" width="1" style="display:none" alt="" src="https://www.facebook.com/tr?id=770123456789012&amp;ev=PageView&amp;noscript=1"></noscript>`,
    files: {
      "connect.facebook.net/en_US/fbevents.js": {
        cookies: ["_fbp=fb.0.1790000000000.1234567890"],
        loads: ["https://connect.facebook.net/signals/config/770123456789012"],
        sends: ["image https://www.facebook.com/tr/?id=770123456789012&ev=PageView"],
      },
      "connect.facebook.net/signals/config/": {},
    },
  },
  {
    id: "tiktok",
    name: "TikTok Pixel",
    head: `${loader(
      "https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=CROSEWOOD77&lib=ttq",
      `w.TiktokAnalyticsObject = "ttq";
    var ttq = (w.ttq = w.ttq || []);
    ["page", "track", "identify", "grantConsent", "revokeConsent", "holdConsent"].forEach(function (name) {
      ttq[name] = function () { ttq.push([name].concat([].slice.call(arguments))); };
    });`,
    )}
<script>
  ttq.page();
</script>`,
    files: {
      "analytics.tiktok.com/i18n/pixel/events.js": {
        cookies: ["_ttp=01ROSEWOOD.tt.0", "_tt_enable_cookie=1"],
        sends: ["beacon https://analytics.tiktok.com/api/v2/pixel"],
      },
    },
  },
  {
    id: "pinterest",
    name: "Pinterest Tag",
    head: `${loader("https://s.pinimg.com/ct/core.js", queue("pintrk"))}
<script>
  pintrk("load", "2612345678901");
  pintrk("page");
</script>
<noscript><img height="1" width="1" style="display:none" alt="" src="https://ct.pinterest.com/v3/?tid=2612345678901&amp;event=init&amp;noscript=1"></noscript>`,
    files: {
      "s.pinimg.com/ct/core.js": { loads: ["https://s.pinimg.com/ct/lib/main.77aa10.js"] },
      "s.pinimg.com/ct/lib/main": {
        cookies: ["_pin_unauth=dWlkPVJPU0VXT09E"],
        sends: ["image https://ct.pinterest.com/v3/?tid=2612345678901&event=pagevisit"],
      },
    },
  },
  {
    id: "snap",
    name: "Snap Pixel",
    head: `${loader("https://sc-static.net/scevent.min.js", queue("snaptr"))}
<script>
  snaptr("init", "77aa10bb-0000-4000-8000-000000000001");
  snaptr("track", "PAGE_VIEW");
</script>`,
    files: {
      "sc-static.net/scevent.min.js": {
        cookies: ["_scid=77aa10bb-0000-4000-8000-000000000002"],
        sends: ["fetch https://tr.snapchat.com/p"],
      },
    },
  },
  {
    id: "uet",
    name: "Microsoft Advertising (Bing UET)",
    head: `<script>
  (function (w, d, tag, address, name) {
    w[name] = w[name] || [];
    var script = d.createElement(tag);
    script.src = address;
    script.async = true;
    script.onload = function () {
      if (w.UET) { w[name] = new w.UET({ ti: "77001234", q: w[name] }); w[name].push("pageLoad"); }
    };
    var first = d.getElementsByTagName(tag)[0];
    first.parentNode.insertBefore(script, first);
  })(window, document, "script", "https://bat.bing.com/bat.js", "uetq");
</script>`,
    files: {
      "bat.bing.com/bat.js": {
        cookies: ["_uetsid=77aa10bb000011f0", "_uetvid=77aa10bb000011f1"],
        sends: ["image https://bat.bing.com/action/0?ti=77001234&evt=pageLoad"],
      },
    },
  },
  {
    id: "linkedin",
    name: "LinkedIn Insight",
    head: `<script>
  window._linkedin_data_partner_ids = window._linkedin_data_partner_ids || [];
  window._linkedin_data_partner_ids.push("7700123");
</script>
${loader("https://snap.licdn.com/li.lms-analytics/insight.min.js", "w.lintrk = w.lintrk || function (a, b) { w.lintrk.q.push([a, b]); }; w.lintrk.q = w.lintrk.q || [];")}
<noscript><img height="1" width="1" style="display:none" alt="" src="https://px.ads.linkedin.com/collect/?pid=7700123&amp;fmt=gif"></noscript>`,
    files: {
      "snap.licdn.com/li.lms-analytics/insight.min.js": {
        cookies: ["li_fat_id=77aa10bb-0000-4000-8000-000000000003"],
        sends: ["image https://px.ads.linkedin.com/collect/?pid=7700123&v=2"],
      },
    },
  },
  {
    id: "x",
    name: "X Pixel",
    head: `${loader("https://static.ads-twitter.com/uwt.js", queue("twq"))}
<script>
  twq("config", "o7701");
</script>`,
    files: {
      "static.ads-twitter.com/uwt.js": {
        cookies: ["_twpid=tw.1790000000000.770012345678901234"],
        sends: [
          "image https://t.co/i/adsct?txn_id=o7701&p_id=Twitter",
          "image https://analytics.twitter.com/i/adsct?txn_id=o7701&p_id=Twitter",
        ],
      },
    },
  },
  {
    id: "reddit",
    name: "Reddit Pixel",
    head: `${loader("https://www.redditstatic.com/ads/pixel.js", queue("rdt"))}
<script>
  rdt("init", "a2_rosewood77");
  rdt("track", "PageVisit");
</script>`,
    files: {
      "www.redditstatic.com/ads/pixel.js": {
        cookies: ["_rdt_uuid=1790000000000.77aa10bb-0000-4000-8000-000000000004"],
        sends: ["image https://alb.reddit.com/rp.gif?id=a2_rosewood77&event=PageVisit"],
      },
    },
  },
  {
    id: "criteo",
    name: "Criteo OneTag",
    head: `<script type="text/javascript" src="https://dynamic.criteo.com/js/ld/ld.js?a=77012" async="true"></script>
<script type="text/javascript">
  window.criteo_q = window.criteo_q || [];
  window.criteo_q.push({ event: "setAccount", account: 77012 }, { event: "viewHome" });
</script>`,
    files: {
      "dynamic.criteo.com/js/ld/ld.js": {
        cookies: ["cto_bundle=77aa10bbROSEWOOD"],
        sends: ["xhr https://sslwidget.criteo.com/event?a=77012&v=5"],
      },
    },
  },
  {
    id: "taboola",
    name: "Taboola Pixel",
    head: loader(
      "https://cdn.taboola.com/libtrc/unip/1770012/tfa.js",
      `w._tfa = w._tfa || []; w._tfa.push({ notify: "event", name: "page_view", id: 1770012 });`,
    ),
    files: {
      "cdn.taboola.com/libtrc/unip/": {
        cookies: ["t_gid=77aa10bb-0000-4000-8000-000000000005-tuct"],
        sends: ["image https://trc.taboola.com/1770012/log/3/unip?en=page_view"],
      },
    },
  },
  {
    id: "outbrain",
    name: "Outbrain Pixel",
    head: `${loader("https://amplify.outbrain.com/cp/obtp.js", queue("obApi"))}
<script>
  obApi("track", "PAGE_VIEW");
</script>`,
    files: {
      "amplify.outbrain.com/cp/obtp.js": {
        cookies: ["outbrain_cid_fetch=true"],
        sends: ["image https://tr.outbrain.com/unifiedPixel?marketerId=0077&name=PAGE_VIEW"],
      },
    },
  },
  {
    id: "awin",
    name: "Awin MasterTag",
    head: `<script src="https://www.dwin1.com/77012.js" type="text/javascript" defer="defer"></script>`,
    files: {
      "www.dwin1.com/77012.js": {
        cookies: ["_aw_m_77012=77012_1790000000_rosewood"],
        sends: ["image https://www.awin1.com/sread.img?a=0&b=77012"],
      },
    },
  },
];
