import { request } from "node:https";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setStage, type Stage } from "../for-tests.ts";
import { layoutWith } from "../storefront/theme-files.ts";
import type { Hit } from "./serve-tags.ts";
import { hostsOf, VENDORS } from "./vendors.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ small: true });
});
afterAll(async () => {
  await stage.close();
});
beforeEach(async () => {
  await fetch(`${stage.standin.urls.tags}/hits.json`, { method: "DELETE" });
});

const hits = async (): Promise<Hit[]> => (await fetch(`${stage.standin.urls.tags}/hits.json`)).json() as Promise<Hit[]>;

/** A request to a vendor's true host, which is answered by the stand-in. */
function askVendor(host: string, path: string): Promise<string> {
  const { port } = new URL(stage.standin.urls.tags);
  return new Promise((resolve, reject) => {
    const options = {
      host: "127.0.0.1",
      port,
      path,
      servername: host,
      headers: { Host: host },
      rejectUnauthorized: false,
    };
    request(options, (answer) => {
      let text = "";
      answer.on("data", (part: Buffer) => (text += part.toString("utf8")));
      answer.on("end", () => {
        resolve(text);
      });
    })
      .on("error", reject)
      .end();
  });
}

describe("the tag hosts", () => {
  it("know at least twenty-five vendors, each with hosts of its own kind and a file that does something", () => {
    expect(VENDORS.length).toBeGreaterThanOrEqual(25);
    expect(new Set(VENDORS.map(({ id }) => id)).size).toBe(VENDORS.length);
    for (const vendor of VENDORS) expect(hostsOf(vendor).length, vendor.id).toBeGreaterThan(0);
  });

  it("answer and record HTTPS by the vendor's name, and plain HTTP, on one port", async () => {
    const script = await askVendor("connect.facebook.net", "/en_US/fbevents.js");
    expect(script).toContain("_fbp=");
    expect(script).toContain("https://www.facebook.com/tr/");
    expect(await hits()).toMatchObject([{ vendor: "meta", host: "connect.facebook.net", path: "/en_US/fbevents.js" }]);
    expect(stage.standin.tags.seen.contacts.map(({ host }) => host)).toContain("connect.facebook.net");
  });

  it("tell Google's three tags apart, which share a host", async () => {
    await askVendor("www.googletagmanager.com", "/gtag/js?id=G-1");
    await askVendor("www.googletagmanager.com", "/gtag/js?id=AW-1");
    await askVendor("www.googletagmanager.com", "/gtm.js?id=GTM-1");
    expect((await hits()).map(({ vendor }) => vendor)).toEqual(["ga4", "google-ads", "gtm"]);
  });

  it("have names on this machine for browsers that were told nothing, in pages and in scripts", async () => {
    const page = await (await fetch(`${stage.standin.urls.storefront}/?tags=all`)).text();
    const own = VENDORS.flatMap(hostsOf);
    const called = [...page.matchAll(/https:\/\/([a-z0-9.-]+)/g)].map(([, host = ""]) => host);
    expect(called.filter((host) => own.includes(host))).toEqual([]);
    const { port } = new URL(stage.standin.urls.tags);
    expect(page).toContain(`http://connect.facebook.net.localhost:${port}/en_US/fbevents.js`);
    const script = await new Promise<string>((resolve, reject) => {
      const headers = { Host: `connect.facebook.net.localhost:${port}` };
      void import("node:http").then((http) =>
        http
          .get({ host: "127.0.0.1", port, path: "/en_US/fbevents.js", headers }, (answer) => {
            let text = "";
            answer.on("data", (part: Buffer) => (text += part.toString("utf8")));
            answer.on("end", () => {
              resolve(text);
            });
          })
          .on("error", reject),
      );
    });
    expect(script).toContain(`http://www.facebook.com.localhost:${port}/tr/`);
  });

  it("refuse a tag that there is not", async () => {
    const answer = await fetch(`${stage.standin.urls.storefront}/?tags=no-such-tag`);
    expect([answer.status, await answer.text()]).toEqual([500, expect.stringContaining("No tag")]);
  });

  it("are called from lines of theme.liquid above or below the embed", () => {
    const ids = VENDORS.map(({ id }) => id);
    const [above, below] = [layoutWith(ids, true), layoutWith(ids, false)].map((text) => ({
      tag: text.indexOf("connect.facebook.net"),
      embed: text.indexOf("{{ content_for_header }}"),
    }));
    expect(above?.tag).toBeLessThan(above?.embed ?? 0);
    expect(below?.tag).toBeGreaterThan(below?.embed ?? 0);
  });

  it("show what ran when, by page view", async () => {
    await fetch(`${stage.standin.urls.storefront}/products/letter-locket?region=DE&tags=meta`);
    await askVendor("connect.facebook.net", "/en_US/fbevents.js");
    const page = await (await fetch(`${stage.standin.urls.tags}/`)).text();
    expect(page).toContain("/products/letter-locket · DE · en");
    expect(page).toContain("Meta Pixel");
  });
});
