/** Loaded before a server whose clock runs ahead by as many milliseconds as stand in the file JOURNEY_LATER. */
import { readFileSync } from "node:fs";

const file = process.env["JOURNEY_LATER"];
const now = Date.now.bind(Date);
let later = 0;

function look(path: string): void {
  later = Number(readFileSync(path, "utf8"));
}

if (file !== undefined) {
  look(file);
  setInterval(() => {
    look(file);
  }, 100).unref();
}

globalThis.Date = new Proxy(Date, {
  construct: (target, given: unknown[], asked) =>
    Reflect.construct(target, given.length === 0 ? [now() + later] : given, asked) as Date,
  get: (target, name, asked) => (name === "now" ? () => now() + later : (Reflect.get(target, name, asked) as unknown)),
});
