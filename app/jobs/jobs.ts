/**
 * Every background job: its name and what it carries. Payloads hold ids only, never a person's data.
 * `shop` is "" for jobs that serve the whole installation.
 */
export interface JobPayloads {
  /** Does what a webhook delivery asks for. */
  "delivery.carry-out": { shop: string; delivery: string };
  /** Lets one system do its part of a request. */
  "request.task": { shop: string; request: string; system: string };
  /** The same for a system that is far away and slow: one long collection must not keep quick tasks waiting. */
  "request.task-elsewhere": { shop: string; request: string; system: string };
  /** Makes a request of a shopper's form. */
  "request.take-form": { shop: string; form: string };
  /** Reminds whoever has not proven their mailbox, or ends their request; with no request, finds those whose time it is. */
  "request.await-proof": { shop: string; request?: string };
  /** Destroys the key under which the last systems of an erasure knew whom it was about. */
  "request.forget": { shop: string; request: string };
  /** Takes up what waited for its time: tasks that are asked again, requests whose answer is due, lost tasks. */
  "request.wake": { shop: string };
  /** Reminds staff, ends pauses, lets go on what Shopify's waits kept back. */
  "request.tick": { shop: string };
  /** Writes the certificate of a request that has ended; with no request, of all that have none yet. */
  "request.certify": { shop: string; request?: string };
  /** Packs what was collected for an access request. */
  "request.pack": { shop: string; request: string };
  /** Mails the way to a package to whoever asked for it. */
  "request.offer-package": { shop: string; request: string };
  /** Searches for residue of persons whose rows are gone, destroys their keys, closes their requests. */
  "erasure.finish": { shop: string };
  /** Erases a store for good; `delivery` is the webhook that asked. */
  "shop.erase": { shop: string; delivery: string };
  /** Removes packages whose time is over. */
  "package.expire": { shop: string };
  /** Removes keys of deliveries that are carried out, and renews those of deliveries that wait. */
  "inbox.forget-keys": { shop: string };
  /** Seals new bulk records into each shop's chain and signs where the chains end. */
  "evidence.seal": { shop: string };
  /** Keeps partitions ahead of time, purges what is past its period, vacuums the embedded database. */
  "database.upkeep": { shop: string };
  /** Writes a shop's consent settings to where its storefront reads them. */
  "consent.publish": { shop: string };
  /** Has the banner follow a policy that was published: asks again what a wider use needs, names its hash. */
  "consent.follow-policy": { shop: string; number: number };
  /** Looks whether Shopify's copy of a store's policy is still what was published; with no shop, asks for it everywhere. */
  "policy.watch": { shop: string };
  /** Tells the stores' own addresses what changed. */
  "integration.send": { shop: string };
  /** Carries a store's retention rules out; with no shop, asks for a run of every store. */
  "retention.run": { shop: string };
  /** Opens the erasures of an approved run of a retention rule. */
  "retention.erase": { shop: string; run: string };
  /** Tells customers of a new version of the policy by mail. */
  "policy.announce": { shop: string; number: number };
  /** Looks where the links of a store's published policy lead; with no shop, asks for it everywhere. */
  "policy.check-links": { shop: string };
  /** Removes consent records whose period is over. */
  "consent.purge": { shop: string };
  /** Looks at what a store's storefront really does; with no shop, asks for a look at every store. */
  "consent.check-storefront": { shop: string };
  /** Sends a mail of the outbox. */
  "mail.send": { shop: string; message: string };
  /** Queues mails that waited for a mail server, removes keys of mails that went, purges old rows. */
  "mail.upkeep": { shop: string };
  /** Takes into a store's register what Shopify shows of it; with no shop, asks for a look at every store. */
  "register.read-shopify": { shop: string };
  /** Renews a store's offline token, which would expire unused; with no shop, asks for it everywhere. */
  "sessions.renew": { shop: string };
}

/** The name of a background job. */
export type JobName = keyof JobPayloads;

/** How a queue treats its jobs. Times in seconds. */
export interface JobRules {
  /** Tries before a job is given up and shown as failed for good. */
  retryLimit: number;
  /** First wait; each further wait is twice as long, with jitter. */
  retryDelay: number;
  retryDelayMax: number;
  /** A job without a sign of life for this long is taken from its worker. */
  heartbeatSeconds: number;
  /** A job may run this long. */
  expireInSeconds: number;
  /** A job that ended is forgotten after this long. */
  deleteAfterSeconds: number;
  /** Jobs of one worker that run at the same time. */
  concurrency: number;
  /** Jobs run each by itself, however long the others take; else in batches, which costs the database less. */
  isLong?: boolean;
  /** Of one worker's long jobs at most this many run at the same time for one group (`groupOf`). */
  perGroup?: number;
  /** "short": of the jobs with one singleton key only one waits at a time. */
  policy?: "short";
  /** A schedule in cron form (UTC); absent for jobs that something else starts. */
  cron?: string;
}

