import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { binaryValues, dump, readableColumns, remainingKeys, restore, spelled } from "./test-backup.ts";
import { query, SERVERS, type Database } from "./test-database.ts";
import { closedRequests, openStore, STORE, type ListedRequest, type Store } from "./test-store.ts";
import { until } from "./test-until.ts";

/** A customer of the stand-in's store with 40 orders, and all that says who he is. */
const PERSON = {
  email: "mateo.rivera@example.com",
  phone: "+13105550119",
  name: "Mateo Rivera",
  surname: "Rivera",
  id: "7100000000137",
};
const WORDS = Object.values(PERSON);
/** Keys of deliveries live some five minutes. */
const LATER_MS = 10 * 60_000;

for (const { name, make } of SERVERS) {
  let database: Database;
  let other: Database;
  let store: Store;
  beforeAll(async () => {
    [database, other] = [await make(), await make()];
    store = await openStore(database);
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
    await other.drop();
  });

  it(`after an erasure on ${name}, neither the database nor an older backup tells who the person was`, async () => {
    const { standin, server, settings } = store;
    await standin.control.requestData(PERSON.email);
    const [asked] = await closedRequests(server, 1);
    const address = `/app/requests/${asked?.id ?? ""}/package`;
    expect((await store.asStaff(address)).status).toBe(200);
    const backup = await dump(database.url);
    expect(spelled(backup, WORDS)).toEqual([]);
    const backupFile = join(store.folder, "backup.sql");
    writeFileSync(backupFile, backup);
    await restore(other.url, backupFile);
    const sealed = await binaryValues(other.url);
    // the same search must find what it looks for while the keys are there
    expect(readableColumns(sealed, remainingKeys(settings), WORDS)).toEqual(
      expect.arrayContaining(['"PackagePart".sealed', '"PrivacyRequest"."sealedDetail"', '"SubjectField".sealed']),
    );

    await standin.control.eraseCustomer(PERSON.email, "now");
    const requests = await closedRequests(server, 2);
    expect(requests.map(({ outcome }: ListedRequest) => outcome)).toContain("erased");
    expect((await store.asStaff(address)).status).toBe(410);
    const person = ["--email", PERSON.email, "--phone", PERSON.phone, "--customer-id", PERSON.id];
    expect(await server.ops("residue", "--shop", STORE, ...person)).toMatchObject({ total: 0 });

    // minutes later the keys of deliveries go, too
    await store.pass(LATER_MS, "app");
    await query(database.url, `INSERT INTO pgboss.job (name, data) VALUES ('inbox.forget-keys', '{"shop":""}')`);
    const unreadable = await until("the deliveries' keys are gone", () => {
      const columns = readableColumns(sealed, remainingKeys(settings), WORDS);
      return columns.includes('"SubjectField".sealed') || columns.some((one) => one.includes("Delivery"))
        ? undefined
        : columns;
    });
    // sessions and the register's contacts are the store's and its staff's own, sealed under keys that are left
    expect(unreadable.filter((column) => !/Session|RegisterFact/.test(column))).toEqual([]);
    expect(spelled(await dump(database.url), WORDS)).toEqual([]);

    const bundle = join(store.folder, "bundle.json");
    await server.ops("evidence", "bundle", "--shop", STORE, "--out", bundle);
    const verdict = execFileSync(process.execPath, ["verify/verify.mjs", bundle]).toString();
    expect(verdict).toMatch(/^OK: /);
  });
}
