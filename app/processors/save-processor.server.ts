import { inTransaction, prisma } from "../db/database.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { whyNotCalled } from "../outbound/call-out.server.ts";
import { isWebhookSecret, newWebhookSecret } from "../outbound/sign-webhook.server.ts";
import type { ConnectorKind } from "./connectors.ts";
import { draftProblems, type DraftProblem, type ProcessorDraft, type Saved } from "./draft.ts";
import { isServiceAccount } from "./google-api.server.ts";
import { allProcessors } from "./list-processors.server.ts";
import { dataCentreOf } from "./mailchimp-api.server.ts";
import { slugFor, type Processor } from "./processor.ts";
import { sealContact, sealCredential } from "./target.server.ts";

/**
 * Keeps a processor as staff entered it: a new one, or a change. An empty credential leaves the one that is kept, unless
 * the way of asking changed. Every change is in the evidence (GDPR art. 28, 30(1)(d)). `by`: the pseudonym of who does it.
 */
export async function saveProcessor(
  shop: string,
  entered: ProcessorDraft,
  { by, now }: { by: string; now: Date },
): Promise<Saved> {
  const all = await allProcessors(shop);
  const before = all.find(({ id }) => id === entered.id);
  if (entered.id !== null && !before) return { kind: "unknown" };
  const keepsCredential = before?.connector === entered.connector && (await hasCredential(shop, before.id));
  const secret = needsSecret(entered, keepsCredential) ? newWebhookSecret() : null;
  const draft = secret === null ? entered : { ...entered, credential: secret };
  const problems = problemsOf(draft, keepsCredential);
  if (problems.length > 0) return { kind: "wrong", problems };
  const id = before?.id ?? newId(draft, all);
  const row = await rowOf(shop, id, draft, { before, keepsCredential });
  const facts = {
    ...{ processor: id, connector: draft.connector, acts: [...draft.acts], isActive: draft.isActive },
    staff: by,
  };
  await inTransaction(async (tx) => {
    await tx.processor.upsert({
      where: { shop_id: { shop, id } },
      create: { shop, id, addedAt: now, changedAt: now, ...row },
      update: { changedAt: now, ...row },
    });
    await appendEvidence(tx, shop, { kind: "processor.saved", at: now, facts });
  });
  return { kind: "saved", id, secret };
}

function needsSecret({ connector, credential }: ProcessorDraft, keepsCredential: boolean): boolean {
  return connector === "webhook" && credential === "" && !keepsCredential;
}

function newId({ vendor, name }: ProcessorDraft, all: readonly Processor[]): string {
  return slugFor(
    vendor ?? name,
    all.map(({ id }) => id),
  );
}

function problemsOf(draft: ProcessorDraft, keepsCredential: boolean): DraftProblem[] {
  const problems = draftProblems(draft, keepsCredential || draft.credential !== "");
  const { url } = draft.settings;
  const why = draft.connector === "webhook" && url !== undefined && url !== "" ? whyNotCalled(url) : null;
  if (why !== null) problems.push({ field: "url", why });
  const form = FORMS[draft.connector];
  if (draft.credential !== "" && !form.isRight(draft.credential)) problems.push({ field: "credential", why: form.why });
  return problems;
}

const NO_KEY = { isRight: () => false, why: "Nothing is called, so no key is needed." };

/** The form of each connector's credential; whether it is accepted shows the check of the connection. */
const FORMS: Readonly<Record<ConnectorKind, { isRight: (text: string) => boolean; why: string }>> = {
  webhook: { isRight: isWebhookSecret, why: 'A secret begins with "whsec_". Leave it empty, and one is made.' },
  klaviyo: {
    isRight: (text) => /^pk_\w{10,100}$/.test(text),
    why: 'A private API key of Klaviyo begins with "pk_".',
  },
  mailchimp: {
    isRight: (text) => dataCentreOf(text) !== undefined,
    why: 'A key of Mailchimp ends with its data centre, as "-us21".',
  },
  "google-analytics": { isRight: isServiceAccount, why: "This is not the JSON file of a service account’s key." },
  email: NO_KEY,
  "by-hand": NO_KEY,
};

async function hasCredential(shop: string, id: string): Promise<boolean> {
  return (await prisma().processor.count({ where: { shop, id, sealedCredentials: { not: null } } })) > 0;
}

async function rowOf(
  shop: string,
  id: string,
  draft: ProcessorDraft,
  { before, keepsCredential }: { before: Processor | undefined; keepsCredential: boolean },
) {
  const { name, connector, vendor, acts, settings, contact, credential, isActive } = draft;
  const isNew = credential !== "";
  const sealed = isNew ? await sealCredential(shop, id, credential) : null;
  const isOtherwise = before === undefined || isNew || JSON.stringify(before.settings) !== JSON.stringify(settings);
  return {
    ...{ name: name.trim(), connector, vendor, acts: [...acts], settings: JSON.stringify(settings), isActive },
    sealedContact: contact === "" ? null : await sealContact(shop, id, contact),
    ...((isNew || !keepsCredential) && { sealedCredentials: sealed }),
    // what was seen of the old settings says nothing of the new ones
    ...(isOtherwise && { checkedAt: null, cause: null }),
  };
}
