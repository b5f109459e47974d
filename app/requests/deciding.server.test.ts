import { beforeAll, describe, expect, it, test } from "vitest";
import { inTransaction, prisma } from "../db/database.server.ts";
import { openContent } from "../mail/mail-key.server.ts";
import { saveDeskRules } from "../staff/desk-rules.server.ts";
import { giveRole } from "../staff/give-role.server.ts";
import { known } from "../staff/test-known.ts";
import { useTestStores } from "../test-stores.ts";
import { acceptIdentity } from "./accept-identity.server.ts";
import { approveRequest } from "./approve-request.server.ts";
import { askPerson, resumeRequest } from "./ask-person.server.ts";
import { decideAppeal } from "./decide-appeal.server.ts";
import { extendRequest } from "./extend-request.server.ts";
import { limitRequest } from "./limit-request.server.ts";
import { openRequest, type NewRequest } from "./open-request.server.ts";
import { readDesk } from "./read-desk.server.ts";
import { readReasons } from "./read-reasons.server.ts";
import { refuseRequest } from "./refuse-request.server.ts";
import { readWithheld } from "./withheld.server.ts";

useTestStores();

const SHOP = "deciding.myshopify.com";
const RECEIVED = new Date("2026-11-25T12:00:00Z");
const NOW = new Date("2026-11-26T12:00:00Z");
const rosa = { staff: "81001", now: NOW };
const theo = { staff: "81002", now: NOW };
const REASON = "He told us on the phone that he only wants to annoy us.";

beforeAll(async () => {
  const place = { timeZone: "UTC", shipsTo: ["DE", "GB", "US"], countryCode: "DE" };
  await prisma().shop.create({ data: { shop: SHOP, ...place, storefrontUrl: "https://rosewood.example" } });
  const { staff } = await known(SHOP, "81001", "Rosa Wood");
  const second = await known(SHOP, "81002", "Théo Finch");
  await giveRole(SHOP, { staff: second.staff, role: "privacy-staff" }, { by: staff, now: NOW });
});

let count = 0;
async function open(more: Partial<NewRequest> = {}, shop = SHOP): Promise<string> {
  const identity = { email: `person-${String(++count)}@example.com` };
  const wanted = { kind: "access", source: "form", externalId: identity.email, receivedAt: RECEIVED } as const;
  const rest = { orders: [], region: "DE", language: "de", verifiedBy: "mailbox" } as const;
  return inTransaction((tx) => openRequest(tx, shop, { ...wanted, ...rest, identity, ...more }));
}
const read = (id: string) => prisma().privacyRequest.findUniqueOrThrow({ where: { shop_id: { shop: SHOP, id } } });
const tasks = (request: string) =>
  prisma().requestTask.findMany({ where: { shop: SHOP, request }, orderBy: { system: "asc" } });
const kinds = async (request: string) =>
  (await prisma().evidenceEntry.findMany({ where: { shop: SHOP, request }, orderBy: { seq: "asc" } })).map(
    ({ kind }) => kind,
  );
/** What is told to the person, by mail. */
async function mails(request: string): Promise<Record<string, unknown>[]> {
  const rows = await prisma().mailMessage.findMany({ where: { shop: SHOP, request }, orderBy: { createdAt: "asc" } });
  const opened = await Promise.all(
    rows.map(async ({ id, template, sealedContent }) => {
      const content = sealedContent && (await openContent(SHOP, id, sealedContent));
      return { template, to: content?.to, ...content?.facts };
    }),
  );
  return opened;
}

describe("a refusal", () => {
  it("ends the request with a ground of the law, and tells the person where to complain", async () => {
    const id = await open();
    const refusal = { ground: "manifestly-unfounded", explanation: "Please write to us.", reason: REASON };
    expect(await refuseRequest(SHOP, id, refusal, rosa)).toBe("refused");
    expect(await read(id)).toMatchObject({ status: "refused", outcome: "refused", closedAt: NOW, remindAt: null });
    expect((await tasks(id)).map(({ status }) => status)).toEqual(["skipped"]);
    expect(await kinds(id)).toEqual(expect.arrayContaining(["request.decided", "request.closed", "request.link-sent"]));
    const told = (await mails(id)).find(({ template }) => template === "refused");
    expect(told).toMatchObject({
      ...{ to: "person-1@example.com", kind: "access", explanation: "Please write to us." },
      ...{ ground: "manifestly-unfounded", article: "GDPR art. 12(5)(b)" },
      authorityLink: expect.stringContaining("bfdi.bund.de") as string,
      appealLink: expect.stringMatching(/^https:\/\/rosewood\.example\/.+\/status\/[\w-]{43}$/) as string,
    });
    expect(JSON.stringify(told)).not.toContain(REASON);
    expect(await readReasons(SHOP, id)).toEqual([{ decision: "refused", text: REASON }]);
  });

  it("is not made twice, not on a ground of another law or kind, and not of another store's request", async () => {
    const id = await open();
    const refuse = (ground: string, shop = SHOP) =>
      refuseRequest(shop, id, { ground, explanation: "", reason: REASON }, rosa);
    for (const ground of ["overriding-interest", "security", "rights-of-others", "because", "no-such-right"])
      expect(await refuse(ground)).toBe("no-such-ground");
    expect(await refuse("excessive", "other.myshopify.com")).toBe("over");
    expect(await refuse("excessive")).toBe("refused");
    expect(await refuse("excessive")).toBe("over");
    expect(await mails(id)).toHaveLength(1);
  });

  it("cannot stop an erasure that is under way", async () => {
    const id = await open({ kind: "delete" });
    await prisma().requestTask.updateMany({ where: { shop: SHOP, request: id }, data: { status: "shredding" } });
    expect(await refuseRequest(SHOP, id, { ground: "legal-claims", explanation: "", reason: REASON }, rosa)).toBe(
      "over",
    );
  });

  it("keeps its reason sealed", async () => {
    const rows = await prisma().$queryRaw<{ row: string }[]>`
      SELECT t::text AS row FROM "RequestDecision" t WHERE "shop" = ${SHOP}`;
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ row }) => row).join()).not.toMatch(/annoy|616e6e6f79|81001/i);
  });
});

