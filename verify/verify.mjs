/**
 * Checks a Candor evidence bundle or erasure certificate. One file, no dependencies, no network; needs Node 20 or newer:
 *
 *     node verify.mjs bundle.json [--key <fingerprint>] [--head <number>:<hash>]
 *     node verify.mjs certificate.json [--key <fingerprint>] [--shop <name>.myshopify.com]
 *
 * It answers one question: is this the complete record that was written, without one letter changed since? Four ideas:
 *
 *  1. A SHA-256 hash is a fingerprint of a text: change one bit, and it is another.
 *  2. Each entry holds the hash of the entry before it. Whoever changes, removes, adds or moves an entry has to rewrite
 *     every later one, up to the last.
 *  3. The last entry's hash is signed with the shop's Ed25519 key, and so are checkpoints on the way. Without the key
 *     nobody can sign a rewritten end.
 *  4. Records that come in great numbers are hashed together into one "Merkle root" (RFC 6962), which is an entry.
 *
 * What only YOU can add: compare the key's fingerprint (--key) and, if you noted one earlier, an end (--head) with what
 * you were given by another way. Otherwise a forger could make a whole new bundle with a key of their own.
 *
 * Texts are hashed exactly as they stand in the file and read only afterwards. The dashboard runs this same file in the
 * browser, which is why it uses nothing but WebCrypto.
 */

/** A finding: which entry is broken (null: none can be named), and how. */
class Broken extends Error {
  constructor(seq, message) {
    super(message);
    this.seq = seq;
  }
}
const must = (holds, seq, message) => {
  if (!holds) throw new Broken(seq, message);
};

const NOTHING_BEFORE = "0".repeat(64);
const utf8 = (text) => new TextEncoder().encode(text);
const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const fromHex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

