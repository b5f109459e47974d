import { examineAll, examineInstalled } from "./consent/examine-storefront.server.ts";
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
import type { JobHandlers } from "./jobs/run-jobs.server.ts";
import { expirePackages } from "./requests/download-package.server.ts";
import { finishErasures } from "./requests/finish-erasures.server.ts";
import { packRequest } from "./requests/pack-request.server.ts";
import { requestsKeeper } from "./requests/personal-data.server.ts";
import { runTask, type Keepers } from "./requests/run-task.server.ts";
import { takeIn } from "./requests/take-in.server.ts";
import { renewSessions } from "./shopify/renew-sessions.server.ts";

/** What each webhook topic starts. */
const DELIVERY_HANDLERS: DeliveryHandlers = { ...takeIn, ...recordChanges };

/** Everybody who stores persons. */
export const KEEPERS: Keepers = [requestsKeeper, inboxKeeper, consentKeeper];

/** The door for time: what each background job does. */
export const JOB_HANDLERS: JobHandlers = {
  "delivery.carry-out": ({ shop, delivery }) => carryOutDelivery(shop, delivery, DELIVERY_HANDLERS),
  "request.task": ({ shop, request, system }) => runTask(shop, request, system, KEEPERS),
  "request.task-elsewhere": ({ shop, request, system }) => runTask(shop, request, system, KEEPERS),
  "request.pack": ({ shop, request }) => packRequest(shop, request, new Date()),
  "erasure.finish": ({ shop }) => finishErasures(shop),
  "shop.erase": ({ shop, delivery }) => eraseShop(shop, delivery, new Date()),
  "package.expire": async () => {
    await expirePackages(new Date());
  },
  "inbox.forget-keys": async () => {
    await forgetInboxKeys(new Date());
  },
  "evidence.seal": () => sealEverything(new Date()),
  "database.upkeep": async () => {
    await keepHouse(new Date());
    await forgetSightings(new Date());
  },
  "consent.publish": ({ shop }) => publishInstalled(shop, new Date()),
  "consent.purge": () => purgeConsents(new Date()),
  "consent.check-storefront": ({ shop }) => (shop === "" ? examineAll() : examineInstalled(shop, new Date())),
  "sessions.renew": () => renewSessions(),
};
