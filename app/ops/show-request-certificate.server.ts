import { PlainProblem } from "../jobs/cause.ts";
import { readCertificate } from "../requests/read-certificate.server.ts";
import type { Options } from "./commands.ts";
import type { Result } from "./result.ts";

/** `requests certificate`: what became of a request, as a file to verify. */
export async function showRequestCertificate({ shop, id }: Options<"requests certificate">): Promise<Result> {
  const issued = await readCertificate(shop, id);
  if (!issued)
    throw new PlainProblem("There is no certificate: the request has not ended, or ended less than a minute ago.");
  return { kind: "document", pieces: [issued.file] };
}
