/**
 * Loaded before a server whose clock runs ahead by as many milliseconds as stand in the file JOURNEY_LATER. Beside it each
 * process keeps what it has read, under its number, so that whoever moves the clock can wait for it.
 */
import { readFileSync, writeFileSync } from "node:fs";

const file = process.env["JOURNEY_LATER"];
const now = Date.now.bind(Date);
let seen = "";
let later = 0;

function look(path: string): void {
  const text = readFileSync(path, "utf8");
  if (text === seen || text === "") return;
  later = Number(text);
  seen = text;
  writeFileSync(`${path}.${String(process.pid)}`, text);
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
