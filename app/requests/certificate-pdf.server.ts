import { pdfPages } from "../package/pdf-pages.server.ts";
import type { Certified } from "./certificate.ts";
import { certificateLines } from "./certificate-lines.ts";

/** A certificate as PDF. What is signed is the JSON; this shows the same facts to people. */
export function certificatePdf(certified: Certified): Promise<Buffer> {
  const { shop, issued } = certified;
  return pdfPages({
    title: `Certificate of a privacy request to ${shop}`,
    made: new Date(issued),
    lines: certificateLines(certified),
    foot:
      "This page shows what the signed certificate (JSON) of the same number states. Check that one with verify.mjs, " +
      "which needs no network: it names the key that signed it. Persons are pseudonyms; nobody else can resolve them.",
  });
}
