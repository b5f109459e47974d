import { pool } from "../db/database.server.ts";
import { settings } from "../env.server.ts";
import { checkServer } from "../mail/smtp.server.ts";
import type { Finding } from "./result.ts";

const CHECK = "mail";

/** Whether the mail server lets Candor in, and whether mails wait or were refused. */
export async function examineMail(): Promise<Finding[]> {
  return [await examineServer(), ...(await examineOutbox())];
}

async function examineServer(): Promise<Finding> {
  const server = settings().mail;
  if (!server) {
    const todo = "Set SMTP_URL and MAIL_FROM. Until then no mail about a request reaches anybody.";
    return { status: "warn", check: CHECK, what: "no mail server is set", todo };
  }
  const { hostname, protocol, searchParams } = new URL(server.serverUrl);
  const answer = await checkServer();
  if (answer !== "ok")
    return {
      status: "fail",
      check: CHECK,
      what: answer.cause.replace(/\.( See SMTP_URL\.)?$/, ""),
      todo: "See SMTP_URL.",
    };
  const what = `${hostname} lets Candor in`;
  if (protocol === "smtp:" && searchParams.get("ignoreTLS") === "true") {
    const todo = "Take ignoreTLS out of SMTP_URL: mails go through the network in clear.";
    return { status: "warn", check: CHECK, what: `${what}, but without TLS`, todo };
  }
  return { status: "ok", check: CHECK, what, todo: null };
}

async function examineOutbox(): Promise<Finding[]> {
  const { rows } = await pool().query<{ waiting: number; refused: number }>(
    `SELECT (count(*) FILTER (WHERE "status" IN ('queued', 'sending') AND "createdAt" < now() - interval '15 minutes'))::int AS waiting,
       (count(*) FILTER (WHERE "status" = 'rejected' AND "sealedContent" IS NOT NULL))::int AS refused
     FROM "MailMessage" WHERE "status" IN ('queued', 'sending', 'rejected')`,
  );
  const { waiting = 0, refused = 0 } = rows[0] ?? {};
  const findings: Finding[] = [];
  if (waiting > 0) {
    const todo = "See the causes on each store's page Mails.";
    findings.push({ status: "warn", check: CHECK, what: `${waiting} mail(s) wait for more than 15 minutes`, todo });
  }
  if (refused > 0) {
    const todo = "See each store's page Mails: an address may be wrong.";
    findings.push({ status: "warn", check: CHECK, what: `${refused} mail(s) were refused for good`, todo });
  }
  return findings;
}
