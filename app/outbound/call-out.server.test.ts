import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testSettings } from "../db/test-database.ts";
import { useSettings } from "../env.server.ts";
import { callOut, whyNotCalled } from "./call-out.server.ts";
import { guardedLookup } from "./guarded-agents.server.ts";
import { isPublicAddress } from "./public-address.server.ts";

let server: Server;
let host = "";
let hits = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    hits += 1;
    if (request.url === "/away") response.writeHead(302, { Location: `http://${host}/` }).end();
    else if (request.url === "/much") response.end(Buffer.alloc(11 * 1024 * 1024));
    else if (request.url === "/never") response.write("…");
    else if (request.url === "/cut") response.destroy();
    else response.end("ok");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `localhost:${String((server.address() as AddressInfo).port)}`;
  useSettings(testSettings({ CANDOR_PRIVATE_HOSTS: host }));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const call = (url: string, within?: number) =>
  callOut("Acme", { url, method: "GET", ...(within !== undefined && { within }) });

test.each([
  ...["127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"],
  ...["192.0.2.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1"],
  ...["::", "::1", "[::1]", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "::ffff:127.0.0.1", "::ffff:7f00:1"],
  ...["64:ff9b::7f00:1", "2002:7f00:1::", "2001::1", "ff02::1", "2001:db8::1", "not an address", ""],
])("%j is not a public address", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "::ffff:8.8.8.8"])("%s is one", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  "https://127.0.0.1/",
  "https://2130706433/",
  "https://0x7f.1/",
  "https://[::1]/",
  "https://[::ffff:169.254.169.254]/latest/meta-data/",
  "https://169.254.169.254/latest/meta-data/",
  "https://localhost/",
])("%s is refused before anything is sent", async (url) => {
  await expect(call(url)).rejects.toMatchObject({
    message: expect.stringContaining("private network") as string,
    worthRetrying: false,
  });
});

test("the name is looked up for the very connection: one private address among its addresses refuses it", async () => {
  const lookup = (addresses: string[]) =>
    new Promise<unknown>((resolve) => {
      const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
      guardedLookup((_name, done) => {
        done(null, found);
      })("rebound.example", {}, (error, address) => {
        resolve(error ? error.name : address);
      });
    });
  expect(await lookup(["93.184.216.34"])).toBe("93.184.216.34");
  expect(await lookup(["93.184.216.34", "10.0.0.1"])).toBe("PrivateAddressRefused");
  expect(await lookup(["::ffff:10.0.0.1"])).toBe("PrivateAddressRefused");
  expect(await lookup([])).toBe("PrivateAddressRefused");
});

test("only https is called, and no address with a password in it", () => {
  expect(whyNotCalled("https://acme.example/privacy")).toBeNull();
  expect(whyNotCalled("http://acme.example/")).toContain("https://");
  expect(whyNotCalled("ftp://acme.example/")).toContain("https://");
  expect(whyNotCalled("file:///etc/passwd")).toContain("https://");
  expect(whyNotCalled("https://me:secret@acme.example/")).toContain("password");
  expect(whyNotCalled("acme.example")).toContain("not an address");
  expect(whyNotCalled("http://localhost:1/")).toContain("https://");
});

test("a host that the operator named is called although it is not public", async () => {
  expect(await call(`http://${host}/`)).toMatchObject({ status: 200, text: "ok" });
});

test("a redirect is not followed", async () => {
  const before = hits;
  expect(await call(`http://${host}/away`)).toMatchObject({ status: 302 });
  expect(hits).toBe(before + 1);
});

test.each([
  ["/much", "more data than can be taken in"],
  ["/cut", "broke off"],
  ["/never", "did not answer within 30 seconds"],
])("an answer at %s is a failure in plain words", async (path, words) => {
  await expect(call(`http://${host}${path}`, path === "/never" ? 200 : undefined)).rejects.toThrow(words);
});

test("a server that is not there is named", async () => {
  useSettings(testSettings({ CANDOR_PRIVATE_HOSTS: `${host},localhost:9` }));
  await expect(call("http://localhost:9/")).rejects.toThrow("Acme does not answer (connection refused).");
});
