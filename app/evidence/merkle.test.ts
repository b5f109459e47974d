import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inclusionProof, leafHash, treeHash, verifyInclusion } from "./merkle.server.ts";

// The eight leaves, roots and paths of the reference implementation's tests
// (github.com/google/certificate-transparency, cpp/merkletree/merkle_tree_test.cc).
const LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"].map(
  (hex) => leafHash(Buffer.from(hex, "hex")),
);
const ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const PATHS = [
  { index: 0, size: 1, path: [] },
  {
    index: 0,
    size: 8,
    path: [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  },
  {
    index: 5,
    size: 8,
    path: [
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  },
  { index: 2, size: 3, path: ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"] },
  {
    index: 1,
    size: 5,
    path: [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  },
];

describe("known answers of Certificate Transparency", () => {
  test.each(ROOTS.map((root, size) => ({ root, size })))("the root over $size leaves", ({ root, size }) => {
    expect(treeHash(LEAVES.slice(0, size)).toString("hex")).toBe(root);
  });

  test.each(PATHS)("the path of leaf $index among $size", ({ index, size, path }) => {
    expect(inclusionProof(LEAVES.slice(0, size), index).map((hash) => hash.toString("hex"))).toEqual(path);
  });
});

const trees = fc
  .array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 70 })
  .map((data) => data.map((bytes) => leafHash(Buffer.from(bytes))));
const picked = trees.chain((leaves) => fc.tuple(fc.constant(leaves), fc.nat(leaves.length - 1)));

/** The list's item, where the test has seen to it that there is one. */
const item = (list: Buffer[], index: number) => list[index] ?? Buffer.alloc(0);

test("every leaf's proof leads to the root", () => {
  fc.assert(
    fc.property(picked, ([leaves, index]) => {
      const claim = { leaf: item(leaves, index), index, size: leaves.length, proof: inclusionProof(leaves, index) };
      expect(verifyInclusion(treeHash(leaves), claim)).toBe(true);
    }),
  );
});

test("a proof holds for no other leaf, and neither shortened nor lengthened", () => {
  fc.assert(
    fc.property(picked, fc.uint8Array({ minLength: 32, maxLength: 32 }), ([leaves, index], other) => {
      const proof = inclusionProof(leaves, index);
      const [root, size, leaf] = [treeHash(leaves), leaves.length, item(leaves, index)];
      expect(verifyInclusion(root, { leaf: Buffer.from(other), index, size, proof })).toBe(false);
      expect(verifyInclusion(root, { leaf, index, size, proof: [...proof, leaf] })).toBe(false);
      expect(proof.length > 0 && verifyInclusion(root, { leaf, index, size, proof: proof.slice(1) })).toBe(false);
      expect(verifyInclusion(root, { leaf, index: size, size, proof })).toBe(false);
      expect(verifyInclusion(root, { leaf, index: -1, size, proof })).toBe(false);
    }),
  );
});

test("another leaf, or another order, gives another root", () => {
  fc.assert(
    fc.property(picked, ([leaves, index]) => {
      const changed = leaves.with(index, leafHash(item(leaves, index)));
      expect(treeHash(changed).equals(treeHash(leaves))).toBe(false);
    }),
  );
  expect(treeHash(LEAVES).equals(treeHash(LEAVES.toReversed()))).toBe(false);
});

test("there is no proof for a leaf that is not there", () => {
  expect(() => inclusionProof(LEAVES, 8)).toThrow(RangeError);
  expect(() => inclusionProof([], 0)).toThrow(RangeError);
});
