/** A number of bytes for people: "812 bytes", "4.2 KB", "17 MB". */
export function byteText(bytes: number): string {
  if (bytes < 1_000) return `${String(bytes)} bytes`;
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, "KB"] : [bytes / 1_000_000, "MB"];
  return `${size < 10 ? size.toFixed(1) : String(Math.round(size))} ${unit}`;
}
