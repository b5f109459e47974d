import { pino } from "pino";
import { settings } from "./env.server.ts";

let logger: pino.Logger | undefined;

/**
 * The process's log: one JSON line per event on standard output. Give it ids, names of things and counts; never a
 * person's data, a token, a query string or a request body.
 */
export function log(): pino.Logger {
  return (logger ??= pino({ level: settings().logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }));
}
