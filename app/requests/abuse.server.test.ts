import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { prisma } from "../db/database.server.ts";
import { statementsOf } from "../db/test-statements.ts";
import { useTestMailbox } from "../mail/test-mailbox.ts";
import { runDueJobs } from "../test-jobs.ts";
import { useTestStores } from "../test-stores.ts";
import { awaitProof } from "./await-proof.server.ts";
import { LINK_PURPOSES } from "./link-purpose.ts";
import { findLink } from "./links.server.ts";
import { takeForm } from "./take-form.server.ts";
import { linkIn, visit, type Seen } from "./test-shopper.ts";

useTestStores();
const mailbox = useTestMailbox();

let count = 0;
/** Each test has a shop of its own. */
const newShop = () => `abuse-${String(++count)}.myshopify.com`;
const ask = (fields: Record<string, string> = {}) => ({
  email: "anna@example.com",
  kind: "access",
  act: "send",
  ...fields,
});
const ipOf = (number: number) => `198.51.${String(Math.floor(number / 250))}.${String(number % 250)}`;
const lastMail = async () => (await mailbox.received()).at(-1);

async function openedLink(shop: string): Promise<string> {
  await visit({ shop }, "request", ask());
  await runDueJobs();
  const mail = (await mailbox.received()).find(({ text }) => text.includes(`https://${shop}/apps/privacy/verify/`));
  return linkIn(mail?.text ?? "", "verify");
}

/** Lets the forms of a shop be read; the mails that this causes stay in the outbox. */
async function takeForms(shop: string): Promise<void> {
  for (const { id } of await prisma().requestForm.findMany({ where: { shop }, select: { id: true } }))
    await takeForm(shop, id, new Date());
  await dropJobs(shop);
}

async function dropJobs(shop: string): Promise<void> {
  await prisma().$executeRaw`DELETE FROM pgboss.job WHERE "data"->>'shop' = ${shop}`;
}

/** As if so many mails with links had gone from a shop a moment ago. */
async function sentBefore(shop: string, mails: number): Promise<void> {
  await prisma().$executeRaw`
    INSERT INTO "RequestLink" ("shop", "tokenHash", "request", "purpose", "mailbox", "sentAt", "expiresAt")
    SELECT ${shop}, decode(md5(at::text), 'hex'), gen_random_uuid(), 'verify', decode(md5('box' || at), 'hex'), now(),
      now() + interval '7 days'
    FROM generate_series(1, ${mails}::int) AS at`;
}

/** Pages that came with this status. */
const having = (seen: readonly Seen[], wanted: number) => seen.filter(({ status }) => status === wanted);

describe("guessing", () => {
  test("ten thousand tokens finds none, and the right one works afterwards", async () => {
    const shop = newShop();
    const link = await openedLink(shop);
    const now = new Date();
    for (let round = 0; round < 100; round++) {
      const guesses = Array.from({ length: 100 }, () => randomBytes(32).toString("base64url"));
      const found = await Promise.all(
        guesses.map((guess) => findLink(shop, { token: guess, purposes: LINK_PURPOSES, now })),
      );
      expect(found.filter((one) => one !== undefined)).toEqual([]);
    }
    expect((await visit({ shop }, link, {})).status).toBe(200);
  }, 120_000);

  test("at the door is stopped after thirty, without saying what was wrong; who has the right link is let in", async () => {
    const shop = newShop();
    const link = await openedLink(shop);
    const right = link.slice("verify/".length);
    const near = [
      right.slice(0, -1),
      `${right.slice(0, -1)}!`,
      `${right}A`,
      right.toLowerCase(),
      "",
      "' OR 1=1 --",
      "../../x",
    ];
    const guesses = [...near, ...Array.from({ length: 40 }, () => randomBytes(32).toString("base64url"))];
    const seen: Seen[] = [];
    for (const guess of guesses) seen.push(await visit({ shop }, `verify/${guess}`, {}));
    expect(having(seen, 404)).toHaveLength(30);
    expect(having(seen, 429)).toHaveLength(guesses.length - 30);
    expect(new Set(having(seen, 404).map(({ text }) => text)).size).toBe(1);
    expect((await visit({ shop }, link, {})).status).toBe(200);
  });
});

