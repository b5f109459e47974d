const LONGEST = 100;

/**
 * A file's name without anything that could lead elsewhere or deceive: no folders, no control or direction characters, no
 * leading dots, at most 100 characters, its ending kept. "file" when nothing remains.
 */
export function safeFileName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu, "")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(plain)?.[0] ?? "";
  const stem = plain
    .slice(0, Math.min(plain.length, LONGEST) - ending.length)
    // the second half of a character that was cut in two
    .replace(/[\uD800-\uDBFF]$/, "");
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem);
  return stem === "" || isDevice ? `file${ending}` : stem.trimEnd() + ending;
}
