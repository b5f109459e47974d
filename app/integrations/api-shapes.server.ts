import { z } from "zod";
import { LAW_IDS } from "../law/laws.ts";
import { REQUEST_KINDS, REQUEST_OUTCOMES, REQUEST_SOURCES, REQUEST_STATUSES } from "../law/requests.ts";

const moment = z.iso.datetime();

/** A request, as a store's tools read it. */
export const API_REQUEST = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(REQUEST_KINDS),
    source: z.enum(REQUEST_SOURCES),
    status: z.enum(REQUEST_STATUSES),
    law: z.enum(LAW_IDS as [string, ...string[]]),
    receivedAt: moment,
    deadline: moment,
    closedAt: moment.nullable(),
    person: z.string().nullable().describe("Masked; null once the person is erased."),
    isFailing: z.boolean().describe("Whether one of its systems failed the last time it was tried."),
  })
  .meta({ id: "Request" });

/** The same with its outcome and its systems. */
export const API_REQUEST_DETAIL = z
  .strictObject({
    ...API_REQUEST.shape,
    outcome: z.enum(REQUEST_OUTCOMES).nullable(),
    systems: z.array(
      z.strictObject({
        system: z.string(),
        status: z.string(),
        result: z.string().nullable(),
        cause: z.string().nullable().describe("Why it failed or waits, in plain words."),
        nextTryAt: moment.nullable(),
        doneAt: moment.nullable(),
      }),
    ),
    hasCertificate: z.boolean(),
  })
  .meta({ id: "RequestDetail" });

/** A page of requests. */
export const API_PAGE = z
  .strictObject({
    requests: z.array(API_REQUEST),
    next: z.string().nullable().describe("Give it as `after` for the next page; null on the last."),
  })
  .meta({ id: "RequestPage" });

/** What went wrong (RFC 9457). */
export const API_PROBLEM = z
  .strictObject({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe("What to do, for a person."),
  })
  .meta({ id: "Problem" });
