/** A third party as fixtures call it: a host of a common tag. */
const SCRIPT = "https://connect.facebook.net/en_US/fbevents.js";
const PIXEL = "https://www.facebook.com/tr/?id=770123456789012&ev=Fixture";
const FRAME = "https://www.youtube.com/embed/fixture";
const COLLECT = "https://region1.google-analytics.com/g/collect?v=2&en=fixture";

const inline = (code: string): string => `<script>\n${code}\n</script>`;

/** Ways in which scripts of a page, not its markup, reach a third party: by name, the Liquid of a page's content. */
export const FIXTURES: Readonly<Record<string, string>> = {
  "no-tags": "<p>Nothing here calls a third party.</p>",
  "append-script": inline(`const script = document.createElement("script");
script.src = "${SCRIPT}";
document.head.append(script);`),
  "later-script": inline(`setTimeout(() => {
  const script = document.createElement("script");
  script.setAttribute("src", "${SCRIPT}");
  document.body.insertBefore(script, document.body.firstChild);
}, 300);`),
  "script-by-script": inline(`const first = document.createElement("script");
first.textContent = 'const second = document.createElement("script"); second.src = "${SCRIPT}"; document.head.appendChild(second);';
document.head.append(first);`),
  "module-script": `<script type="module">
import("${SCRIPT}").catch(() => undefined);
</script>`,
  "document-write": inline(`document.write('<script src="${SCRIPT}"><\\/script>');`),
  "inner-html-iframe": `<div id="place"></div>${inline(`document.getElementById("place").innerHTML = '<iframe src="${FRAME}" title="Fixture"></iframe>';`)}`,
  "adjacent-html-iframe": inline(
    `document.currentScript.insertAdjacentHTML("afterend", '<iframe src="${FRAME}" title="Fixture"></iframe>');`,
  ),
  "iframe-source": inline(`const frame = document.createElement("iframe");
frame.title = "Fixture";
document.body.append(frame);
frame.src = "${FRAME}";`),
  "markup-iframe": `<iframe src="${FRAME}" title="Fixture"></iframe>`,
  "markup-image": `<img src="${PIXEL}" alt="">`,
  "new-image": inline(`new Image().src = "${PIXEL}";`),
  "image-attribute": inline(`const image = document.createElement("img");
image.setAttribute("src", "${PIXEL}");`),
  "image-srcset": inline(`new Image().srcset = "${PIXEL} 1x";`),
  fetch: inline(`fetch("${COLLECT}", { method: "POST", mode: "no-cors", body: "x" }).catch(() => undefined);`),
  "fetch-request": inline(`fetch(new Request("${COLLECT}", { mode: "no-cors" })).catch(() => undefined);`),
  "send-beacon": inline(`navigator.sendBeacon("${COLLECT}", "x");`),
  xhr: inline(`const request = new XMLHttpRequest();
request.open("POST", "${COLLECT}");
request.send("x");`),
  "link-preload": inline(`const link = document.createElement("link");
link.rel = "preload";
link.as = "script";
link.href = "${SCRIPT}";
document.head.append(link);`),
  "markup-held": `<script type="text/plain" data-consent="marketing" src="${SCRIPT}"></script>
<script type="text/plain" data-consent="analytics">
fetch("${COLLECT}", { method: "POST", mode: "no-cors" }).catch(() => undefined);
</script>`,
};
