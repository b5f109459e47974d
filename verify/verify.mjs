/**
 * Checks a Candor evidence bundle, consent receipt or certificate. One file, no dependencies, no network; Node
 * 20 or newer:
 *
 *     node verify.mjs bundle.json [--key <fingerprint>] [--head <number>:<hash>]
 *     node verify.mjs receipt.json [--key <fingerprint>] [--shop <name>.myshopify.com]
 *     node verify.mjs certificate.json [--key <fingerprint>] [--shop <name>.myshopify.com] [--bundle bundle.json]
 *
 * It answers one question: is this the complete record that was written, without one letter changed since? Four ideas:
 *
 *  1. A SHA-256 hash is a fingerprint of a text: change one bit, and it is another.
 *  2. Each entry holds the hash of the entry before it. Whoever changes, removes, adds or moves an entry has to rewrite
 *     every later one, up to the last.
 *  3. The last entry's hash is signed with the shop's Ed25519 key, and so are checkpoints on the way. Without that key
 *     nobody can sign a rewritten end.
 *  4. Records that come in great numbers are hashed together into one "Merkle root" (RFC 6962), which is in an entry.
 *     Of a record that was erased only its hash is left: it fills the record's place, and says nothing. A receipt is
 *     one such record with the few hashes that lead from it to the root.
 *
 * What only YOU can add: compare the key's fingerprint (--key) and, if you noted one earlier, an end (--head) with what
 * you were given by another way. Without that a forger could make a whole new bundle with a key of their own.
 *
 * Texts are hashed exactly as they stand in the file, and read only afterwards. The dashboard runs this same file in
 * the browser, which is why it uses nothing but WebCrypto.
 */

const NOTHING_BEFORE = "0".repeat(64);

/** A finding: which entry is broken (null: none can be named), and how. */
class Broken extends Error {
  constructor(seq, message) {
    super(message);
    this.seq = seq;
  }
}
function must(holds, seq, message) {
  if (!holds) throw new Broken(seq, message);
}

const utf8 = (text) => new TextEncoder().encode(text);
const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const fromHex = (text) => text.match(/../g).map((pair) => parseInt(pair, 16));
const fromBase64 = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
// Base64 can spell the same bytes in several ways; only one is accepted, so that every bit of the file counts.
const isBase64 = (text) => /^[\w+/]+={0,2}$/.test(text) && text.length % 4 === 0 && btoa(atob(text)) === text;

/** Whether `signature` (base64) is the key's signature over exactly this text. Source: RFC 8032. */
async function isSigned(publicKey, text, signature) {
  if (!isBase64(publicKey) || !isBase64(signature)) return false;
  const key = await crypto.subtle.importKey("raw", fromBase64(publicKey), "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", key, fromBase64(signature), utf8(text));
}

/** Step 1: every entry has the text that was hashed, the next number, and the hash of the entry before it. */
async function readEntries({ entries, shop, head }) {
  const read = [];
  for (const [index, { body: text, hash }] of entries.entries()) {
    const seq = index + 1;
    must(typeof text === "string" && toHex(await sha256(utf8(text))) === hash, seq, `entry ${seq} was altered`);
    const entry = JSON.parse(text);
    must(entry.seq !== seq - 1, seq - 1, `there are two entries ${seq - 1}: one of them was put in`);
    must(entry.seq === seq, seq, `entry ${seq} is missing or was moved: entry ${entry.seq} stands in its place`);
    must(entry.v === 1 && entry.shop === shop, seq, `entry ${seq} is not an entry of ${shop}`);
    if (entry.prev !== (index === 0 ? NOTHING_BEFORE : entries[index - 1].hash)) {
      // This entry or the one before it was rewritten, hash and all. If what follows vouches for this one, the other.
      const next = entries[index + 1];
      const vouched = next ? String(next.body).includes(`"prev":"${hash}"`) : head.hash === hash;
      const rewritten = vouched && index > 0 ? seq - 1 : seq;
      throw new Broken(rewritten, `entry ${rewritten} was rewritten: its neighbours were made for another text`);
    }
    read.push(entry);
  }
  return read;
}