const ordinary = {
  retryLimit: 12,
  retryDelay: 2,
  retryDelayMax: 3600,
  heartbeatSeconds: 10,
  expireInSeconds: 3600,
  deleteAfterSeconds: 86_400,
  concurrency: 4,
} satisfies JobRules;

const housekeeping = { ...ordinary, retryLimit: 3, retryDelay: 30, concurrency: 1 } satisfies JobRules;

/** Each job's rules. Twelve tries with doubling waits up to an hour span about six hours. */
export const JOB_RULES: Readonly<Record<JobName, JobRules>> = {
  "delivery.carry-out": { ...ordinary },
  "request.task": { ...ordinary },
  // a system that hangs keeps two of the eight: the others go on
  "request.task-elsewhere": { ...ordinary, expireInSeconds: 6 * 3600, isLong: true, concurrency: 8, perGroup: 2 },
  "request.forget": { ...ordinary },
  "request.wake": { ...housekeeping, cron: "* * * * *" },
  "request.tick": { ...housekeeping, cron: "*/2 * * * *" },
  "request.certify": { ...housekeeping, cron: "* * * * *" },
  "request.take-form": { ...ordinary },
  "request.await-proof": { ...ordinary, policy: "short", cron: "*/5 * * * *" },
  "request.pack": { ...ordinary, concurrency: 3 },
  "request.offer-package": { ...ordinary },
  "erasure.finish": { ...ordinary, concurrency: 1 },
  "shop.erase": { ...ordinary, concurrency: 1, deleteAfterSeconds: 60 },
  "package.expire": { ...housekeeping, cron: "17 * * * *" },
  "inbox.forget-keys": { ...housekeeping, cron: "* * * * *" },
  "evidence.seal": { ...housekeeping, cron: "*/5 * * * *" },
  "database.upkeep": { ...housekeeping, cron: "41 3 * * *" },
  "consent.publish": { ...ordinary, concurrency: 1 },
  "consent.follow-policy": { ...ordinary, concurrency: 1 },
  "policy.watch": { ...housekeeping, concurrency: 2, policy: "short", cron: "31 5 * * *" },
  "integration.send": { ...housekeeping, cron: "* * * * *" },
  "retention.run": { ...ordinary, policy: "short", cron: "23 3 * * *" },
  "retention.erase": { ...ordinary, concurrency: 2 },
  "policy.announce": { ...ordinary, concurrency: 2 },
  "policy.check-links": { ...housekeeping, concurrency: 2, policy: "short", cron: "47 5 * * *" },
  "consent.purge": { ...housekeeping, cron: "11 2 * * *", expireInSeconds: 6 * 3600 },
  "consent.check-storefront": { ...housekeeping, concurrency: 2, policy: "short", cron: "7 5 * * *" },
  // an hour apart in the end: two days, as mail servers do among themselves (RFC 5321, section 4.5.4.1)
  "mail.send": { ...ordinary, retryLimit: 52, expireInSeconds: 300 },
  "mail.upkeep": { ...housekeeping, cron: "*/5 * * * *" },
  "register.read-shopify": { ...housekeeping, concurrency: 2, policy: "short", cron: "37 4 * * *" },
  "sessions.renew": { ...housekeeping, concurrency: 2, policy: "short", cron: "23 4 * * *" },
};

/** The queue for one system's part of a request. */
export function taskQueue(system: string): "request.task" | "request.task-elsewhere" {
  return system === "candor" ? "request.task" : "request.task-elsewhere";
}

/** Jobs of one group share a limit: of one store, and there of one system. */
export function groupOf(payload: { shop: string; system?: string }): string {
  return payload.system === undefined ? payload.shop || "-" : `${payload.shop} ${payload.system}`;
}

/** All job names. */
export const JOB_NAMES = Object.keys(JOB_RULES) as JobName[];

/** Whether a text from outside is the name of a job. */
export function isJobName(name: string): name is JobName {
  return Object.hasOwn(JOB_RULES, name);
}