function fromBase64(text) {
  const binary = atob(text);
  if (btoa(binary) !== text) throw new Error("not the one way to write these bytes"); // else bits could hide in the end
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** Whether `signature` (base64) is the key's signature over exactly this text. Source: RFC 8032. */
async function isSigned(publicKey, text, signature) {
  const key = await crypto.subtle.importKey("raw", fromBase64(publicKey), "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", key, fromBase64(signature), utf8(text));
}

/** Step 1: every entry has the text that was hashed, the next number, and the hash of the entry before it. */
async function checkEntries(bundle) {
  const { entries, shop } = bundle;
  const bodies = [];
  for (const [index, { body: text, hash }] of entries.entries()) {
    const seq = index + 1;
    must(typeof text === "string" && toHex(await sha256(utf8(text))) === hash, seq, `entry ${seq} was altered`);
    const body = JSON.parse(text);
    // Two entries with one number: the one that the next entry does not build upon was put in.
    must(body.seq !== seq - 1, seq - 1, `entry ${seq - 1} stands here twice: one of the two was put in`);
    must(body.seq === seq, seq, `entry ${seq} is missing or moved: in its place stands entry ${body.seq}`);
    must(body.v === 1 && body.shop === shop, seq, `entry ${seq} is not an entry of ${shop}`);
    if (body.prev !== (index === 0 ? NOTHING_BEFORE : entries[index - 1].hash)) {
      // Which of the two was rewritten? What comes next (or the signed end) vouches for one hash of this entry.
      const vouched = index + 1 < entries.length ? JSON.parse(entries[index + 1].body).prev : bundle.head.hash;
      const rewritten = vouched === hash && index > 0 ? seq - 1 : seq;
      throw new Broken(rewritten, `entry ${rewritten} was rewritten: the entry after it was made for another text`);
    }
    bodies.push(body);
  }
  return bodies;
}

/** Step 2: the chain ends where the bundle says it ends, so nothing was cut off. */
function checkEnd({ entries, head }) {
  const [found, end] = [entries.length, head.seq];
  must(found >= end, found + 1, `entry ${found + 1} is missing: the chain was cut off before its end, entry ${end}`);
  must(found === end, end + 1, `entry ${end + 1} stands after the end of the chain`);
  const last = found === 0 ? NOTHING_BEFORE : entries[found - 1].hash;
  must(last === head.hash, end, `entry ${end} is not the one with which the chain ended`);
}

/** Step 3: the key is the one that the chain's first entry names, and, if you gave one, the one you expect. */
async function checkKey({ publicKey, fingerprint }, first, expected) {
  must(!first || first.kind === "chain.started", 1, "entry 1 does not start a chain");
  must(!first || first.facts.publicKey === publicKey, 1, "the key is not the one that entry 1 names");
  must(toHex(await sha256(fromBase64(publicKey))) === fingerprint, 1, "the fingerprint is not that of the key");
  must(expected === undefined || expected === fingerprint, 1, `wrong key: the fingerprint here is ${fingerprint}`);
}

/** Step 4: each checkpoint is signed, and the entry it speaks of is still the same. */
async function checkCheckpoints({ checkpoints, entries, publicKey, shop }) {
  for (const [index, { text, signature }] of checkpoints.entries()) {
    const point = JSON.parse(text);
    const which = `the checkpoint at entry ${point.seq} (number ${index + 1} in the file)`;
    must(await isSigned(publicKey, text, signature), point.seq, `${which} was altered: its signature is wrong`);
    must(point.format === "candor-checkpoint/1" && point.shop === shop, point.seq, `${which} is not of ${shop}`);
    must(entries[point.seq - 1]?.hash === point.hash, point.seq, `entry ${point.seq} or one before it was rewritten`);
  }
}

/** Step 5: the records that an entry sealed still give the root that the entry names. Returns how many there are. */
async function checkRecords({ records }, bodies) {
  let count = 0;
  for (const { seq, leaves } of records) {
    const sealed = bodies[seq - 1];
    must(sealed?.kind === "records.sealed", seq, `entry ${seq} seals no records, yet the bundle has records for it`);
    must(leaves.length === sealed.facts.count, seq, `entry ${seq} sealed ${sealed.facts.count} records, not as many`);
    const canonical = leaves.every(({ salt }) => /^([0-9a-f]{2})*$/.test(salt));
    must(canonical && (await merkleRoot(leaves)) === sealed.facts.root, seq, `a record that entry ${seq} sealed was altered`);
    count += leaves.length;
  }
  return count;
}

/** RFC 6962, section 2.1: a leaf is hashed after a byte 0, a pair after a byte 1; an odd one moves up as it is. */
async function merkleRoot(leaves) {
  let row = [];
  for (const { salt, text } of leaves) row.push(await sha256(Uint8Array.of(0, ...fromHex(salt), ...utf8(text))));
  while (row.length > 1) {
    const above = [];
    for (let i = 0; i < row.length; i += 2)
      above.push(i + 1 < row.length ? await sha256(Uint8Array.of(1, ...row[i], ...row[i + 1])) : row[i]);
    row = above;
  }
  return toHex(row[0] ?? (await sha256(new Uint8Array())));
}

/** Step 6: the shop's key signed this end and these numbers of things, and the bundle has just those. */
async function checkStatement(bundle) {
  const { shop, exportedAt, head, entries, records, checkpoints, statement, signature, publicKey } = bundle;
  must(await isSigned(publicKey, statement, signature), head.seq, `the signature does not cover an end at entry ${head.seq}`);
  const signed = JSON.parse(statement);
  const counts = signed.counts;
  const same =
    signed.format === bundle.format && signed.shop === shop && signed.exportedAt === exportedAt &&
    signed.head.seq === head.seq && signed.head.hash === head.hash && counts.entries === entries.length &&
    counts.records === records.length && counts.checkpoints === checkpoints.length;
  must(same, head.seq, "the bundle does not hold what its signature covers");
}

/** For a file that is not even JSON any more: every entry has a line of its own, so the first unreadable one is named. */
function findDamage(text) {
  const [opening = "", ...lines] = text.split("\n");
  for (const [index, line] of opening.endsWith('"entries":[') ? lines.entries() : []) {
    if (line.startsWith("]")) break;
    try {
      JSON.parse(line.replace(/,$/, ""));
    } catch {
      return new Broken(index + 1, `entry ${index + 1} was altered: it cannot be read any more`);
    }
  }
  return new Broken(null, "the file was altered outside its entries: it cannot be read any more");
}

async function verifyCertificate(file, expected) {
  const { body, publicKey, signature } = file;
  must(await isSigned(publicKey, body, signature), null, "the certificate was altered: its signature is wrong");
  const { format, shopHash, at, removed } = JSON.parse(body);
  must(format === file.format, null, "the signed text is no certificate");
  const fingerprint = toHex(await sha256(fromBase64(publicKey)));
  must(expected.key === undefined || expected.key === fingerprint, null, `wrong key: the fingerprint is ${fingerprint}`);
  const shop = expected.shop && toHex(await sha256(utf8(expected.shop)));
  must(shop === undefined || shop === shopHash, null, `this certificate is not about ${expected.shop}`);
  const rows = Object.values(removed).reduce((sum, count) => sum + count, 0);
  const summary = `The shop with hash ${shopHash} was erased at ${at}: ${rows} rows. Key ${fingerprint}.`;
  return { ok: true, fingerprint, summary };
}

async function verifyChain(bundle, expected) {
  const bodies = await checkEntries(bundle);
  checkEnd(bundle);
  await checkKey(bundle, bodies[0], expected.key);
  await checkCheckpoints(bundle);
  const records = await checkRecords(bundle, bodies);
  await checkStatement(bundle);
  const { shop, head, fingerprint, exportedAt, entries, checkpoints } = bundle;
  const noted = expected.head;
  must(!noted || entries[noted.seq - 1]?.hash === noted.hash, noted?.seq, `entry ${noted?.seq} is not the one you noted`);
  const summary =
    `The record of ${shop} is complete and unaltered up to ${exportedAt}: entries 1 to ${head.seq}, ` +
    `${checkpoints.length} checkpoints, ${records} sealed records. Ends with ${head.seq}:${head.hash}. Key ${fingerprint}.`;
  return { ok: true, entries: head.seq, head, fingerprint, checkpoints: checkpoints.length, records, summary };
}
