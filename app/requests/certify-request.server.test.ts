import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { verify } from "../../verify/verify.mjs";
import { inTransaction, prisma } from "../db/database.server.ts";
import { exportBundle } from "../evidence/export-bundle.server.ts";
import { listEvidence } from "../evidence/list-evidence.server.ts";
import type { RequestKind } from "../law/requests.ts";
import { installAt, useShopify } from "../shopify/test-shopify.ts";
import { runDueJobs } from "../test-jobs.ts";
import { useTestStores } from "../test-stores.ts";
import { answerRequest } from "./answer-request.server.ts";
import { CERTIFICATE_BODY, CERTIFICATE_FILE } from "./certificate-schema.server.ts";
import { certificatePdf } from "./certificate-pdf.server.ts";
import { certifyClosed } from "./certify-request.server.ts";
import { openRequest } from "./open-request.server.ts";
import { downloadCertificate, readCertificate } from "./read-certificate.server.ts";

useTestStores();
const world = useShopify();

let count = 0;
let shop = "";
beforeEach(async () => {
  shop = `certified-${String(++count)}.myshopify.com`;
  await installAt(world, shop);
});

const EMAIL = "noemi.keller@beispiel.example";
async function done(kind: RequestKind, email = EMAIL): Promise<string> {
  const facts = { kind, source: "staff", externalId: randomUUID(), identity: { email }, orders: [] } as const;
  const id = await inTransaction((tx) =>
    openRequest(tx, shop, { ...facts, receivedAt: new Date(), verifiedBy: "staff", region: "DE" }),
  );
  await runDueJobs();
  await certifyClosed(new Date());
  return id;
}
/** Every certificate that a test sees is held to the published schema. */
async function issued(request: string) {
  const certificate = await readCertificate(shop, request);
  if (!certificate) throw new Error("there is no certificate");
  CERTIFICATE_BODY.parse(JSON.parse(CERTIFICATE_FILE.parse(JSON.parse(certificate.file)).body));
  return certificate;
}
async function bundleOf(): Promise<string> {
  let text = "";
  for await (const piece of exportBundle(shop, new Date())) text += piece;
  return text;
}
const evidence = async (request: string, kind: string) => {
  const { entries } = await listEvidence(shop, { request });
  return entries.filter((entry) => entry.kind === kind).map(({ facts }) => facts);
};

describe("the certificate of a request", () => {
  it("says what was asked, how it is known and who did what; it verifies offline, alone and against the chain", async () => {
    const id = await done("restrict");
    const { certified, file } = await issued(id);
    expect(certified).toMatchObject({
      shop,
      request: id,
      kind: "restrict",
      source: "staff",
      law: "gdpr",
      outcome: "restricted",
    });
    expect(certified.verified).toMatchObject({ by: "staff" });
    expect(certified.systems.map(({ system }) => system)).toEqual(["candor", "shopify"]);
    expect(await verify(file, { shop })).toMatchObject({ ok: true });
    expect(await verify(file, { shop, bundle: await bundleOf() })).toMatchObject({
      ok: true,
      summary: expect.stringContaining("as the chain says") as string,
    });
  });

  it("is noticed when one letter of it changes, when it is of another store, and when the chain does not name it", async () => {
    const { file } = await issued(await done("restrict"));
    expect(await verify(file.replace("restricted", "RESTRICTED"))).toMatchObject({ ok: false });
    expect(await verify(file, { shop: "other.myshopify.com" })).toMatchObject({ ok: false });
    const before = await bundleOf();
    const later = await issued(await done("object"));
    expect(await verify(later.file, { bundle: before })).toMatchObject({ ok: false });
    expect(await verify(later.file, { bundle: await bundleOf() })).toMatchObject({ ok: true });
  });

  it("names nobody, not even of an erasure that says what stays", async () => {
    await prisma().shop.update({ where: { shop }, data: { countryCode: "DE" } });
    const id = await done("delete");
    await prisma().privacyRequest.update({
      where: { shop_id: { shop, id } },
      data: { status: "done", outcome: "erased", closedAt: new Date() },
    });
    await certifyClosed(new Date());
    const { certified, file } = await issued(id);
    expect(file.toLowerCase()).not.toMatch(/noemi|keller|beispiel/);
    expect(certified.stays).toMatchObject([{ what: "invoices", law: "AO §147, HGB §257" }]);
    expect(certified.person).toMatch(/^[0-9a-f]{32}$/);
  });

  it("of an answer in part is followed by another when the rest is done", async () => {
    const id = await done("access");
    const first = await issued(id);
    const row = { id, kind: "access", status: "done", outcome: "partial", tasks: [] } as const;
    await prisma().privacyRequest.update({ where: { shop_id: { shop, id } }, data: { outcome: "partial" } });
    await inTransaction((tx) => answerRequest(tx, shop, row, new Date()));
    await certifyClosed(new Date());
    const second = await issued(id);
    expect(second.file).not.toBe(first.file);
    expect(await evidence(id, "request.certificate-issued")).toHaveLength(2);
    await certifyClosed(new Date());
    expect(await evidence(id, "request.certificate-issued")).toHaveLength(2);
  });

  it("is a PDF for people with the same bytes each time, and each download is evidence", async () => {
    const id = await done("restrict");
    const taken = await downloadCertificate(shop, id, { staff: "81001", now: new Date(), format: "pdf" });
    if (!taken) throw new Error("there is no certificate");
    const [one, other] = [await certificatePdf(taken.certified), await certificatePdf(taken.certified)];
    expect(one.subarray(0, 5).toString()).toBe("%PDF-");
    expect(one.equals(other)).toBe(true);
    expect(await evidence(id, "request.certificate-downloaded")).toMatchObject([{ format: "pdf" }]);
    expect(await downloadCertificate(shop, randomUUID(), { staff: "1", now: new Date(), format: "json" })).toBeNull();
  });
});