/** Step 2: the chain ends where the bundle says it ends, so nothing was cut off. */
function checkEnd({ entries, head }) {
  const [found, end] = [entries.length, head.seq];
  must(found >= end, found + 1, `entry ${found + 1} is missing: the chain was cut off before its end, entry ${end}`);
  must(found === end, end + 1, `entry ${end + 1} stands behind the end of the chain`);
  const last = found === 0 ? NOTHING_BEFORE : entries[found - 1].hash;
  must(last === head.hash, end, `entry ${end} is not the one with which the chain ended`);
}

/** Step 3: the key is the one that the chain's first entry names, and, if you gave one, the one that you expect. */
async function checkKey({ publicKey, fingerprint }, first, expected) {
  must(!first || first.facts.publicKey === publicKey, 1, "wrong key: entry 1 names another one");
  const actual = isBase64(publicKey) && toHex(await sha256(fromBase64(publicKey)));
  must(actual === fingerprint, 1, "wrong key: the fingerprint in the bundle is not that of its key");
  must(!expected || expected.toLowerCase() === actual, 1, `wrong key: the bundle was signed with ${actual}`);
}

/** Step 4: each checkpoint is signed, and the entry that it speaks of is still the same. */
async function checkCheckpoints({ checkpoints, entries, publicKey, shop }) {
  for (const { seq, text, signature } of checkpoints) {
    must(await isSigned(publicKey, text, signature), seq, `the checkpoint at entry ${seq} was altered`);
    const point = JSON.parse(text);
    const own = point.format === "candor-checkpoint/1" && point.shop === shop && point.seq === seq;
    must(own, point.seq, `the checkpoint at entry ${point.seq} does not belong here`);
    must(seq <= entries.length, seq, `entry ${seq} is missing: a checkpoint shows that it was there`);
    must(entries[seq - 1]?.hash === point.hash, seq, `entry ${seq} or one before it was rewritten since it was signed`);
  }
}

/** Step 5: the records that an entry sealed still give the Merkle root in that entry. Returns how many are there, or gone. */
async function checkRecords({ records }, entries) {
  const count = { there: 0, gone: 0 };
  for (const { seq, leaves } of records) {
    const sealed = entries[seq - 1];
    must(sealed?.kind === "records.sealed", seq, `entry ${seq} sealed no records, but the bundle has some for it`);
    must(leaves.length === sealed.facts.count, seq, `entry ${seq} sealed ${sealed.facts.count} records: not these`);
    const intact = leaves.every(isLeaf) && (await merkleRoot(leaves));
    must(intact === sealed.facts.root, seq, `a record that entry ${seq} sealed was altered`);
    for (const { hash } of leaves) count[hash === undefined ? "there" : "gone"] += 1;
  }
  return count;
}

/** A record with its salt, or the hash of one that is gone. */
const isLeaf = ({ salt, text, hash }) =>
  hash === undefined
    ? /^[0-9a-f]{32}$/.test(salt) && typeof text === "string"
    : /^[0-9a-f]{64}$/.test(hash) && salt === undefined && text === undefined;

/** RFC 6962, section 2.1: a leaf is hashed after a byte 0, a pair after a byte 1; an odd one moves up as it is. */
const leafHash = async ({ salt, text, hash }) =>
  hash === undefined ? sha256(Uint8Array.of(0, ...fromHex(salt), ...utf8(text))) : fromHex(hash);
const pairHash = (left, right) => sha256(Uint8Array.of(1, ...left, ...right));

async function merkleRoot(leaves) {
  let row = [];
  for (const leaf of leaves) row.push(await leafHash(leaf));
  while (row.length > 1) {
    const above = [];
    for (let i = 0; i < row.length; i += 2) {
      above.push(i + 1 < row.length ? await pairHash(row[i], row[i + 1]) : row[i]);
    }
    row = above;
  }
  return toHex(row[0]);
}

