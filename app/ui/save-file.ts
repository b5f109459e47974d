/**
 * Fetches a file and gives it to the browser to save. A plain link cannot do it: inside Shopify admin the session token
 * travels in a header, which App Bridge adds to `fetch`. "gone" when the file is no longer there, "refused" for whose
 * role does not let them. Throws on any other answer.
 */
export async function saveFile(url: string): Promise<"saved" | "gone" | "refused"> {
  const answer = await fetch(url);
  if (answer.status === 410) return "gone";
  if (answer.status === 403) return "refused";
  if (!answer.ok) throw new Error(`answered ${String(answer.status)}`);
  const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "download";
  const href = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
  // the browser reads the blob after this turn
  setTimeout(() => {
    URL.revokeObjectURL(href);
  }, 60_000);
  return "saved";
}
