/** Loaded before a server whose clock is to run ahead by JOURNEY_LATER milliseconds. */
const later = Number(process.env["JOURNEY_LATER"] ?? 0);
const now = Date.now.bind(Date);

globalThis.Date = new Proxy(Date, {
  construct: (target, given: unknown[], asked) =>
    Reflect.construct(target, given.length === 0 ? [now() + later] : given, asked) as Date,
  get: (target, name, asked) => (name === "now" ? () => now() + later : (Reflect.get(target, name, asked) as unknown)),
});