/** Step 6: the shop's key signed this end and these numbers of things, and the bundle holds just those. */
async function checkStatement(bundle) {
  const { format, shop, exportedAt, head, publicKey, statement, signature } = bundle;
  must(await isSigned(publicKey, statement, signature), head.seq, `the signature does not cover an end at ${head.seq}`);
  const signed = JSON.parse(statement);
  const said = [signed.format, signed.shop, signed.exportedAt, signed.head.seq, signed.head.hash];
  const held = [format, shop, exportedAt, head.seq, head.hash];
  for (const part of ["entries", "records", "checkpoints"]) {
    said.push(signed.counts[part]);
    held.push(bundle[part].length);
  }
  const same = said.every((value, i) => value === held[i]);
  must(same, head.seq, "the bundle does not hold what its signature covers");
}

async function checkBundle(bundle, expected) {
  const read = await readEntries(bundle);
  checkEnd(bundle);
  await checkKey(bundle, read[0], expected.key);
  await checkCheckpoints(bundle);
  const records = await checkRecords(bundle, read);
  await checkStatement(bundle);
  const { shop, head, fingerprint, exportedAt, entries, checkpoints } = bundle;
  const { seq, hash } = expected.head ?? head;
  must(seq === 0 || entries[seq - 1]?.hash === hash, seq, `entry ${seq} is not the one that you noted`);
  const gone = records.gone === 0 ? "" : ` (and the hashes of ${records.gone} that are gone)`;
  const seals = read.filter((entry) => entry.kind === "records.sealed").length;
  const summary = `the record of ${shop} up to ${exportedAt} is complete and unaltered: entries 1 to ${head.seq}, \
${checkpoints.length} checkpoints, ${records.there} records${gone} in ${bundle.records.length} of ${seals} sealed batches. \
It ends with ${head.seq}:${head.hash}. Fingerprint of the key: ${fingerprint}`;
  const counts = { entries: head.seq, checkpoints: checkpoints.length, records: records.there };
  return { ok: true, head, fingerprint, ...counts, summary };
}

