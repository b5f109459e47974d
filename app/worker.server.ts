import { askEachStore } from "./installation/ask-each-store.server.ts";
import { examineInstalled } from "./consent/examine-storefront.server.ts";
import { followPolicy } from "./consent/follow-policy.server.ts";
import { forgetSightings } from "./consent/keep-sightings.server.ts";
import { consentKeeper } from "./consent/personal-data.server.ts";
import { publishInstalled } from "./consent/publish-settings.server.ts";
import { purgeConsents } from "./consent/purge-consents.server.ts";
import { keepHouse } from "./db/keep-house.server.ts";
import { sealEverything } from "./evidence/seal-everything.server.ts";
import { carryOutDelivery, type DeliveryHandlers } from "./inbox/carry-out-delivery.server.ts";
import { forgetInboxKeys } from "./inbox/forget-keys.server.ts";
import { inboxKeeper } from "./inbox/personal-data.server.ts";
import { eraseShop } from "./installation/erase-shop.server.ts";
import { recordChanges } from "./installation/record-installation.server.ts";
import { allSteps } from "./jobs/each-by-itself.server.ts";
import type { JobHandlers } from "./jobs/run-jobs.server.ts";
import { readInstalledAtShopify } from "./register/read-shopify.server.ts";
import { registerKeeper } from "./register/personal-data.server.ts";
import { sendEvents } from "./integrations/send-events.server.ts";
import { certifyClosed, certifyRequest } from "./requests/certify-request.server.ts";
import { eraseInactive } from "./retention/erase-inactive.server.ts";
import { runRetention } from "./retention/run-retention.server.ts";
import { announcePolicy } from "./policy/announce-policy.server.ts";
import { checkLinks, forgetLinkChecks } from "./policy/check-links.server.ts";
import { watchInstalled } from "./policy/watch-policy.server.ts";
import { expirePackages } from "./requests/expire-packages.server.ts";
import { keepMailbox } from "./mail/keep-mailbox.server.ts";
import { mailKeeper } from "./mail/personal-data.server.ts";
import { sendMail } from "./mail/send-mail.server.ts";
import { processorsKeeper } from "./processors/personal-data.server.ts";
import { forgetAttempts } from "./requests/count-attempt.server.ts";
import { finishErasures } from "./requests/finish-erasures.server.ts";
import { awaitProof, awaitProofs } from "./requests/await-proof.server.ts";
import { forgetLinks } from "./requests/links.server.ts";
import { packRequest } from "./requests/pack-request.server.ts";
import { offerPackage } from "./requests/package-for-person.server.ts";
import { requestsKeeper } from "./requests/personal-data.server.ts";
import { runTask, type Keepers } from "./requests/run-task.server.ts";
import { tickRequests } from "./requests/tick-requests.server.ts";
import { takeForm } from "./requests/take-form.server.ts";
import { takeIn } from "./requests/take-in.server.ts";
import { wakeRequests } from "./requests/wake-requests.server.ts";
import { renewSession } from "./shopify/renew-sessions.server.ts";
import { shredSubject } from "./vault/subject-key.server.ts";

/** What each webhook topic starts. */
const DELIVERY_HANDLERS: DeliveryHandlers = { ...takeIn, ...recordChanges };

/** Everybody who stores persons. */
export const KEEPERS: Keepers = [
  requestsKeeper,
  inboxKeeper,
  consentKeeper,
  mailKeeper,
  processorsKeeper,
  registerKeeper,
];

/** The door for time: what each background job does. */
export const JOB_HANDLERS: JobHandlers = {
  "delivery.carry-out": ({ shop, delivery }) => carryOutDelivery(shop, delivery, DELIVERY_HANDLERS),
  "request.task": ({ shop, ...about }, turn) => runTask(shop, about, KEEPERS, turn),
  "request.task-elsewhere": ({ shop, ...about }, turn) => runTask(shop, about, KEEPERS, turn),
  "request.forget": ({ shop, request }) => shredSubject(shop, request),
  "request.wake": () => wakeRequests(new Date()),
  "request.tick": () => tickRequests(new Date()),
  "request.take-form": ({ shop, form }) => takeForm(shop, form, new Date()),
  "request.await-proof": ({ shop, request }) =>
    request === undefined ? awaitProofs(new Date()) : awaitProof(shop, request, new Date()),
  "request.pack": ({ shop, request }) => packRequest(shop, request, new Date()),
  "request.offer-package": async ({ shop, request }) => {
    await offerPackage(shop, request, new Date());
  },
  "erasure.finish": ({ shop }) => finishErasures(shop),
  "shop.erase": ({ shop, delivery }) => eraseShop(shop, delivery, new Date()),
  "package.expire": async () => {
    await expirePackages(new Date());
  },
  "inbox.forget-keys": async () => {
    await forgetInboxKeys(new Date());
  },
  "evidence.seal": () => sealEverything(new Date()),
  "database.upkeep": () =>
    allSteps(
      () => keepHouse(new Date()),
      () => forgetSightings(new Date()),
      () => forgetLinks(new Date()),
      () => forgetLinkChecks(new Date()),
      () => forgetAttempts(new Date()),
    ),
  "consent.publish": ({ shop }) => publishInstalled(shop, new Date()),
  "consent.follow-policy": ({ shop, number }) => followPolicy(shop, number, new Date()),
  "policy.watch": ({ shop }) =>
    shop === "" ? askEachStore("policy.watch", "with-policy") : watchInstalled(shop, new Date()),
  "request.certify": ({ shop, request }) =>
    request === undefined ? certifyClosed(new Date()) : certifyRequest(shop, request, new Date()),
  "integration.send": () => sendEvents(new Date()),
  "retention.run": ({ shop }) =>
    shop === "" ? askEachStore("retention.run", "on-file") : runRetention(shop, new Date()),
  "retention.erase": ({ shop, run }) => eraseInactive(shop, run, new Date()),
  "policy.announce": ({ shop, number }) => announcePolicy(shop, number, new Date()),
  "policy.check-links": ({ shop }) =>
    shop === "" ? askEachStore("policy.check-links", "with-policy") : checkLinks(shop, new Date()),
  "consent.purge": () => purgeConsents(new Date()),
  "consent.check-storefront": ({ shop }) =>
    shop === "" ? askEachStore("consent.check-storefront", "installed") : examineInstalled(shop, new Date()),
  "mail.send": ({ shop, message }) => sendMail(shop, message, new Date()),
  "mail.upkeep": () => keepMailbox(new Date()),
  "register.read-shopify": ({ shop }) =>
    shop === "" ? askEachStore("register.read-shopify", "installed") : readInstalledAtShopify(shop, new Date()),
  "sessions.renew": ({ shop }) => (shop === "" ? askEachStore("sessions.renew", "with-token") : renewSession(shop)),
};
