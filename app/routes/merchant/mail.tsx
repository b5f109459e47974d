import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { isMailLanguage, type MailLanguage } from "../../mail/languages.ts";
import { previewMail } from "../../mail/preview-mail.server.ts";
import { listOwnWordings, readSavedWording, saveWording, type Which } from "../../mail/save-wording.server.ts";
import { isTemplate } from "../../mail/templates.ts";
import { languageFor, languagesOf, standardWording } from "../../mail/texts.server.ts";
import { currentWording } from "../../mail/wordings.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { refuseRole } from "../../staff/refuse-role.server.ts";
import { MailPage } from "../../ui/mails/mail-page.tsx";
import type { EditorAnswer } from "../../ui/mails/editor-answer.ts";

export const meta: MetaFunction = () => [{ title: "Mail · Candor" }];

function whichOf(name: string | undefined, tag: string | null): Which {
  if (name === undefined || !isTemplate(name)) throw new Response(null, { status: 404 });
  return { template: name, language: languageFor(name, tag) };
}

/** A mail's text in one language, and how it looks. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop, locale } = await merchantRequest(request);
  const which = whichOf(params["template"], new URL(request.url).searchParams.get("language") ?? locale);
  const { template, language } = which;
  const [saved, current, own] = await Promise.all([
    readSavedWording(shop, which),
    currentWording(shop, template, language),
    listOwnWordings(shop),
  ]);
  const shown = saved.own ?? standardWording(template, language);
  return {
    ...{ template, language, saved, shown },
    isOutdated: current.isOutdated,
    languages: languagesOf(template),
    ownLanguages: own[template] ?? [],
    preview: await previewMail(shop, which, shown, { isFull: true, now: new Date() }),
  };
}

const LONGEST = 20_000;
const wording = { subject: z.string().max(LONGEST), body: z.string().max(LONGEST) };
const language = z.string().refine((tag): tag is MailLanguage => isMailLanguage(tag));
const version = z.coerce.number().int().min(0);
const asked = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("preview"), language, isFull: z.enum(["yes", "no"]), ...wording }),
  z.object({ intent: z.literal("save"), language, version, ...wording }),
  z.object({ intent: z.literal("revert"), language, version }),
]);

/** Shows a draft as a mail, keeps it, or goes back to the standard text. */
export async function action({ request, params }: ActionFunctionArgs): Promise<EditorAnswer> {
  const knock = await merchantRequest(request);
  const { shop, staff } = knock;
  const form = asked.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response(null, { status: 400 });
  const which = whichOf(params["template"], form.data.language);
  const now = new Date();
  if (form.data.intent === "preview")
    return {
      kind: "preview",
      preview: await previewMail(shop, which, form.data, { isFull: form.data.isFull === "yes", now }),
    };
  const refusal = await refuseRole(knock, "work");
  if (refusal) return { kind: "done", ...refusal };
  const text = form.data.intent === "save" ? { subject: form.data.subject, body: form.data.body } : null;
  const saved = await saveWording(shop, which, text, { version: form.data.version, staff, now });
  switch (saved.kind) {
    case "saved":
      return {
        kind: "done",
        ok: true,
        message: text ? "Saved. The next mails use this text." : "The standard text is back",
      };
    case "changed":
      return {
        kind: "done",
        ok: false,
        message: "Somebody else changed this text meanwhile. Reload the page to see it.",
      };
    case "problems":
      return { kind: "preview", preview: saved };
  }
}

/** The editor of one mail. */
export default function Mail() {
  const data = useLoaderData<typeof loader>();
  return <MailPage key={`${data.template} ${data.language} ${String(data.saved.version)}`} {...data} />;
}
