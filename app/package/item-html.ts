import { escapeHtml, factsHtml } from "./html.ts";
import type { Fact } from "./html.ts";
import type { AbandonedCheckout, DraftOrder, Profile } from "./items.ts";
import { attributeFacts, linesHtml } from "./lines-html.ts";
import { orderHtml } from "./order-html.ts";
import type { Section, SectionItems } from "./sections.ts";
import { addressText, codeText, dateText, moneyText } from "./wording.ts";

type ItemHtml = { readonly [S in Section]: (item: SectionItems[S], timeZone: string) => string };

function yesOrNo(answer: boolean): string {
  return answer ? "Yes" : "No";
}

function optionalDate(iso: string | null, timeZone: string): string | null {
  return iso === null ? null : dateText(iso, timeZone);
}

function profileHtml(profile: Profile, timeZone: string): string {
  const { lastOrder } = profile;
  return factsHtml([
    ["Name", profile.name],
    ["First name", profile.firstName],
    ["Last name", profile.lastName],
    ["E-mail address", profile.email],
    ["E-mail address confirmed", yesOrNo(profile.emailVerified)],
    ["Telephone", profile.phone],
    ["Language", profile.locale],
    ["Customer since", dateText(profile.createdAt, timeZone)],
    ["Customer for", profile.customerFor],
    ["Last changed", dateText(profile.updatedAt, timeZone)],
    ["Account", codeText(profile.accountState)],
    ["Orders", String(profile.ordersCount)],
    ["Spent in total", moneyText(profile.spent)],
    ["Last order", lastOrder === null ? null : `${lastOrder.name}, ${dateText(lastOrder.createdAt, timeZone)}`],
    ["The store's note about you", profile.note],
    ["The store's tags for you", profile.tags.join(", ")],
    ["Exempt from tax", yesOrNo(profile.taxExempt)],
    ["Subscriptions", codeText(profile.subscriber)],
    ["You opted out of the sale of your data", yesOrNo(profile.dataSaleOptOut)],
    ["Opening of e-mails is tracked", profile.emailOpenTracking === null ? null : codeText(profile.emailOpenTracking)],
    ["Predicted spending", profile.predictedSpend === null ? null : codeText(profile.predictedSpend)],
    ["Purchase behaviour group", profile.purchaseGroup === null ? null : codeText(profile.purchaseGroup)],
    ["Customer id", profile.id],
  ]);
}

function unfinishedHtml(item: DraftOrder | AbandonedCheckout, facts: readonly Fact[], timeZone: string): string {
  const { billingAddress, shippingAddress } = item;
  const all = factsHtml([
    ["Begun", dateText(item.createdAt, timeZone)],
    ["Last changed", dateText(item.updatedAt, timeZone)],
    ["Completed", optionalDate(item.completedAt, timeZone)],
    ["Total", moneyText(item.total)],
    ...facts,
    ["Note", item.note],
    ["Delivery address", shippingAddress === null ? null : addressText(shippingAddress)],
    ["Billing address", billingAddress === null ? null : addressText(billingAddress)],
    ...attributeFacts(item.attributes),
  ]);
  const lines = linesHtml(`Articles of ${item.name}`, item.lines);
  return `<article><h3 dir="auto">${escapeHtml(item.name)}</h3>${all}${lines}</article>`;
}

/** How one item of each section is shown. */
export const ITEM_HTML: ItemHtml = {
  profile: profileHtml,
  addresses: (address) =>
    factsHtml([
      [address.isDefault ? "Address (default)" : "Address", addressText(address)],
      ["Country code", address.countryCode],
    ]),
  "marketing-consent": (consent, timeZone) =>
    factsHtml([
      ["Channel", { email: "E-mail", sms: "Text message", whatsapp: "WhatsApp" }[consent.channel]],
      ["Address or number", consent.contact],
      ["State", codeText(consent.state)],
      ["Way of consent", consent.level === null ? null : codeText(consent.level)],
      ["Changed", optionalDate(consent.updatedAt, timeZone)],
      ["Collected by", consent.collectedFrom === null ? null : codeText(consent.collectedFrom)],
    ]),
  orders: orderHtml,
  "draft-orders": (draft, timeZone) =>
    unfinishedHtml(
      draft,
      [
        ["State", codeText(draft.status)],
        ["E-mail address", draft.email],
        ["Telephone", draft.phone],
        ["Invoice sent", optionalDate(draft.invoiceSentAt, timeZone)],
        ["Tags", draft.tags.join(", ")],
      ],
      timeZone,
    ),
  "abandoned-checkouts": (checkout, timeZone) =>
    unfinishedHtml(checkout, [["Discount codes", checkout.discountCodes.join(", ")]], timeZone),
  metafields: (field, timeZone) =>
    factsHtml([
      [`${field.namespace}.${field.key}`, field.value],
      ["Kind", field.type],
      ["Last changed", dateText(field.updatedAt, timeZone)],
    ]),
  candor: (record, timeZone) =>
    `<article><h3>${escapeHtml(record.kind)}</h3>${factsHtml([
      ["Recorded", optionalDate(record.recordedAt, timeZone)],
      ...record.facts.map(({ label, value }): Fact => [label, value]),
    ])}</article>`,
};