/** RFC 9162, section 2.1.3.2: climbs from one leaf to the root with the hashes of the branches beside the way. */
async function climb(leaf, index, size, proof) {
  let [hash, at, last] = [await leafHash(leaf), index, size - 1];
  for (const step of proof) {
    if (last === 0) return "too long";
    if (at % 2 === 1 || at === last) {
      hash = await pairHash(fromHex(step), hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else hash = await pairHash(hash, fromHex(step));
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? toHex(hash) : "too short";
}

const PURPOSES = ["preferences", "analytics", "marketing", "sale"];
const namesOf = (set) => PURPOSES.filter((_, at) => (set >> at) & 1).join(", ") || "nothing";

/** The record stands at its place under the root that the entry states. */
async function checkPlace({ record, index, size, proof }, { seq, facts }) {
  const isProof = isLeaf(record) && record.hash === undefined && proof.every((step) => /^[0-9a-f]{64}$/.test(step));
  must(isProof && size === facts.count && index >= 0 && index < size, seq, "the proof is not complete");
  const intact = (await climb(record, index, size, proof)) === facts.root;
  must(intact, seq, `the record is not what entry ${seq} sealed: it was altered, or never there`);
}

/** The key signed that the chain ended with just this entry. Returns what was signed. */
async function checkSigned({ shop, entry, checkpoint, publicKey }, seq) {
  must(
    await isSigned(publicKey, checkpoint.text, checkpoint.signature),
    seq,
    "the checkpoint's signature does not fit",
  );
  const point = JSON.parse(checkpoint.text);
  const isOwn = point.format === "candor-checkpoint/1" && point.shop === shop && point.seq === seq;
  must(isOwn && point.hash === entry.hash, seq, `the checkpoint does not speak of entry ${seq}`);
  return point;
}

/** The texts and the settings that a shopper had before them are those that the record names by a hash. */
async function checkShown({ texts, settings } = {}, { textHash, settingsHash }, seq) {
  const isNamed = async (text, hash) => text == null || toHex(await sha256(utf8(text))) === hash;
  must(await isNamed(texts, textHash), seq, "the texts are not those that the record names");
  must(await isNamed(settings, settingsHash), seq, "the settings are not those that the record names");
}

/** One record, the way from it to its entry's root, the entry, and the checkpoint that signs the entry. */
async function checkReceipt(file, expected) {
  const { shop, record, entry, fingerprint } = file;
  const sealed = JSON.parse(entry.body);
  const { seq } = sealed;
  must(toHex(await sha256(utf8(entry.body))) === entry.hash, seq, `entry ${seq} was altered`);
  must(sealed.kind === "records.sealed" && sealed.shop === shop, seq, `entry ${seq} sealed no records of ${shop}`);
  await checkPlace(file, sealed);
  const point = await checkSigned(file, seq);
  await checkKey(file, null, expected.key);
  must(!expected.shop || expected.shop === shop, null, `the receipt is not of ${expected.shop}`);
  const said = JSON.parse(record.text);
  await checkShown(file.shown, said, seq);
  const summary = `receipt ${said.id} of ${shop} is unaltered since ${point.at}: on ${said.at} a shopper allowed \
${namesOf(said.allowed)} (asked about ${namesOf(said.offered)}), through ${said.source}, \
place ${said.region ?? "unknown"}, rule ${said.model}. Fingerprint of the key: ${fingerprint}`;
  const head = { seq, hash: entry.hash };
  return { ok: true, entries: 1, head, fingerprint, checkpoints: 1, records: 1, summary };
}

async function checkCertificate({ format, body, publicKey, signature }, expected) {
  must(await isSigned(publicKey, body, signature), null, "the certificate was altered: its signature does not fit");
  const said = JSON.parse(body);
  must(said.format === format, null, "what was signed is no certificate");
  const fingerprint = toHex(await sha256(fromBase64(publicKey)));
  const trusted = !expected.key || expected.key.toLowerCase() === fingerprint;
  must(trusted, null, `wrong key: it was signed with ${fingerprint}`);
  const named = !expected.shop || toHex(await sha256(utf8(expected.shop))) === said.shopHash;
  must(named, null, `the certificate is not about ${expected.shop}`);
  const rows = Object.values(said.removed).reduce((sum, count) => sum + count, 0);
  const summary = `the shop with hash ${said.shopHash} was erased at ${said.at}, ${rows} rows in all. \
Fingerprint of the key: ${fingerprint}`;
  return { ok: true, entries: said.head?.seq ?? 0, head: said.head, fingerprint, checkpoints: 0, records: 0, summary };
}

/** The certificate of a request; with the store's bundle also that the chain names it, and what it names. */
async function checkRequestCertificate({ format, body, publicKey, signature }, expected) {
  must(await isSigned(publicKey, body, signature), null, "the certificate was altered: its signature does not fit");
  const { evidence, ...said } = JSON.parse(body);
  must(said.format === format, null, "what was signed is no certificate");
  const fingerprint = toHex(await sha256(fromBase64(publicKey)));
  must(
    !expected.key || expected.key.toLowerCase() === fingerprint,
    null,
    `wrong key: it was signed with ${fingerprint}`,
  );
  must(!expected.shop || expected.shop === said.shop, null, `the certificate is not of ${expected.shop}`);
  if (expected.bundle) await checkNamed(expected.bundle, { body, evidence, fingerprint, ...said });
  const summary = `request ${said.request} to ${said.shop} (${said.kind}) of ${said.received} ended as \
${said.outcome || said.status} at ${said.closed}${expected.bundle ? ", as the chain says" : ""}. \
Fingerprint of the key: ${fingerprint}`;
  return { ok: true, entries: evidence.seq, head: evidence, fingerprint, checkpoints: 0, records: 0, summary };
}

/** The bundle holds, is signed by the same key, has the entry that the certificate names, and one that names it. */
async function checkNamed(text, { body, evidence, fingerprint, shop, request }) {
  const bundle = parse(text);
  const { fingerprint: other } = await checkBundle(bundle, { shop });
  must(other === fingerprint, null, "the bundle was signed with another key than the certificate");
  must(bundle.entries[evidence.seq - 1]?.hash === evidence.hash, evidence.seq, "the chain has another entry there");
  const hash = toHex(await sha256(utf8(body)));
  const names = ({ kind, facts, ...entry }) =>
    kind === "request.certificate-issued" && entry.request === request && facts.sha256 === hash;
  must(
    bundle.entries.some((entry) => names(JSON.parse(entry.body))),
    null,
    "the chain does not name this certificate",
  );
}

/** For a file that is not even JSON any more: each entry has a line of its own, so the first unreadable one is named. */
function findDamage(text) {
  const outside = new Broken(null, "the file was altered outside its entries: it cannot be read any more");
  const [opening, ...lines] = text.split("\n");
  if (!opening.endsWith('"entries":[')) return outside;
  for (const [index, line] of lines.entries()) {
    if (line.startsWith("]")) return outside;
    try {
      JSON.parse(line.replace(/,$/, ""));
    } catch {
      return new Broken(index + 1, `entry ${index + 1} was altered: it cannot be read any more`);
    }
  }
  return new Broken(lines.length + 1, `entry ${lines.length + 1} is missing: the file ends before it`);
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw findDamage(text);
  }
}

/** What each format is checked by. */
const CHECKS = {
  "candor-evidence/1": checkBundle,
  "candor-receipt/1": checkReceipt,
  "candor-certificate/1": checkCertificate,
  "candor-request-certificate/1": checkRequestCertificate,
};

/** Checks the text of a bundle, receipt or certificate. `verify.d.mts` describes what goes in and comes out. */
export async function verify(text, expected = {}) {
  if (!globalThis.crypto?.subtle) throw new Error("WebCrypto is missing: use Node 20 or newer, or a page on https");
  try {
    const file = parse(text);
    const isKnown = Object.hasOwn(CHECKS, String(file.format));
    must(isKnown, null, "this is no Candor evidence bundle, receipt or certificate, or of a later version");
    return await CHECKS[file.format](file, expected);
  } catch (error) {
    if (error.name === "NotSupportedError") throw new Error("Ed25519 is missing: use a newer program");
    const problem = error instanceof Broken ? error.message : "the file is damaged";
    return { ok: false, seq: error.seq ?? null, problem };
  }
}

/** The command line: exit code 0 when everything holds, 1 when something does not, 2 when it could not be checked. */
async function main([path, ...options]) {
  const option = (name) => (options.includes(name) ? options[options.indexOf(name) + 1] : undefined);
  const [seq, hash] = option("--head")?.split(":") ?? [];
  const files = "node:fs/promises"; // a name, so that bundlers for browsers leave it alone
  const { readFile } = await import(/* @vite-ignore */ files);
  const text = await readFile(path, "utf8");
  const bundle = option("--bundle") && (await readFile(option("--bundle"), "utf8"));
  const expected = { key: option("--key"), shop: option("--shop"), head: seq && { seq: Number(seq), hash }, bundle };
  const verdict = await verify(text, expected);
  if (!verdict.ok) return [1, `BROKEN: ${verdict.problem}`];
  return [0, `OK: ${verdict.summary}${expected.key ? "" : " (compare it with the one you were given: --key)"}`];
}

if (/[\\/]verify\.mjs$/.test(globalThis.process?.argv?.[1] ?? "")) {
  main(process.argv.slice(2))
    .catch((error) => [2, `Could not check: ${error.message}`])
    .then(([code, line]) => {
      console.log(line);
      process.exitCode = code;
    });
}
