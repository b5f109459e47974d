import { prisma } from "../db/database.server.ts";
import { answerErrand, openErrand } from "./answer-errand.server.ts";
import { isReading, type ErrandAct, type ErrandFile } from "./errand.ts";
import { ANSWERS, type Answer } from "./progress.ts";
import { readProcessor } from "./list-processors.server.ts";
import { replyPage, thanksPage, unknownPage } from "./reply-page.ts";
import { wordOf } from "./word.ts";
import { safeFileName } from "../package/safe-file-name.ts";

/** The largest file that a processor may hand over (bytes). */
export const LARGEST_FILE = 10 * 1024 * 1024;
const LONGEST_NOTE = 2_000;
const TOO_LARGE = "The file is larger than 10 MB. Send a smaller one, or only tell us.";

/** A page and its status. */
export interface Page {
  status: number;
  html: string;
}

/** The page behind a reply link: what was asked, and how to say what became of it. Looking at it changes nothing. */
export async function showReply(token: string, now: Date, problem = ""): Promise<Page> {
  const errand = await openErrand(token, now);
  if (!errand) return { status: 404, html: unknownPage() };
  const { shop, processor, act, request } = errand;
  const [named, facts] = await Promise.all([
    readProcessor(shop, processor),
    prisma().mailSettings.findUnique({ where: { shop }, select: { senderName: true, storeName: true } }),
  ]);
  // as the mail was signed that the link came with
  const store = facts?.senderName ?? facts?.storeName ?? shop;
  const html = replyPage({ store, processor: named?.name ?? processor, act, reference: request.slice(0, 8), problem });
  return { status: problem === "" ? 200 : 400, html };
}

/** Takes the form of that page. Undefined for `form`: it was larger than can be taken. */
export async function takeReply(token: string, form: FormData | undefined, now: Date): Promise<Page> {
  const errand = await openErrand(token, now);
  if (!errand) return { status: 404, html: unknownPage() };
  const read = form ? await readForm(form, errand.act) : TOO_LARGE;
  if (typeof read === "string") return showReply(token, now, read);
  const { answer, note, file } = read;
  const items = { ...wordOf(note, now.toISOString()), files: file ? [file] : [] };
  const isKept = await answerErrand(token, { answer, items }, now);
  return isKept ? { status: 200, html: thanksPage() } : { status: 404, html: unknownPage() };
}

interface Read {
  answer: Answer;
  note: string;
  file: ErrandFile | null;
}

/** The form as read, or what is wrong with it. */
async function readForm(form: FormData, act: ErrandAct): Promise<Read | string> {
  const answer = ANSWERS.find((known) => known === form.get("answer"));
  if (!answer) return "Choose one of the three answers.";
  const note = typed(form.get("note"));
  if (note.length > LONGEST_NOTE) return "Your note is longer than 2,000 characters. Shorten it, or send it as a file.";
  const sent = form.get("file");
  const file = sent instanceof Blob && sent.size > 0 ? sent : null;
  if (file !== null && file.size > LARGEST_FILE) return TOO_LARGE;
  if (answer === "done" && lacksCopy(act, note, file)) return "Attach the copy of the data, or write it into the note.";
  return { answer, note, file: file && (await fileOf(file)) };
}

function typed(field: FormDataEntryValue | null): string {
  return typeof field === "string" ? field.trim() : "";
}

function lacksCopy(act: ErrandAct, note: string, file: Blob | null): boolean {
  return isReading({ act }) && note === "" && file === null;
}

async function fileOf(sent: Blob): Promise<ErrandFile> {
  const type = /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(sent.type) ? sent.type : "application/octet-stream";
  const name = safeFileName("name" in sent && typeof sent.name === "string" ? sent.name : "");
  return { name, type, bytes: new Uint8Array(await sent.arrayBuffer()) };
}
