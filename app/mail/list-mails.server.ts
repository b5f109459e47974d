import { prisma } from "../db/database.server.ts";
import { settings } from "../env.server.ts";
import { cutPage, walksBack, type Page, type Turn } from "../paging/keyset.ts";
import { mask } from "../vault/identity.ts";
import { readSubjects } from "../vault/subjects.server.ts";
import { openContent } from "./mail-key.server.ts";
import type { MailRow, MailState } from "./mail-row.ts";
import type { MailStatus } from "./mail-status.ts";
import { isTemplate } from "./templates.ts";

const PAGE = 20;
/** What a person should look at: it failed, or was refused and could be tried again. */
const TROUBLED = [{ status: "queued", cause: { not: null } }, { status: "rejected" }];

/** Which mails are wanted. */
interface Wanted {
  /** Only those that failed or were refused. */
  isTroubled?: boolean;
  request?: string;
  turn?: Turn;
  limit?: number;
}

/** A page of a store's mails, newest first. Of a recipient it says no more than a masked address. */
export async function listMails(shop: string, wanted: Wanted = {}): Promise<Page<MailRow>> {
  const { isTroubled = false, request, turn, limit = PAGE } = wanted;
  const order = walksBack(turn) ? ("asc" as const) : ("desc" as const);
  const found = await prisma().mailMessage.findMany({
    where: {
      AND: [{ shop, ...(request !== undefined && { request }) }, isTroubled ? { OR: TROUBLED } : {}, beyond(turn)],
    },
    orderBy: [{ createdAt: order }, { id: order }],
    take: limit + 1,
  });
  const page = cutPage(found, turn, limit, ({ createdAt, id }) => ({ at: createdAt, id }));
  const people = await readSubjects(
    shop,
    page.rows.flatMap(({ subject }) => subject ?? []),
  );
  const emailOf = (subject: string | null) => (subject === null ? undefined : people.get(subject)?.email);
  return { ...page, rows: await Promise.all(page.rows.map((row) => toRow(shop, row, emailOf(row.subject)))) };
}

type Found = Awaited<ReturnType<ReturnType<typeof prisma>["mailMessage"]["findMany"]>>[number];

/** The address as it was written down while the mail waits; afterwards the person's own, for mails to persons. */
async function toRow(shop: string, row: Found, email: string | undefined): Promise<MailRow> {
  const { id, template, language, cause, attempts, createdAt, doneAt, request, sealedContent } = row;
  const status = row.status as MailStatus;
  const content = sealedContent ? await openContent(shop, id, sealedContent) : undefined;
  const address = content ? content.to : isForPerson(template) ? email : undefined;
  return {
    ...{ id, language, status, cause, attempts, createdAt, doneAt, request },
    template: isTemplate(template) ? template : "test",
    to: address == null ? null : mask("email", address),
    canRetry: content !== undefined && (status === "rejected" || (status === "queued" && cause !== null)),
  };
}

const isForPerson = (template: string) => isTemplate(template) && template !== "processor-errand";

function beyond(turn: Turn) {
  if (!turn) return {};
  if (walksBack(turn)) {
    const { at, id } = turn.before;
    return { OR: [{ createdAt: { gt: at } }, { createdAt: at, id: { gt: id } }] };
  }
  const { at, id } = turn.after;
  return { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] };
}

/** Whether a store's mails go, and how many need a look. */
export async function readMailState(shop: string): Promise<MailState> {
  const [waiting, refused] = await Promise.all([
    prisma().mailMessage.count({ where: { shop, status: "queued", cause: { not: null } } }),
    prisma().mailMessage.count({ where: { shop, status: "rejected", sealedContent: { not: null } } }),
  ]);
  return { hasServer: settings().mail !== undefined, waiting, refused };
}
