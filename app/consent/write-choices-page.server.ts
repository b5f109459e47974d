import { learnProxyPath } from "../installation/proxy-path.server.ts";
import { readShopFacts } from "../installation/read-shop-facts.server.ts";
import { PURPOSES, type Purpose } from "../law/purposes.ts";
import { servicesByPurpose } from "../register/register.ts";
import { readRegister } from "../register/store-register.server.ts";
import { storefrontPage } from "../storefront-page/storefront-page.ts";
import { choicesPage } from "./choices-page.ts";
import { readReceipt, type Receipt } from "./read-receipt.server.ts";
import { wordsShown } from "./shown.ts";
import { receiptForm, receiptHtml, type ShownReceipt } from "./receipt-html.ts";

/** Where a request was made and what it looks up: a receipt's number, or nothing. */
export interface LookUp {
  path: string;
  receipt: string | null;
}

/** The page of choices, with what a receipt leads to. */
export async function writeChoicesPage(shop: string, { path, receipt }: LookUp): Promise<string> {
  await learnProxyPath(shop, path);
  const [{ name, contactEmail }, register, found] = await Promise.all([
    readShopFacts(shop),
    readRegister(shop),
    receipt === null ? null : readReceipt(shop, receipt),
  ]);
  const used = servicesByPurpose(register);
  const names = (["essential", ...PURPOSES] as const).map((purpose) => [purpose, used[purpose].map((one) => one.name)]);
  const services = Object.fromEntries(names) as Record<Purpose | "essential", string[]>;
  return choicesPage({ name, contactEmail, services, path, receipt: found && toShown(found) });
}

/** The page of one receipt; with no number, the form that asks for one. */
export function receiptPage(found: Receipt | null, path: string): string {
  const shown = found === null ? "" : receiptHtml(toShown(found), path);
  const body = `${shown}\n${found?.state === "known" ? "" : receiptForm(`${path}/receipt`)}`;
  return storefrontPage({ language: "en", direction: "ltr", title: "Your receipt", body });
}

function toShown(receipt: Receipt): ShownReceipt {
  if (receipt.state !== "known") return receipt;
  const { proof, shown, ...rest } = receipt;
  return { ...rest, words: wordsShown(shown, receipt.record), isProved: proof !== null };
}
