import { createHash } from "node:crypto";
import { z } from "zod";
import { PlainProblem } from "../jobs/cause.ts";
import { callOut, type Answered } from "../outbound/call-out.server.ts";
import type { Target } from "./connector.server.ts";
import { understandJson, understandStatus } from "./understand-status.server.ts";

const LISTS = z.object({ lists: z.array(z.object({ id: z.string().regex(/^[\w-]{1,40}$/), name: z.string() })) });
const MEMBER = z.looseObject({
  id: z.string(),
  email_address: z.string(),
  status: z.string(),
  merge_fields: z.record(z.string(), z.unknown()).optional(),
  tags: z.array(z.looseObject({ name: z.string() })).optional(),
  timestamp_opt: z.string().nullish(),
});

/** A member of an audience as Mailchimp answers it. https://mailchimp.com/developer/marketing/api/list-members/get-member-info/ */
export type MailchimpMember = z.infer<typeof MEMBER>;

/** The data centre at the end of a key ("…-us21"), which is part of the API's address; undefined for another text. */
export function dataCentreOf(key: string): string | undefined {
  return /^[A-Za-z0-9]{10,80}-([a-z]{2,4}\d{1,3})$/.exec(key)?.[1];
}

/**
 * Mailchimp as one store's key sees it: HTTP Basic with any name, at the key's own data centre.
 * https://mailchimp.com/developer/marketing/docs/fundamentals/
 */
export function mailchimpApi({ processor, credential }: Target, now: Date) {
  const who = processor.name;
  const centre = dataCentreOf(credential);
  if (centre === undefined)
    throw new PlainProblem(`The key of ${who} has not the form of a Mailchimp key, which ends like "-us21".`, {
      worthRetrying: false,
    });
  const call = async (
    method: "GET" | "POST" | "PATCH",
    path: string,
    { body, fine }: { body?: object; fine: readonly number[] },
  ): Promise<Answered> => {
    const answer = await callOut(who, {
      url: `https://${centre}.api.mailchimp.com/3.0${path}`,
      method,
      headers: {
        Authorization: `Basic ${Buffer.from(`candor:${credential}`).toString("base64")}`,
        ...(body && { "Content-Type": "application/json" }),
      },
      body: body && JSON.stringify(body),
    });
    understandStatus(who, answer, fine, now);
    return answer;
  };
  /** MD5 of the lower-case address is how Mailchimp names a member; no secret. */
  const memberPath = (list: string, email: string) =>
    `/lists/${list}/members/${createHash("md5").update(email.trim().toLowerCase()).digest("hex")}`;

  return {
    /** The account's audiences. https://mailchimp.com/developer/marketing/api/lists/get-lists-info/ */
    async lists(): Promise<{ id: string; name: string }[]> {
      const query = new URLSearchParams({ fields: "lists.id,lists.name", count: "1000" });
      const answer = await call("GET", `/lists?${query.toString()}`, { fine: [200] });
      return understandJson(who, answer.text, LISTS).lists;
    },
    /** A member of an audience, archived ones too; undefined when it knows nobody of this address. */
    async member(list: string, email: string): Promise<MailchimpMember | undefined> {
      const answer = await call("GET", memberPath(list, email), { fine: [200, 404] });
      return answer.status === 404 ? undefined : understandJson(who, answer.text, MEMBER);
    },
    /** Erases a member and what is known of them. https://mailchimp.com/developer/marketing/api/list-members/delete-list-member/ */
    async deletePermanently(list: string, email: string): Promise<void> {
      await call("POST", `${memberPath(list, email)}/actions/delete-permanent`, { fine: [204, 404] });
    },
    /** Changes a member. https://mailchimp.com/developer/marketing/api/list-members/update-list-member/ */
    async update(list: string, email: string, body: object): Promise<void> {
      await call("PATCH", memberPath(list, email), { body, fine: [200] });
    },
    /** Adds a tag to a member. https://mailchimp.com/developer/marketing/api/list-member-tags/ */
    async tag(list: string, email: string, name: string): Promise<void> {
      await call("POST", `${memberPath(list, email)}/tags`, {
        body: { tags: [{ name, status: "active" }] },
        fine: [204],
      });
    },
  };
}

/** Mailchimp as one store's key sees it. */
export type MailchimpApi = ReturnType<typeof mailchimpApi>;
