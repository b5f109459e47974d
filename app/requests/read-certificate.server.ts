import { inTransaction, prisma } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { pseudonym } from "../vault/subject-key.server.ts";
import { CERTIFICATE_FORMAT, readCertificateText, type Certified } from "./certificate.ts";

/** A certificate as it is kept. `file`: JSON that `verify/verify.mjs` checks. */
export interface IssuedCertificate {
  certified: Certified;
  file: string;
}

/** The certificate of a request; null before it has ended. */
export async function readCertificate(shop: string, request: string): Promise<IssuedCertificate | null> {
  const row = await prisma().requestCertificate.findUnique({ where: { shop_request: { shop, request } } });
  if (!row) return null;
  const { body, publicKey, signature } = row;
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
  const text = { format: CERTIFICATE_FORMAT, body, publicKey: base64(publicKey), signature: base64(signature) };
  return { certified: readCertificateText(body), file: `${JSON.stringify(text)}\n` };
}

/** The same for a member of staff; that they took it is evidence before they get it. */
export async function downloadCertificate(
  shop: string,
  request: string,
  { staff, now, format }: { staff: string; now: Date; format: "json" | "pdf" },
): Promise<IssuedCertificate | null> {
  const issued = await readCertificate(shop, request);
  if (!issued) return null;
  const facts = { format, staff: await pseudonym(shop, `staff ${staff}`) };
  await inTransaction((tx) =>
    appendEvidence(tx, shop, { kind: "request.certificate-downloaded", at: now, request, facts }),
  );
  return issued;
}
