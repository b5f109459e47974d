import { inTransaction } from "../db/database.server.ts";
import { PlainProblem } from "../jobs/cause.ts";
import { mailState } from "../mail/mail-state.server.ts";
import { queueMail } from "../mail/queue-mail.server.ts";
import { mask } from "../vault/identity.ts";
import { byHand } from "./by-hand.ts";
import type { Connector, Visit } from "./connector.server.ts";
import { emailCourse } from "./email-course.ts";
import { done, isReading, type ErrandResult } from "./errand.ts";
import { openAnswer } from "./errand-answer.server.ts";
import { errandToken, replyUrl } from "./errand-token.server.ts";

/**
 * A processor that is asked by mail to its privacy contact, with a link behind which a person says what became of it
 * (GDPR art. 28(3)(e)). Repeats are harmless: each mail has a key in the outbox and goes once, and the link stays the
 * same. Nobody can look afterwards, so "done" is the processor's word, and is told as that.
 */
export const email: Connector = {
  async run(visit) {
    const { past, processor, contact } = visit;
    if (past.answer !== null) return afterAnswer(visit);
    if (contact === "")
      throw new PlainProblem(
        `${processor.name} has no privacy contact to write to. Enter one on the page of processors.`,
        {
          worthRetrying: false,
        },
      );
    const askedAt = past.askedAt ?? visit.now;
    const course = emailCourse({ askedAt, now: visit.now, dueAt: visit.errand.dueAt });
    const since = askedAt.toISOString().slice(0, 10);
    if (course.kind === "silent")
      return byHand(processor, visit.errand.act, `${processor.name} has not answered our mails since ${since}.`);
    await write(visit, await visit.noteRound(), course.number);
    await visit.noteAsked();
    const cause = `${processor.name} was asked by mail on ${since} and has not answered yet.`;
    return { status: "pending", checkAt: course.checkAt, cause };
  },

  check({ processor, contact }) {
    if (contact === "")
      return Promise.reject(
        new PlainProblem("Enter the mail address of the privacy contact.", { worthRetrying: false }),
      );
    return Promise.resolve(`${processor.name} will be asked at ${mask("email", contact)}. Nothing was sent now.`);
  },
};

async function write(visit: Visit, round: number, number: number): Promise<void> {
  const { shop, errand, processor, contact } = visit;
  const { request, act, identity, changes, dueAt, subject } = errand;
  const key = (mail: number) => `${request} processor ${processor.id} ${String(round)} ${String(mail)}`;
  const before = await mailState(shop, key(number === 0 ? 0 : number - 1));
  if (before?.status === "rejected") {
    // the next try begins anew: by then somebody has mended the address
    await visit.noteAnswer("refuted");
    throw new PlainProblem(`The mail to the privacy contact of ${processor.name} was refused. Check the address.`, {
      worthRetrying: false,
    });
  }
  const link = replyUrl(await errandToken(shop, request, processor.id));
  const facts = {
    ...{ kind: act, link, deadline: dueAt.toISOString(), processor: processor.name },
    ...{ email: identity.email, phone: identity.phone, customerId: identity.customerId },
    ...(changes && { changes: Object.entries(changes).map(([name, value]) => `${FIELDS[name] ?? name}: ${value}`) }),
  };
  await inTransaction(async (tx) => {
    const mail = { request, subject, to: contact, template: "processor-errand", language: null } as const;
    const queued = await queueMail(tx, shop, { ...mail, key: key(number), facts });
    if (queued === "no-address")
      throw new PlainProblem(`The address of the privacy contact of ${processor.name} is none. Enter another.`, {
        worthRetrying: false,
      });
  });
}

const FIELDS: Readonly<Record<string, string>> = {
  email: "e-mail address",
  phone: "telephone",
  firstName: "first name",
  lastName: "last name",
};

async function afterAnswer({ shop, errand, processor, past }: Visit): Promise<ErrandResult> {
  if (past.answer === "cannot")
    return {
      status: "refused",
      cause: `${processor.name} answers that it cannot do this. Its reason is with the request.`,
    };
  if (past.answer === "nothing-held") return done("nothing-held");
  return done(isReading(errand) ? "as-asked" : "unreadable", await openAnswer(shop, errand.request, processor.id));
}