describe("an extension", () => {
  const extension = { ground: "complex", reason: "Your orders go back ten years." } as const;

  it("moves the deadline once and tells the person the day and the reason", async () => {
    const id = await open();
    const until = new Date("2027-02-25T12:00:00Z");
    expect(await extendRequest(SHOP, id, extension, rosa)).toEqual(until);
    expect(await read(id)).toMatchObject({ deadline: until, extendedAt: NOW });
    expect(await mails(id)).toMatchObject([
      { template: "extended", deadline: until.toISOString(), why: "complex", reason: extension.reason },
    ]);
    expect(await extendRequest(SHOP, id, extension, theo)).toBe("extended-before");
    const moved = (await kinds(id)).filter(
      (kind) => kind === "request.extended" || kind === "request.deadline-changed",
    );
    expect(moved).toEqual(["request.extended"]);
  });

  it("is refused too late, where the law gives none, for Shopify's own, and when nobody can be told", async () => {
    const late = { ...rosa, now: new Date("2026-12-25T12:00:01Z") };
    expect(await extendRequest(SHOP, await open(), extension, late)).toBe("too-late");
    expect(await extendRequest(SHOP, await open({ region: "BR" }), extension, rosa)).toBe("law-allows-none");
    const shopifys = await open({ source: "shopify", verifiedBy: "shopify" });
    expect(await extendRequest(SHOP, shopifys, extension, rosa)).toBe("shopify-allows-none");
    const silent = await open({ identity: { phone: "+49 171 2345678" }, externalId: "letter 1" });
    expect(await extendRequest(SHOP, silent, extension, rosa)).toBe("no-address");
    expect((await read(silent)).extendedAt).toBeNull();
  });
});

describe("a question to the person", () => {
  it("stops the clock in the United Kingdom until they answer", async () => {
    const id = await open({ region: "GB" });
    expect(await askPerson(SHOP, id, "Which account do you mean?", rosa)).toBe("paused");
    expect(await askPerson(SHOP, id, "Hello?", rosa)).toBe("asked-before");
    expect(await mails(id)).toMatchObject([{ template: "clarification", question: "Which account do you mean?" }]);
    const answered = { staff: "81002", now: new Date("2026-11-30T12:00:00Z") };
    expect(await resumeRequest(SHOP, id, answered)).toBe("resumed");
    expect(await resumeRequest(SHOP, id, answered)).toBe("running");
    expect((await read(id)).deadline).toEqual(new Date("2026-12-29T12:00:00Z"));
    expect(await kinds(id)).toEqual(expect.arrayContaining(["request.paused", "request.resumed"]));
  });

  it("does not stop it elsewhere", async () => {
    const id = await open();
    expect(await askPerson(SHOP, id, "Which account do you mean?", rosa)).toBe("asked");
    expect(await askPerson(SHOP, id, "And since when?", rosa)).toBe("asked");
    expect((await read(id)).deadline).toEqual(new Date("2026-12-25T12:00:00Z"));
    expect(await mails(id)).toHaveLength(2);
  });
});

describe("where four eyes are wanted", () => {
  const four = (fourEyes: boolean) => saveDeskRules(SHOP, { fourEyes }, { by: "f".repeat(32), now: NOW });

  it("a deletion begins with the yes of two different people", async () => {
    await four(true);
    const [id, shopifys, copy] = [
      await open({ kind: "delete" }),
      await open({ kind: "delete", source: "shopify", verifiedBy: "shopify" }),
      await open(),
    ];
    await four(false);
    expect(await read(id)).toMatchObject({ waitsFor: "approval", status: "open" });
    expect(await tasks(id)).toEqual([]);
    for (const other of [shopifys, copy]) expect(await tasks(other)).not.toEqual([]);

    expect(await approveRequest(SHOP, id, rosa)).toBe("approved");
    expect(await approveRequest(SHOP, id, rosa)).toBe("same-person");
    expect(await tasks(id)).toEqual([]);
    expect(await approveRequest(SHOP, id, theo)).toBe("begun");
    expect(await tasks(id)).not.toEqual([]);
    expect(await approveRequest(SHOP, id, theo)).toBe("over");
  });

  it("of two who say yes at once one begins it", async () => {
    await four(true);
    const id = await open({ kind: "delete" });
    const answers = await Promise.all([approveRequest(SHOP, id, rosa), approveRequest(SHOP, id, theo)]);
    await four(false);
    expect(answers.sort()).toEqual(["approved", "begun"]);
    expect((await kinds(id)).filter((kind) => kind === "request.started")).toHaveLength(1);
  });
});

