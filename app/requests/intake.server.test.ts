import { describe, expect, test } from "vitest";
import { pool, prisma } from "../db/database.server.ts";
import { useTestMailbox } from "../mail/test-mailbox.ts";
import { runDueJobs } from "../test-jobs.ts";
import { useTestStores } from "../test-stores.ts";
import { awaitProof, awaitProofs } from "./await-proof.server.ts";
import { hidden, linkIn, PDF, visit, type Seen } from "./test-shopper.ts";

useTestStores();
const mailbox = useTestMailbox();

let count = 0;
/** Each test has a shop of its own. */
const newShop = () => `intake-${String(++count)}.myshopify.com`;
const ANNA = "anna@example.com";
const ask = (fields: Record<string, string | File> = {}) => ({ email: ANNA, kind: "access", act: "send", ...fields });
const requestsOf = (shop: string) =>
  prisma().privacyRequest.findMany({ where: { shop }, orderBy: { createdAt: "asc" } });
const lastMail = async () => (await mailbox.received()).at(-1);
const kindsOf = async (shop: string, request: string) =>
  (await prisma().evidenceEntry.findMany({ where: { shop, request }, orderBy: { seq: "asc" } })).map(
    ({ kind }) => kind,
  );

/** Sends a form and lets the worker read it. */
async function send(shop: string, fields = ask()): Promise<Seen> {
  const seen = await visit({ shop }, "request", fields);
  await runDueJobs();
  return seen;
}

/** Presses the button behind the link of the last mail. */
async function verify(shop: string): Promise<Seen> {
  const seen = await visit({ shop }, linkIn((await lastMail())?.text ?? "", "verify"), {});
  await runDueJobs();
  return seen;
}

describe("a guest's form", () => {
  test("waits for its mailbox, and nothing is collected until the button behind the mailed link is pressed", async () => {
    const shop = newShop();
    expect((await send(shop)).text).toContain("Look into your mailbox");
    const [waiting] = await requestsOf(shop);
    expect(waiting).toMatchObject({ kind: "access", source: "form", status: "unverified", waitsFor: "mailbox" });
    expect(await prisma().requestTask.count({ where: { shop } })).toBe(0);
    const mail = await lastMail();
    expect(mail).toMatchObject({ to: ANNA });
    const link = linkIn(mail?.text ?? "", "verify");
    const opened = await visit({ shop }, link);
    expect(opened.text).toContain("Yes, it was me");
    expect(await requestsOf(shop)).toMatchObject([{ status: "unverified" }]);
    expect((await verify(shop)).text).toContain("We have your request");
    expect(await requestsOf(shop)).toMatchObject([{ status: "done", verifiedBy: "mailbox" }]);
    const kinds = await kindsOf(shop, waiting?.id ?? "");
    expect(kinds.indexOf("request.verified")).toBeLessThan(kinds.indexOf("request.collected"));
    expect(kinds.filter((kind) => kind === "request.opened")).toHaveLength(1);
  });

  test("shows where the request stands through the link of the next mail, and is never in an address", async () => {
    const shop = newShop();
    await send(shop);
    await verify(shop);
    const begun = (await mailbox.received()).find(({ text }) => text.includes("request/status"));
    const status = await visit({ shop }, linkIn(begun?.text ?? "", "request/status"));
    expect(status.text).toContain("Done");
    expect(status.text).not.toContain(ANNA);
  });

  test("in another language is answered, and written to, in that language", async () => {
    const shop = newShop();
    const seen = await visit({ shop, headers: { "Accept-Language": "fr;q=0.5, de-AT" } }, "request");
    expect(seen.text).toContain('<html lang="de" dir="ltr">');
    expect(seen.text).toContain('value="AT" selected');
    expect((await visit({ shop, headers: { "Accept-Language": "ar" } }, "request")).text).toContain('dir="rtl"');
    await send(shop, ask({ locale: "de" }));
    expect((await lastMail())?.text).toContain("Dann bestätigen Sie es bitte");
    expect(await requestsOf(shop)).toMatchObject([{ language: "de" }]);
  });

  test("offers what the law of the place gives, and shows another law's at a press", async () => {
    const shop = newShop();
    const texas = await visit({ shop }, "request", { region: "US-TX", email: ANNA, act: "show" });
    expect(texas.text).toContain("Do not sell or share my data");
    expect(texas.text).not.toContain("Pause the use of my data");
    expect(texas.text).toContain(`value="${ANNA}"`);
    const france = await visit({ shop }, "request", { region: "FR", act: "show" });
    expect(france.text).toContain("Pause the use of my data");
    expect(france.text).not.toContain("Do not sell or share my data");
    expect(await prisma().requestForm.count({ where: { shop } })).toBe(0);
  });

  test("says what is missing, keeps what was typed, and opens nothing", async () => {
    const shop = newShop();
    const seen = await visit({ shop }, "request", {
      email: "nobody",
      kind: "correct",
      message: "My <b>name</b>",
      act: "send",
    });
    expect(seen.status).toBe(422);
    expect(seen.text).toContain("Write a mail address such as name@example.com.");
    expect(seen.text).toContain("Say what is wrong, and what is right.");
    expect(seen.text).toContain("My &lt;b&gt;name&lt;/b&gt;");
    await runDueJobs();
    expect(await requestsOf(shop)).toEqual([]);
  });

  test("for a correction keeps what is wrong and what is right, sealed", async () => {
    const shop = newShop();
    await send(shop, ask({ kind: "correct", field: "lastName", value: "Müller-Öztürk" }));
    const { rows } = await pool().query<{ text: string }>(
      `SELECT r::text AS text FROM "PrivacyRequest" r WHERE "shop" = $1`,
      [shop],
    );
    expect(rows[0]?.text).not.toContain("Müller");
    expect(await requestsOf(shop)).toMatchObject([{ kind: "correct" }]);
  });

  test("that is sent again joins the first one, and gets another link; each of the links ends with the first that is used", async () => {
    const shop = newShop();
    await send(shop);
    const first = linkIn((await lastMail())?.text ?? "", "verify");
    await send(shop);
    expect(await requestsOf(shop)).toMatchObject([
      { status: "unverified" },
      { status: "superseded", outcome: "merged" },
    ]);
    expect((await verify(shop)).status).toBe(200);
    expect((await visit({ shop }, first, {})).status).toBe(404);
    await send(shop, ask({ kind: "delete" }));
    expect(await requestsOf(shop)).toHaveLength(3);
  });
});

