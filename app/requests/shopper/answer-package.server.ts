import { mask } from "../../vault/identity.ts";
import type { Download } from "../download-package.server.ts";
import { linkPath } from "../link-purpose.ts";
import { findLink } from "../links.server.ts";
import { downloadOwnPackage, readOffered, sendOpenLink, type Offered } from "../package-for-person.server.ts";
import type { PageAnswer } from "./answer-form.server.ts";
import { deadEnd, isOwnRequest, pressed, type Opened } from "./answer-links.server.ts";
import { formToken, isOurForm } from "./form-token.server.ts";
import { askMailboxPage, downloadPage, linkSentPage } from "./package-pages.ts";
import { pageReader } from "./page-reader.server.ts";
import { noticePage } from "./plain-pages.ts";
import type { Reader } from "./reader.ts";

/** How somebody comes to a package: by a link, which the mailbox has to confirm, or signed in as its person. */
interface Way {
  offered: Offered;
  isSignedIn: boolean;
}

async function wayTo({ knock, token, now }: Opened): Promise<Way | undefined> {
  const isSignedIn = await isOwnRequest(knock, token);
  const link = isSignedIn ? undefined : await findLink(knock.shop, { token, purposes: ["package", "status"], now });
  const request = isSignedIn ? token : link?.request;
  const offered = request === undefined ? undefined : await readOffered(knock.shop, request, now);
  return offered && { offered, isSignedIn };
}

/** The way to a package. */
export async function showPackage(opened: Opened): Promise<PageAnswer> {
  const { knock, request, token, now } = opened;
  const reader = await pageReader(knock, request);
  const way = await wayTo(opened);
  if (!way) return deadEnd(opened, reader);
  const action = linkPath(reader.path, "package", token);
  if (way.isSignedIn) {
    const fields = { token: await formToken(knock.shop, knock.customerId ?? "", now) };
    return { status: 200, page: downloadPage(reader, way.offered, { action, fields }) };
  }
  const email = masked(way.offered);
  return { status: 200, page: askMailboxPage(reader, way.offered, { email, action }) };
}

/** Mails the link that opens the package; a customer who is signed in as its person gets the package. */
export async function answerPackage(opened: Opened): Promise<PageAnswer | Download> {
  const { knock, request, now } = opened;
  const field = await pressed(request);
  const reader = await pageReader(knock, request, field("locale") || null);
  const way = await wayTo(opened);
  if (!way) return deadEnd(opened, reader);
  if (way.isSignedIn) {
    const isOurs = await isOurForm(knock.shop, knock.customerId ?? "", field("token"), now);
    return isOurs ? give(opened, reader, { request: way.offered.request }) : showPackage(opened);
  }
  if (way.offered.left <= 0) return gone(reader);
  await sendOpenLink(knock.shop, way.offered.request, now);
  return { status: 200, page: linkSentPage(reader, masked(way.offered)) };
}

/** The page behind the link that opens a package. Opening it does nothing: programs open links too. */
export async function showOpen(opened: Opened): Promise<PageAnswer> {
  const { knock, request, token, now } = opened;
  const reader = await pageReader(knock, request);
  const link = await findLink(knock.shop, { token, purposes: ["open-package"], now });
  const offered = link && (await readOffered(knock.shop, link.request, now));
  if (!offered) return deadEnd(opened, reader);
  const action = linkPath(reader.path, "open-package", token);
  return { status: 200, page: downloadPage(reader, offered, { action, fields: {} }) };
}

/** Gives the package, once. */
export async function answerOpen(opened: Opened): Promise<PageAnswer | Download> {
  const { knock, request, token, now } = opened;
  const field = await pressed(request);
  const reader = await pageReader(knock, request, field("locale") || null);
  const link = await findLink(knock.shop, { token, purposes: ["open-package"], now });
  return link ? give(opened, reader, { token }) : deadEnd(opened, reader);
}

async function give(
  { knock, now }: Opened,
  reader: Reader,
  proof: { token: string } | { request: string },
): Promise<PageAnswer | Download> {
  const download = await downloadOwnPackage(knock.shop, proof, now);
  return download === "gone" ? gone(reader) : download;
}

const gone = (reader: Reader): PageAnswer => ({ status: 410, page: noticePage(reader, "no-package") });
const masked = ({ email }: Offered) => mask("email", email ?? "");
