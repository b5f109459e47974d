import { globSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { Kind, parse, Source, type DocumentNode } from "graphql";
import type { Operation } from "../app/shopify/operations/operation.ts";

/** An operation as the app sends it, and where it is written. */
export interface FoundOperation {
  file: string;
  name: string;
  document: DocumentNode;
}

/** Every operation that a file of `app/shopify/operations` exports, with the fragments that it is put together from. */
export async function findOperations(): Promise<FoundOperation[]> {
  const files = globSync("app/shopify/operations/*.ts").filter((file) => !/\.test\.ts$|\/test-/.test(file));
  const found = await Promise.all(files.sort().map(operationsOf));
  return found.flat();
}

/** How many texts marked `#graphql` define an operation, in all of app/: none may hide outside of `findOperations`. */
export function countWrittenOperations(texts: readonly string[]): number {
  return texts.join("\n").match(/`#graphql\s+(?:#[^\n]*\n\s*)*(query|mutation|subscription)\b/g)?.length ?? 0;
}

async function operationsOf(file: string): Promise<FoundOperation[]> {
  const exports = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  return Object.values(exports)
    .filter(isOperation)
    .map(({ name, document }) => ({ file, name, document: parse(new Source(document, `${file} ${name}`)) }));
}

function isOperation(value: unknown): value is Operation<unknown, unknown> {
  return typeof value === "object" && value !== null && "document" in value && "name" in value;
}

/** Whether the document holds one operation, of this name. */
export function holdsOne({ document, name }: FoundOperation): boolean {
  const names = document.definitions.flatMap((part) =>
    part.kind === Kind.OPERATION_DEFINITION ? [part.name?.value] : [],
  );
  return names.length === 1 && names[0] === name;
}