describe("a customer who is signed in", () => {
  const signedIn = (shop: string) => ({ shop, customerId: "7013345678901" });

  test("needs no mailbox: the form of our page is enough", async () => {
    const shop = newShop();
    const page = await visit(signedIn(shop), "request");
    expect(page.text).toContain("You are signed in");
    const token = hidden(page.text, "token");
    const seen = await visit(signedIn(shop), "request", { kind: "access", act: "send", token });
    expect(seen.text).toContain("We have your request");
    await runDueJobs();
    expect(await requestsOf(shop)).toMatchObject([{ status: "done", verifiedBy: "account" }]);
    const own = await visit(signedIn(shop), "request/status");
    expect(own.text).toContain("Get a copy of my data");
  });

  test("confirms a form that is not from a page of ours, and one of another site is turned away", async () => {
    const shop = newShop();
    const block = await visit(signedIn(shop), "request", { kind: "delete" });
    expect(block.text).toContain("Is this right?");
    await runDueJobs();
    expect(await requestsOf(shop)).toEqual([]);
    const foreign = { ...signedIn(shop), headers: { "Sec-Fetch-Site": "cross-site" } };
    const token = hidden(block.text, "token");
    expect((await visit(foreign, "request", { kind: "delete", token })).status).toBe(403);
    await visit(signedIn(shop), "request", { kind: "delete", token });
    await runDueJobs();
    expect(await requestsOf(shop)).toMatchObject([{ kind: "delete", verifiedBy: "account" }]);
  });

  test("cannot use the form of another customer, nor see their requests", async () => {
    const shop = newShop();
    const token = hidden((await visit(signedIn(shop), "request")).text, "token");
    const other = { shop, customerId: "7013345678902" };
    expect((await visit(other, "request", { kind: "access", token })).text).toContain("Is this right?");
    await visit(signedIn(shop), "request", { kind: "access", token });
    await runDueJobs();
    expect((await visit(other, "request/status")).text).toContain("You have no request");
    const [own] = await requestsOf(shop);
    expect((await visit(other, `package/${own?.id ?? ""}`)).status).toBe(404);
    expect((await visit(signedIn(shop), `package/${own?.id ?? ""}`)).status).toBe(200);
  });
});

