import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { settings } from "../../env.server.ts";
import { listMails, readMailState } from "../../mail/list-mails.server.ts";
import { retryMail } from "../../mail/retry-mail.server.ts";
import { listOwnWordings } from "../../mail/save-wording.server.ts";
import { sendTest } from "../../mail/send-test.server.ts";
import { chooseSender, readSender } from "../../mail/sender.server.ts";
import { readTurn } from "../../paging/keyset.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { refuseRole } from "../../staff/refuse-role.server.ts";
import type { Answer } from "../../ui/answer.ts";
import { MailsPage } from "../../ui/mails/mails-page.tsx";

export const meta: MetaFunction = () => [{ title: "Mails · Candor" }];

/** The outbox, as whom the store writes, and which texts it wrote itself. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await merchantRequest(request);
  const { searchParams } = new URL(request.url);
  const isTroubled = searchParams.get("show") === "troubled";
  const turn = readTurn(searchParams.get("after"), searchParams.get("before"));
  const [state, page, sender, own] = await Promise.all([
    readMailState(shop),
    listMails(shop, { isTroubled, turn }),
    readSender(shop, new Date()),
    listOwnWordings(shop),
  ]);
  return { state, isTroubled, page, sender, own, from: settings().mail?.from ?? null };
}

const orNull = (text: string) => text.trim() || null;
const asked = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("retry"), mail: z.uuid() }),
  z.object({ intent: z.literal("test") }),
  z.object({
    intent: z.literal("sender"),
    name: z.string().max(200).transform(orNull),
    contact: z.string().max(300).transform(orNull),
  }),
]);

/** Tries a mail again, sends a test, or changes as whom the store writes. */
export async function action({ request }: ActionFunctionArgs): Promise<Answer> {
  const knock = await merchantRequest(request);
  const { shop, locale } = knock;
  const form = asked.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  const refusal = await refuseRole(knock, form.data.intent === "sender" ? "rule" : "work");
  if (refusal) return refusal;
  switch (form.data.intent) {
    case "retry":
      return (await retryMail(shop, form.data.mail)) === "retried"
        ? { ok: true, message: "Candor is trying again" }
        : { ok: false, message: "There is nothing left to send" };
    case "test":
      return test(shop, locale);
    case "sender":
      return (await chooseSender(shop, form.data)) === "kept"
        ? { ok: true, message: "Saved" }
        : { ok: false, message: "This is not one e-mail address" };
  }
}

async function test(shop: string, locale: string): Promise<Answer> {
  if (!settings().mail) return { ok: false, message: "No mail server is set up" };
  const now = new Date();
  const { contact } = await readSender(shop, now);
  if (contact === null) return { ok: false, message: "Set a contact address first" };
  return (await sendTest(shop, locale, now)) === "queued"
    ? { ok: true, message: "A test mail is on its way to your contact address" }
    : { ok: false, message: "A test went a moment ago. Wait a minute for the next." };
}

/** The mails page. */
export default function Mails() {
  return <MailsPage {...useLoaderData<typeof loader>()} />;
}