describe("an appeal", () => {
  async function refused(): Promise<{ about: string; appeal: string }> {
    const about = await open({ region: "US-VA" });
    await refuseRequest(SHOP, about, { ground: "excessive", explanation: "", reason: REASON }, rosa);
    const appeal = await open({ kind: "appeal", region: "US-VA", waitsFor: "decision" });
    await prisma().privacyRequest.update({ where: { shop_id: { shop: SHOP, id: appeal } }, data: { appealOf: about } });
    return { about, appeal };
  }

  it("is decided by somebody else than who refused", async () => {
    const { about, appeal } = await refused();
    const grant = { isGranted: true, explanation: "You are right." };
    expect(await decideAppeal(SHOP, appeal, grant, rosa)).toBe("same-person");
    expect(await decideAppeal(SHOP, appeal, grant, theo)).toBe("decided");
    expect(await decideAppeal(SHOP, appeal, grant, theo)).toBe("over");
    expect(await read(appeal)).toMatchObject({ status: "done", outcome: "appeal-granted" });
    expect(await read(about)).toMatchObject({ status: "open", outcome: null, closedAt: null });
    expect((await tasks(about)).map(({ status }) => status)).toEqual(["waiting"]);
    expect(await mails(appeal)).toMatchObject([
      { template: "appeal-decided", granted: true, explanation: "You are right." },
    ]);
  });

  it("that is refused again tells where to complain", async () => {
    const { about, appeal } = await refused();
    expect(await decideAppeal(SHOP, appeal, { isGranted: false, explanation: "It stays so." }, theo)).toBe("decided");
    expect(await read(appeal)).toMatchObject({ outcome: "appeal-refused" });
    expect(await read(about)).toMatchObject({ status: "refused" });
    expect(await mails(appeal)).toMatchObject([{ authorityLink: "https://www.oag.state.va.us" }]);
  });
});

test("staff accept an identity that no link can prove, and the systems begin", async () => {
  const { verifiedBy: _none, ...unverified } = { verifiedBy: undefined };
  const id = await inTransaction((tx) =>
    openRequest(tx, SHOP, {
      ...{ kind: "access", source: "staff", externalId: "letter 7", receivedAt: RECEIVED, orders: [], region: "DE" },
      ...{ identity: { email: "letter@example.com" }, waitsFor: "identity", ...unverified },
    }),
  );
  expect(await tasks(id)).toEqual([]);
  expect(await acceptIdentity(SHOP, id, "She showed her passport.", rosa)).toBe("accepted");
  expect(await acceptIdentity(SHOP, id, "Again.", rosa)).toBe("over");
  expect(await read(id)).toMatchObject({ status: "open", verifiedBy: "staff", waitsFor: null });
  expect(await tasks(id)).not.toEqual([]);
});

test("what is left out of a package is kept with its ground, each section once", async () => {
  const id = await open();
  const limit = { ground: "rights-of-others", withheld: ["orders", "metafields"], reason: REASON } as const;
  expect(await limitRequest(SHOP, id, limit, rosa)).toBe("limited");
  expect(await limitRequest(SHOP, id, { ...limit, ground: "trade-secret", withheld: ["metafields"] }, theo)).toBe(
    "limited",
  );
  expect(await limitRequest(SHOP, id, { ...limit, ground: "identity-not-proven" }, theo)).toBe("no-such-ground");
  expect(await readWithheld(SHOP, await read(id))).toEqual([
    { section: "orders", what: expect.stringContaining("GDPR art. 15(4) and 20(4)") as string },
    { section: "metafields", what: expect.stringContaining("business secrets") as string },
  ]);
});

test("the desk shows who decided what, and what can be decided", async () => {
  const id = await open({ kind: "delete" });
  await extendRequest(SHOP, id, { ground: "many", reason: "You asked eleven times." }, theo);
  const me = await known(SHOP, "81001", "Rosa Wood");
  const desk = await readDesk(SHOP, id, me, NOW);
  expect(desk).toMatchObject({
    ...{ isRunning: true, extension: { why: "extended-before" }, mayWork: true, mayPause: false },
    decisions: [{ decision: "extended", by: "Théo Finch", ground: "The person made many requests", hasReason: true }],
    keeps: { until: "2034-12-31", law: "AO §147, HGB §257" },
  });
  expect(desk?.grounds.map(({ id: ground }) => ground)).toContain("legal-obligation");
  expect(await readDesk("other.myshopify.com", id, me, NOW)).toBeUndefined();
  expect((await readDesk(SHOP, id, { ...me, role: "read-only" }, NOW))?.mayWork).toBe(false);
});
