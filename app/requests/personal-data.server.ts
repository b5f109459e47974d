import { prisma, type Tx } from "../db/database.server.ts";
import { LAWS, type LawId } from "../law/deadlines.ts";
import type { PersonalDataKeeper } from "../vault/keeper.ts";

/** Finds and erases what the request desk keeps about a person: requests, collected data, packages, holds. */
export const requestsKeeper: PersonalDataKeeper<Tx> = {
  async find(shop, { subject, identity }) {
    const requests = await prisma().privacyRequest.findMany({ where: { shop, subject }, orderBy: { receivedAt: "asc" } });
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
    ];
  },

  /** The bare fact that a request was made and answered stays (CCPA regulations §7101), without the person. */
  async erase(tx, shop, { subject }) {
    const requests = await tx.privacyRequest.findMany({ where: { shop, subject }, select: { id: true } });
    const ids = requests.map(({ id }) => id);
    const parts = await tx.collectedPart.deleteMany({ where: { shop, request: { in: ids } } });
    const packageParts = await tx.packagePart.deleteMany({ where: { shop, package: { in: ids } } });
    const packages = await tx.package.deleteMany({ where: { shop, subject } });
    const holds = await tx.legalHold.deleteMany({ where: { shop, subject } });
    await tx.requestTask.updateMany({ where: { shop, request: { in: ids } }, data: { sealedCursor: null } });
    await tx.privacyRequest.updateMany({ where: { shop, subject }, data: { sealedDetail: null } });
    return {
      CollectedPart: parts.count,
      PackagePart: packageParts.count,
      Package: packages.count,
      LegalHold: holds.count,
      PrivacyRequest: ids.length,
    };
  },
};

const KNOWN_AS: Readonly<Record<string, string>> = {
  customerId: "Customer number at Shopify",
  email: "E-mail address",
  phone: "Telephone",
};