describe("somebody who asks for another", () => {
  const agent = { behalf: "agent", email: "agent@example.org", person: ANNA, name: "Ada Agent", proof: PDF };

  test("proves their mailbox, then staff look at the proof, and the person is told and can say no", async () => {
    const shop = newShop();
    await send(shop, ask(agent));
    expect(await lastMail()).toMatchObject({ to: "agent@example.org" });
    expect((await mailbox.received()).filter(({ to }) => to === ANNA)).toEqual([]);
    expect((await verify(shop)).text).toContain("The store now looks at your proof");
    expect(await requestsOf(shop)).toMatchObject([{ status: "unverified", waitsFor: "identity", behalf: "agent" }]);
    expect(await prisma().requestAttachment.findMany({ where: { shop } })).toMatchObject([
      { mediaType: "application/pdf" },
    ]);
    expect(await prisma().requestTask.count({ where: { shop } })).toBe(0);
    const told = (await mailbox.received()).find(({ to }) => to === ANNA);
    const link = linkIn(told?.text ?? "", "object");
    expect((await visit({ shop }, link)).text).toContain("I did not authorise this");
    expect((await visit({ shop }, link, {})).text).toContain("nobody gets your data");
    await runDueJobs();
    expect(await requestsOf(shop)).toMatchObject([{ status: "refused", outcome: "refused" }]);
    expect((await mailbox.received()).at(-1)).toMatchObject({ to: "agent@example.org" });
    expect((await visit({ shop }, link, {})).status).toBe(404);
  });

  test("must show a proof, of a kind that is told by its content, at most 5 MB", async () => {
    const shop = newShop();
    const none = await visit({ shop }, "request", ask({ ...agent, proof: "" }));
    expect(none.text).toContain("Add a file that shows that you may ask.");
    const page = new File(["<script>alert(1)</script>"], "proof.pdf", { type: "application/pdf" });
    expect((await visit({ shop }, "request", ask({ ...agent, proof: page }))).status).toBe(422);
    const large = new File(["%PDF-1.7", "x".repeat(5 * 1024 * 1024)], "proof.pdf");
    expect((await visit({ shop }, "request", ask({ ...agent, proof: large }))).status).toBe(422);
    expect(await prisma().requestForm.count({ where: { shop } })).toBe(0);
  });
});

describe("a request that nobody confirms", () => {
  const later = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  const pass = async (shop: string, now: Date) => {
    for (const { id } of await requestsOf(shop)) await awaitProof(shop, id, now);
    await runDueJobs();
  };

  test("is reminded of once after a day, and ends after seven: visibly, and without whom it named", async () => {
    const shop = newShop();
    await send(shop);
    await pass(shop, later(23));
    expect(await mailbox.received()).toHaveLength(1);
    await pass(shop, later(25));
    await pass(shop, later(26));
    expect(await mailbox.received()).toHaveLength(2);
    const reminder = linkIn((await lastMail())?.text ?? "", "verify");
    expect((await visit({ shop }, reminder)).status).toBe(200);
    await pass(shop, later(7 * 24 + 1));
    expect(await requestsOf(shop)).toMatchObject([
      { status: "expired", outcome: "never-verified", subject: null, sealedDetail: null },
    ]);
    expect(await prisma().dataSubject.count({ where: { shop } })).toBe(0);
    expect(await mailbox.received()).toHaveLength(3);
    expect((await visit({ shop }, reminder, {})).status).toBe(404);
  });

  test("is found by the look that comes every few minutes, as soon as it is time", async () => {
    const shop = newShop();
    await send(shop);
    const jobs = async () =>
      (
        await pool().query(`SELECT 1 FROM pgboss.job WHERE "name" = 'request.await-proof' AND "data"->>'shop' = $1`, [
          shop,
        ])
      ).rowCount;
    await awaitProofs(later(23));
    expect(await jobs()).toBe(0);
    await awaitProofs(later(25));
    await awaitProofs(later(25));
    expect(await jobs()).toBe(1);
    await runDueJobs();
    expect(await requestsOf(shop)).toMatchObject([{ status: "unverified" }]);
  });
});
