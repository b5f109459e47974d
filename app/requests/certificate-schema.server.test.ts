import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { CERTIFICATE_BODY, CERTIFICATE_FILE } from "./certificate-schema.server.ts";

const plain = (shape: z.ZodType): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(shape);
  return rest;
};

test("the published schema of a certificate is the one that certificates are held to", () => {
  const published: unknown = JSON.parse(readFileSync("docs/request-certificate.schema.json", "utf8"));
  expect(published).toEqual({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Certificate of a privacy request",
    ...plain(CERTIFICATE_FILE),
    $defs: { body: plain(CERTIFICATE_BODY) },
  });
});
