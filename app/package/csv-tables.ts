import {
  ADDRESS,
  addressCells,
  attributesCell,
  BILLING,
  lineCells,
  LINES,
  moneyCells,
  pick,
  SHIPPING,
} from "./csv-cells.ts";
import type { CsvRow } from "./csv-cells.ts";
import { ORDER_COLUMNS, orderRow } from "./csv-order.ts";
import type { Section, SectionItems } from "./sections.ts";

/** One CSV file: its name, the section it comes from, its columns, and the rows that one item gives. */
export interface CsvTable<S extends Section> {
  readonly file: string;
  readonly section: S;
  readonly columns: readonly string[];
  readonly rows: (item: SectionItems[S]) => readonly CsvRow[];
}
export type AnyCsvTable = { readonly [S in Section]: CsvTable<S> }[Section];

const PROFILE = [
  "id",
  "name",
  "firstName",
  "lastName",
  "email",
  "emailVerified",
  "phone",
  "accountState",
  "locale",
  "note",
  "taxExempt",
  "dataSaleOptOut",
  "subscriber",
  "emailOpenTracking",
  "createdAt",
  "updatedAt",
  "customerFor",
  "ordersCount",
  "predictedSpend",
  "purchaseGroup",
] as const;
const DRAFT = [
  "id",
  "name",
  "status",
  "email",
  "phone",
  "note",
  "createdAt",
  "updatedAt",
  "completedAt",
  "invoiceSentAt",
] as const;
const CHECKOUT = ["id", "name", "note", "createdAt", "updatedAt", "completedAt"] as const;
const CONSENT = ["channel", "contact", "state", "level", "updatedAt", "collectedFrom"] as const;
const METAFIELD = ["namespace", "key", "type", "value", "updatedAt"] as const;
const TRANSACTION = ["at", "kind", "status", "test", "gateway", "method", "cardBrand", "cardLast4"] as const;
const UNFINISHED_COLUMNS = ["attributes", "total", "currency", ...BILLING, ...SHIPPING];

function unfinishedCells(item: SectionItems["draft-orders"] | SectionItems["abandoned-checkouts"]): CsvRow {
  return {
    attributes: attributesCell(item.attributes),
    ...moneyCells("total", item.total),
    currency: item.total.currency,
    ...addressCells("billing", item.billingAddress),
    ...addressCells("shipping", item.shippingAddress),
  };
}

/** Every CSV file of a package. Lists inside an item have a file of their own, joined to it by its name. */
export const CSV_TABLES: readonly AnyCsvTable[] = [
  {
    file: "profile",
    section: "profile",
    columns: [...PROFILE, "tags", "spent", "currency", "lastOrder", "lastOrderAt"],
    rows: (profile) => [
      {
        ...pick(profile, PROFILE),
        tags: profile.tags.join(", "),
        ...moneyCells("spent", profile.spent),
        currency: profile.spent.currency,
        lastOrder: profile.lastOrder?.name ?? null,
        lastOrderAt: profile.lastOrder?.createdAt ?? null,
      },
    ],
  },
  {
    file: "addresses",
    section: "addresses",
    columns: ["id", "isDefault", ...ADDRESS],
    rows: (address) => [{ ...pick(address, ["id", "isDefault", ...ADDRESS]) }],
  },
  {
    file: "marketing-consent",
    section: "marketing-consent",
    columns: CONSENT,
    rows: (consent) => [{ ...pick(consent, CONSENT) }],
  },
  { file: "orders", section: "orders", columns: ORDER_COLUMNS, rows: (order) => [orderRow(order)] },
  {
    file: "order-lines",
    section: "orders",
    columns: ["order", ...LINES],
    rows: ({ name, lines }) => lines.map((line) => ({ order: name, ...lineCells(line) })),
  },
  {
    file: "order-deliveries",
    section: "orders",
    columns: ["order", "parcel", "status", "createdAt", "deliveredAt", "quantity", "tracking"],
    rows: ({ name, fulfilments }) =>
      fulfilments.map(({ status, createdAt, deliveredAt, quantity, tracking, ...fulfilment }) => ({
        order: name,
        parcel: fulfilment.name,
        status,
        createdAt,
        deliveredAt,
        quantity,
        tracking: tracking
          .map(({ company, number, url }) => [company, number, url].filter(Boolean).join(" "))
          .join("\n"),
      })),
  },
  {
    file: "order-payments",
    section: "orders",
    columns: ["order", ...TRANSACTION, "amount", "currency"],
    rows: ({ name, transactions }) =>
      transactions.map((payment) => ({ order: name, ...pick(payment, TRANSACTION), ...payment.amount })),
  },
  {
    file: "order-refunds",
    section: "orders",
    columns: ["order", "createdAt", "note", "amount", "currency", "articles"],
    rows: ({ name, refunds }) =>
      refunds.map(({ createdAt, note, total, lines }) => ({
        order: name,
        createdAt,
        note,
        ...total,
        articles: lines.map(({ quantity, title, sku }) => `${quantity} × ${title} ${sku ?? ""}`.trim()).join("\n"),
      })),
  },
  {
    file: "draft-orders",
    section: "draft-orders",
    columns: [...DRAFT, "tags", ...UNFINISHED_COLUMNS],
    rows: (draft) => [{ ...pick(draft, DRAFT), tags: draft.tags.join(", "), ...unfinishedCells(draft) }],
  },
  {
    file: "draft-order-lines",
    section: "draft-orders",
    columns: ["draftOrder", ...LINES],
    rows: ({ name, lines }) => lines.map((line) => ({ draftOrder: name, ...lineCells(line) })),
  },
  {
    file: "abandoned-checkouts",
    section: "abandoned-checkouts",
    columns: [...CHECKOUT, "discountCodes", ...UNFINISHED_COLUMNS],
    rows: (checkout) => [
      { ...pick(checkout, CHECKOUT), discountCodes: checkout.discountCodes.join(", "), ...unfinishedCells(checkout) },
    ],
  },
  {
    file: "abandoned-checkout-lines",
    section: "abandoned-checkouts",
    columns: ["checkout", ...LINES],
    rows: ({ name, lines }) => lines.map((line) => ({ checkout: name, ...lineCells(line) })),
  },
  { file: "metafields", section: "metafields", columns: METAFIELD, rows: (field) => [{ ...pick(field, METAFIELD) }] },
  {
    file: "candor",
    section: "candor",
    columns: ["kind", "recordedAt", "label", "value"],
    rows: ({ kind, recordedAt, facts }) => facts.map(({ label, value }) => ({ kind, recordedAt, label, value })),
  },
];
