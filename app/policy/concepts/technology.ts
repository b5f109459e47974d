/** Cookies and their relatives, analytics, signals. */
export const TECHNOLOGY = {
  cookies: "cookie, cookies, cooky",
  "what a cookie is":
    "small text? file|files|data, text file, data file, little _ file|files, small piece|amount of, small data, pieces of data, piece of information, placed|stored|saved|set|deposited|put on _ device|computer|browser|terminal|gadget, are file, is a file",
  "refusing cookies":
    "disable, block, blocks, refuse, reject, delete, remove, turn off|them, turn _ off, switch off, switch _ off, clear, decline, bin, opt out, prevent, deactivate, deny, deselect, restrict, erase, avoid, not accept, accept or, manage, control, adjust|change|configure _ settings, know more|how, learn, learn|read|find|know|see more, more about|on|information, further information, details about, detailed information, instruct, informed about the setting, find out",
  "session cookies": "session cookie, end of _ browser session|session, close _ browser, expire",
  "using something": "use, place, set, store, employ, deploy, drop, need, contain, have, send",
  browser: "browser, browsers, navigator, internet explorer, safari, firefox, chrome",
  "about cookies":
    "allaboutcookies, allaboutcookies org, aboutcookies, about cookies, cookie policy|notice|statement|page, cookies policy, cookiepedia, shopify com legal cookies",
  "log files":
    "log file|files, logfile|logfiles, server log|logs, log data, access log|logs, web log|logs, weblog|weblogs, technical log|logs, log and usage, log information, web server log, logs _ ip, error log, server logs",
  "beacons and pixels":
    "beacon, beacons, web beacon, pixel, pixels, tag, tags, clear gif|gifs, gif|gifs, similar|comparable|other|like|related|equivalent|tracking technology|technologies|instrument|tool|tools, tracking technology|tool|script|pixel|code, software development kit, sdk|sdks, local storage, session storage, fingerprint|fingerprinting, session replay, javascript, script|scripts, flash cookie, web storage, embedded script, etag, e tag",
  "Google Analytics": "google analytics, ga4, google universal analytics",
  Shopify: "shopify",
  "the signal Do Not Track": "do not track, dnt, not track signal|request",
  "the signal GPC":
    "global privacy control, gpc, opt out preference signal|signals, opt out signal|signals, preference signal, universal opt out, browser based opt out, privacy control signal, opt out preference",
  "any signal":
    "other browser|similar|such signal|signals|mechanism, any _ signal|signals|mechanism, any other browser, similar signal|signals|mechanism|request, or similar, browser signal|signals, or other _ mechanism|signal",
  "not responding":
    "respond, honor, honour, recognize, act on, react, alter, change, follow, support, take action, process",
  "cookie settings":
    "cookie settings|setting|preference|preferences|choice|choices|banner|tool|tab|consent|centre|center|manager|panel|selection|link, cookies settings|setting|preference|choice|tab, privacy settings|preferences, consent settings|banner|tool|manager|management|centre|center|preference, consent management, banner, revisit _ choice|preference|selection, change|alter|adjust|update|manage|review|withdraw|come _ choice|selection|consent|preference|preferences",
  changeable:
    "change, alter, adjust, revisit, any time|moment, update, manage, review, withdraw, revoke, come back, modify, take back, take _ back, again, later, whenever",
  "a cookie's life": "persistent for, sessional, unique token, expires after, session cookie name, cookie name",
  analytics:
    "analytics, analysis, analyze, analyse, statistic, statistical, measure, measurement, count visit|visitor|head, hotjar, clarity, matomo, heatmap, tracking, traffic",
  "social media":
    "social media|network _ plugin|plug|widget|button|login|feature|page|integration|account|share, social plugin|plug|button|widget|login, facebook|instagram|twitter|youtube|pinterest page|plugin|plug|button|login|video|account|feed, like button, share button, page on instagram|facebook|youtube|tiktok|social, embedded content|video|post|feed, log in with facebook|google|apple, sign in with facebook|google|apple, single sign, our social, fan page, fanpage",
  "follows people across sites":
    "over time and across, across different|other|multiple|unaffiliated|third|various|the|non|several website|websites|site|sites|web|internet|service, across website|websites|site|sites, across the web|internet, across unaffiliated|nonaffiliated, across _ unaffiliated, on other|different site|sites|website|websites _ over, over time __ site|sites|website|websites, follow|track|tracks|tracking|monitor you|your|activity __ other|across|elsewhere|unrelated, on this and _ other, cross site tracking, cross context, activities over time, online activities over",
} as const;
