import { createHash } from "node:crypto";

// The prefixes keep a leaf from being passed off as an inner node and the other way round.
const LEAF = Buffer.of(0x00);
const NODE = Buffer.of(0x01);

/** The hash of one leaf: SHA-256(0x00 ‖ data). Source: RFC 6962, section 2.1. */
export function leafHash(data: Buffer): Buffer {
  return createHash("sha256").update(LEAF).update(data).digest();
}

/** The Merkle tree hash over leaf hashes; SHA-256 of nothing for no leaves. Source: RFC 6962, section 2.1. */
export function treeHash(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return createHash("sha256").digest();
  if (leaves.length === 1) return only;
  const half = splitPoint(leaves.length);
  return nodeHash(treeHash(leaves.slice(0, half)), treeHash(leaves.slice(half)));
}

/**
 * The hashes with which somebody who knows only the leaf at `index` computes the root, from the leaf upwards: proof
 * that one record is in a batch without showing the others. Source: RFC 6962, section 2.1.1.
 *
 * @throws RangeError when there is no such leaf
 */
export function inclusionProof(leaves: readonly Buffer[], index: number): Buffer[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError("there is no such leaf");
  if (leaves.length === 1) return [];
  const half = splitPoint(leaves.length);
  const left = leaves.slice(0, half);
  const right = leaves.slice(half);
  return index < half
    ? [...inclusionProof(left, index), treeHash(right)]
    : [...inclusionProof(right, index - half), treeHash(left)];
}

/** A claim that `leaf` (a leaf hash) stands at `index` of a tree with `size` leaves. */
export type Inclusion = { leaf: Buffer; index: number; size: number; proof: readonly Buffer[] };

/** Whether the claim holds for the tree with this root. Source: RFC 6962, section 2.1.1; RFC 9162, section 2.1.3.2. */
export function verifyInclusion(root: Buffer, claim: Inclusion): boolean {
  const { leaf, index, size, proof } = claim;
  if (!Number.isInteger(index) || index < 0 || index >= size) return false;
  return rootFrom(leaf, index, size, [...proof])?.equals(root) ?? false;
}

/** Follows the tree's own shape from the root down to the leaf; `undefined` when the proof is too short or too long. */
function rootFrom(leaf: Buffer, index: number, size: number, proof: Buffer[]): Buffer | undefined {
  if (size === 1) return proof.length === 0 ? leaf : undefined;
  const sibling = proof.pop();
  if (sibling === undefined) return undefined;
  const half = splitPoint(size);
  if (index < half) {
    const left = rootFrom(leaf, index, half, proof);
    return left && nodeHash(left, sibling);
  }
  const right = rootFrom(leaf, index - half, size - half, proof);
  return right && nodeHash(sibling, right);
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash("sha256").update(NODE).update(left).update(right).digest();
}

/** The largest power of two smaller than `size`: how many leaves the left branch holds. */
function splitPoint(size: number): number {
  return 2 ** (31 - Math.clz32(size - 1));
}
