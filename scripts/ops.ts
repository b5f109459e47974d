import { startServer } from "./start.ts";

/** `npm run ops -- <command>`: the operator's command line, which is part of the built server. */
export default async function ops(args: readonly string[]): Promise<undefined> {
  await startServer(["ops", ...args]);
}