describe("a link", () => {
  test("works once: not a second time, not twice at once", async () => {
    const shop = newShop();
    const link = await openedLink(shop);
    const both = await Promise.all([visit({ shop }, link, {}), visit({ shop }, link, {})]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect((await visit({ shop }, link)).status).toBe(404);
    expect((await visit({ shop }, link, {})).status).toBe(404);
    const kinds = await prisma().evidenceEntry.findMany({ where: { shop, kind: "request.verified" } });
    expect(kinds).toHaveLength(1);
  });

  test("of one shop is nothing at another, and one for a purpose nothing for another", async () => {
    const shop = newShop();
    const link = await openedLink(shop);
    const other = newShop();
    expect((await visit({ shop: other }, link, {})).status).toBe(404);
    for (const path of ["request/status", "object", "package", "package/open"])
      expect((await visit({ shop }, link.replace("verify", path), {})).status).toBe(404);
    expect((await visit({ shop }, link, {})).status).toBe(200);
  });

  test("is kept as a hash alone", async () => {
    const shop = newShop();
    const token = (await openedLink(shop)).slice("verify/".length);
    const rows = await prisma().$queryRaw<{ row: string }[]>`
      SELECT l::text AS "row" FROM "RequestLink" l WHERE "shop" = ${shop}
      UNION ALL SELECT m::text FROM "MailMessage" m WHERE "shop" = ${shop}
      UNION ALL SELECT j::text FROM pgboss.job j WHERE j."data"->>'shop' = ${shop}
      UNION ALL SELECT e::text FROM "EvidenceEntry" e WHERE "shop" = ${shop}`;
    const text = rows.map(({ row }) => row).join("\n");
    expect(text).not.toContain(token);
    expect(text).not.toContain(Buffer.from(token, "base64url").toString("hex"));
  });
});

describe("a flood", () => {
  test("of a thousand forms from one network stops after twenty", async () => {
    const shop = newShop();
    const seen: Seen[] = [];
    for (let at = 0; at < 1_000; at++)
      seen.push(
        await visit({ shop, ip: "2001:db8:1:2:3::7" }, "request", ask({ email: `a${String(at)}@example.com` })),
      );
    expect(having(seen, 200)).toHaveLength(20);
    expect(having(seen, 429)).toHaveLength(980);
    expect(seen.at(-1)?.headers.get("retry-after")).toBe("3600");
    expect(await prisma().requestForm.count({ where: { shop } })).toBe(20);
    expect((await visit({ shop, ip: "2001:db8:1:2:ffff::1" }, "request", ask())).status).toBe(429);
    expect((await visit({ shop, ip: "2001:db8:1:3::1" }, "request", ask())).status).toBe(200);
    await dropJobs(shop);
  }, 120_000);

  test("of forms for one mailbox, from many networks, sends it five mails and opens one request", async () => {
    const shop = newShop();
    const pages = new Set<string>();
    for (let at = 0; at < 7; at++) pages.add((await visit({ shop, ip: ipOf(at) }, "request", ask())).text);
    await takeForms(shop);
    expect(pages.size).toBe(1);
    expect(await prisma().mailMessage.count({ where: { shop } })).toBe(5);
    const open = await prisma().privacyRequest.count({ where: { shop, status: "unverified" } });
    expect(open).toBe(1);
  });

  test("of forms for many mailboxes sends thirty mails in an hour; the others go when an hour is free", async () => {
    const shop = newShop();
    await sentBefore(shop, 28);
    for (let at = 0; at < 4; at++)
      await visit({ shop, ip: ipOf(at) }, "request", ask({ email: `shopper${String(at)}@example.com` }));
    await takeForms(shop);
    const mailed = async () =>
      (await prisma().mailMessage.findMany({ where: { shop }, select: { request: true } })).map(
        ({ request }) => request,
      );
    const written = await mailed();
    expect(written).toHaveLength(2);
    const later = new Date(Date.now() + 3_700_000);
    for (const { id } of await prisma().privacyRequest.findMany({ where: { shop } })) await awaitProof(shop, id, later);
    expect(new Set(await mailed()).size).toBe(4);
    await dropJobs(shop);
  });

  test("of programs that fill in everything opens nothing, and they are told the same as everybody", async () => {
    const shop = newShop();
    const human = await visit({ shop }, "request", ask());
    const program = await visit({ shop }, "request", ask({ email: "bot@example.com", nothing: "http://spam.example" }));
    expect(program.text).toBe(human.text);
    await runDueJobs();
    expect((await mailbox.received()).map(({ to }) => to)).toEqual(["anna@example.com"]);
  });
});

test("whether an address is known cannot be told: the answers are the same, and the same is kept for the worker", async () => {
  const shop = newShop();
  await openedLink(shop);
  const known = await visit({ shop }, "request", ask());
  const unknown = await visit({ shop }, "request", ask({ email: "nono@example.com" }));
  expect(known.bytes.equals(unknown.bytes)).toBe(true);
  expect([...known.headers]).toEqual([...unknown.headers]);
  const forms = await prisma().requestForm.findMany({ where: { shop } });
  expect(forms.map(({ sealed }) => sealed.length)).toEqual([forms[0]?.sealed.length, forms[0]?.sealed.length]);
  const subjects = await prisma().dataSubject.count({ where: { shop } });
  await runDueJobs();
  expect(await prisma().dataSubject.count({ where: { shop } })).toBe(subjects + 1);
});

test("nor by the work: for an address that is known and for one that is not, the same statements run", async () => {
  const shop = newShop();
  await openedLink(shop);
  let sent = 0;
  const sendFor = (email: string) =>
    statementsOf(async () => {
      const ip = ipOf(++sent);
      expect((await visit({ shop, ip }, "request", ask({ email }))).status).toBe(200);
    });
  // what the queue does now and then comes between some of them: the shortest has nothing of it
  const leastFor = async (email: string) => {
    const all = [await sendFor(email), await sendFor(email), await sendFor(email), await sendFor(email)];
    return all.reduce((one, other) => (other.length < one.length ? other : one));
  };
  await sendFor("warm.up@example.com");
  const known = await leastFor("anna@example.com");
  expect(known.length).toBeGreaterThan(5);
  expect(await leastFor("nono@example.com")).toEqual(known);
  await dropJobs(shop);
});

describe("what somebody types", () => {
  const NASTY = `{{ constructor.constructor("return process")() }} {% include "x" %} <%= 1 %> \${7*7} <img src=x onerror=alert(1)>`;

  test("is text: no template runs it, no page and no mail shows it as HTML", async () => {
    const shop = newShop();
    const seen = await visit({ shop }, "request", ask({ name: NASTY, message: NASTY, kind: "" }));
    expect(seen.text).not.toContain("<img src=x");
    await visit({ shop }, "request", ask({ name: NASTY, message: NASTY }));
    await runDueJobs();
    const mail = await lastMail();
    expect(mail?.text).not.toContain("constructor");
    expect(mail?.html).not.toContain("onerror");
  });

  test("into the address cannot add a header, a second reader or a line", async () => {
    const shop = newShop();
    const bad = [
      "anna@example.com\r\nBcc: all@example.com",
      "anna@example.com, all@example.com",
      '"anna"@example.com',
      "anna@example.com\u0000",
      "<anna@example.com>",
      `${"a".repeat(70)}@example.com`,
    ];
    for (const email of bad) {
      const { status } = await visit({ shop }, "request", ask({ email }));
      expect([email, status]).toEqual([email, email.includes("\u0000") ? 200 : 422]);
    }
    await runDueJobs();
    expect((await mailbox.received()).map(({ to }) => to)).toEqual(["anna@example.com"]);
  });

  test("into the path of the proxy, the language and the place changes nothing but the page", async () => {
    const shop = newShop();
    const locale = `en"><script>alert(1)</script>`;
    const seen = await visit({ shop }, "request", ask({ locale, region: "<b>", kind: "<b>", behalf: "<b>" }));
    expect(seen.text).not.toContain("<script");
    expect(seen.text).not.toContain("<b>");
  });

  test("may be ten megabytes: it is refused with 413, unread", async () => {
    const shop = newShop();
    const seen = await visit({ shop }, "request", ask({ message: "x".repeat(10 * 1024 * 1024) }));
    expect(seen.status).toBe(413);
    expect(await prisma().requestForm.count({ where: { shop } })).toBe(0);
  });
});

test("no page may be framed, kept, indexed or run a script, and none leads out", async () => {
  const seen = await visit({ shop: newShop() }, "request");
  expect(seen.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(seen.headers.get("cache-control")).toBe("private, no-store");
  expect(seen.text).toContain('content="noindex"');
  expect(seen.text).not.toMatch(/<script|https?:\/\//);
});
