import type { Doing } from "./vendor.ts";

/** One way of sending, as vendors' scripts do it. */
const SEND: Readonly<Record<string, (address: string) => string>> = {
  beacon: (address) => `navigator.sendBeacon(${address}, "tag");`,
  image: (address) => `new Image().src = ${address};`,
  fetch: (address) =>
    `fetch(${address}, { method: "POST", mode: "no-cors", keepalive: true, body: "tag" }).catch(function () {});`,
  xhr: (address) => `var request = new XMLHttpRequest(); request.open("POST", ${address}); request.send("tag");`,
};

/** The script that the vendor's host answers with; `local` turns an address into where the stand-in can be reached. */
export function tagScript(doing: Doing, local: (address: string) => string): string {
  const cookies = (doing.cookies ?? []).map(
    (cookie) => `document.cookie = ${JSON.stringify(`${cookie}; path=/; max-age=31536000; SameSite=Lax`)};`,
  );
  const sends = (doing.sends ?? []).map((send) => {
    const [how = "", address = ""] = send.split(" ");
    return SEND[how]?.(JSON.stringify(local(address))) ?? "";
  });
  const loads = (doing.loads ?? []).map(
    (address) =>
      `var script = document.createElement("script"); script.async = true; script.src = ${JSON.stringify(local(address))}; document.head.appendChild(script);`,
  );
  const acts = [...cookies, ...sends, ...loads].map((act) => `(function () { ${act} })();`);
  return `/* Stand-in of a third-party tag. */\n${acts.join("\n")}\n`;
}
