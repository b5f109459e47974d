/** The first webhooks of the demo's shop: requests in every state that there is today. */
import { randomUUID } from "node:crypto";
import type { Control } from "../../standin/control/control.ts";
import { DEMO_SHOP } from "../../standin/world.ts";
import { placeHold } from "./place-hold.ts";
import { listed, untilCarriedOut, type Asked } from "./until-carried-out.ts";

/** Customers of the stand-in's shop with no, one, forty and 2,500 orders, and a guest known by e-mail only. */
const CURIOUS = [
  "tyler.jensen@example.com",
  "mateo.rivera@example.com",
  "juergen.gross@beispiel.example",
  "noemi.keller@beispiel.example",
];
/** First asks for her data, then to be erased: the package of the first request must go. */
const CHANGED_HER_MIND = "aoife.nibhriain@example.org";
const LEAVING = "maelle.legoff@courriel.example";
/** In a dispute about an order: a legal hold keeps his erasure waiting. */
const IN_DISPUTE = "caleb.whitfield@example.com";
/** 2,500 orders take some minutes at a Standard store's rate limit: his second request is still open at the start. */
const WITH_MANY_ORDERS = "juergen.gross@beispiel.example";
/** Asked twice, by an impatient merchant. */
const ASKED_AGAIN = "mateo.rivera@example.com";
const SHOP_NEVER_SEEN = "moonstone-and-co.myshopify.com";

/** Points of Shopify's rate limit: a Plus store's while the shop is filled, so that it is soon; a Standard one's after. */
const PLUS = { maximum: 20_000, perSecond: 1_000 };
const STANDARD = { maximum: 2_000, perSecond: 100 };

/** Has the stand-in deliver them all, and waits until the app has carried them out. */
export async function fillShop(control: Control, app: Asked): Promise<void> {
  control.setBucket(PLUS);
  await control.requestData(CHANGED_HER_MIND);
  await control.requestData(IN_DISPUTE);
  await untilCarriedOut(app);
  await placeHold(control, await newestRequest(app));
  for (const person of CURIOUS) await control.requestData(person);
  await control.eraseCustomer(CHANGED_HER_MIND, "now");
  await control.eraseCustomer(LEAVING, "now");
  await control.requestData(ASKED_AGAIN, undefined, { duplicates: 1 });
  await deliverOddities(control);
  await untilCarriedOut(app);
  await control.eraseCustomer(IN_DISPUTE, "now");
  await control.requestData(CHANGED_HER_MIND, undefined, { minutesLate: 90 });
  await untilCarriedOut(app);
  control.setBucket(STANDARD);
  await control.requestData(WITH_MANY_ORDERS);
}

async function newestRequest(app: Asked): Promise<string> {
  const requests = await listed(app, "requests", "list", "--shop", DEMO_SHOP);
  const newest = requests.sort((a, b) => String(a["receivedAt"]).localeCompare(String(b["receivedAt"]))).at(-1);
  return String(newest?.["id"]);
}

/** What should not happen, and does: each is recorded, answered 200, and shown as something to look at. */
async function deliverOddities(control: Control): Promise<void> {
  await control.deliver("customers/data_request", null, { raw: '{"shop_id": 548380000, "customer": {"id": 71' });
  await control.deliver("carts/update", { id: randomUUID(), line_items: [] });
  await control.requestData("ava.thompson@example.com", SHOP_NEVER_SEEN);
  await control.requestData("ava.thompson@example.com", undefined, { sign: "bad", retry: false });
}
