import { prisma, type Tx } from "../db/database.server.ts";
import { LAWS, type LawId } from "../law/laws.ts";
import type { PersonalDataKeeper } from "../vault/keeper.ts";
import { countForms, eraseForms } from "./request-form.server.ts";

/** Finds and erases what the request desk keeps about a person: requests, collected data, packages, holds. */
export const requestsKeeper: PersonalDataKeeper<Tx> = {
  async find(shop, { subject, identity }) {
    const requests = await prisma().privacyRequest.findMany({
      where: { shop, subject },
      orderBy: { receivedAt: "asc" },
    });
    const files = await prisma().requestAttachment.findMany({
      where: { shop, request: { in: requests.map(({ id }) => id) } },
      select: { purpose: true, mediaType: true, addedAt: true },
    });
    const forms = await countForms(shop, identity);
    const known = Object.entries(identity).map(([label, value]) => ({ label: KNOWN_AS[label] ?? label, value }));
    return [
      { kind: "How the store's privacy app knows you", recordedAt: null, facts: known },
      ...requests.map((request) => ({
        kind: `Privacy request: ${request.kind}`,
        recordedAt: request.receivedAt.toISOString(),
        facts: [
          { label: "Came through", value: request.source },
          { label: "Law", value: LAWS[request.law as LawId].name },
          { label: "To be answered by", value: request.deadline.toISOString().slice(0, 10) },
          { label: "State", value: request.status },
        ],
      })),
      ...files.map(({ purpose, mediaType, addedAt }) => ({
        kind: "File that came with a privacy request",
        recordedAt: addedAt.toISOString(),
        facts: [
          { label: "What it is", value: purpose },
          { label: "Format", value: mediaType },
        ],
      })),
      ...Array.from({ length: forms }, () => ({
        kind: "Privacy request that waits to be read",
        recordedAt: null,
        facts: [],
      })),
    ];
  },

  /** The bare fact that a request was made and answered stays (CCPA regulations §7101), without the person. */
  async erase(tx, shop, { subject, identity }) {
    const requests = await tx.$queryRaw<{ id: string }[]>`
      UPDATE "PrivacyRequest" SET "sealedDetail" = NULL WHERE "shop" = ${shop} AND "subject" = ${subject}::uuid
      RETURNING "id"::text`;
    const ids = requests.map(({ id }) => id);
    await tx.$executeRaw`UPDATE "RequestDecision" SET "sealedReason" = NULL
      WHERE "shop" = ${shop} AND "request" = ANY(${ids}::uuid[])`;
    await tx.$executeRaw`
      UPDATE "RequestTask" SET "sealedCursor" = NULL, "sealedNote" = NULL WHERE "shop" = ${shop} AND "request" = ANY(${ids}::uuid[])`;
    return {
      PrivacyRequest: ids.length,
      RequestAttachment: await tx.$executeRaw`
        DELETE FROM "RequestAttachment" WHERE "shop" = ${shop} AND "request" = ANY(${ids}::uuid[])`,
      RequestForm: await eraseForms(tx, shop, identity),
      RequestLink: await tx.$executeRaw`
        DELETE FROM "RequestLink" WHERE "shop" = ${shop} AND "request" = ANY(${ids}::uuid[])`,
      CollectedPart: await tx.$executeRaw`
        DELETE FROM "CollectedPart" WHERE "shop" = ${shop} AND "request" = ANY(${ids}::uuid[])`,
      PackagePart: await tx.$executeRaw`
        DELETE FROM "PackagePart" WHERE "shop" = ${shop} AND "package" = ANY(${ids}::uuid[])`,
      Package: await tx.$executeRaw`DELETE FROM "Package" WHERE "shop" = ${shop} AND "subject" = ${subject}::uuid`,
      LegalHold: await tx.$executeRaw`DELETE FROM "LegalHold" WHERE "shop" = ${shop} AND "subject" = ${subject}::uuid`,
    };
  },
};

const KNOWN_AS: Readonly<Record<string, string>> = {
  customerId: "Customer number at Shopify",
  email: "E-mail address",
  phone: "Telephone",
};
