import { createHash } from "node:crypto";
import { prisma } from "../db/database.server.ts";
import { certificateFile } from "../evidence/certificate.server.ts";
import { PlainProblem } from "../jobs/cause.ts";
import type { Options } from "./commands.ts";
import type { Result } from "./result.ts";

/** `evidence certificate`: what is left of an erased store, found by the hash of its domain, as a file to verify. */
export async function showCertificate({ shop, all }: Options<"evidence certificate">): Promise<Result> {
  const shopHash = createHash("sha256").update(shop).digest("hex");
  const found = await prisma().erasureCertificate.findMany({ where: { shopHash }, orderBy: { at: "desc" } });
  const files = found.map(certificateFile);
  const [newest] = files;
  if (newest === undefined) throw new PlainProblem("There is no certificate: this store was not erased here.");
  return { kind: "document", pieces: all ? [`[${files.map((file) => file.trim()).join(",\n")}]\n`] : [newest] };
}
