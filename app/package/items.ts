// The shapes of everything in an access package, as `data.json` carries them. docs/package-format.md explains them to
// whoever receives a package: change both together.

/** A sum: `amount` is a decimal number as text, `currency` an ISO 4217 code. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

/** A free field that a store or an app added. */
export interface Attribute {
  readonly name: string;
  readonly value: string | null;
}

export interface PostalAddress {
  readonly name: string | null;
  readonly company: string | null;
  readonly address1: string | null;
  readonly address2: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly province: string | null;
  /** The second half of an ISO 3166-2 code, such as "CA" of "US-CA". */
  readonly provinceCode: string | null;
  readonly country: string | null;
  readonly countryCode: string | null;
  readonly phone: string | null;
}

export interface Profile {
  readonly id: string;
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly phone: string | null;
  readonly accountState: string;
  readonly locale: string;
  readonly note: string | null;
  readonly tags: readonly string[];
  readonly taxExempt: boolean;
  readonly dataSaleOptOut: boolean;
  readonly subscriber: string;
  readonly emailOpenTracking: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly customerFor: string;
  readonly ordersCount: number;
  readonly spent: Money;
  readonly lastOrder: { readonly name: string; readonly createdAt: string } | null;
  readonly predictedSpend: string | null;
  readonly purchaseGroup: string | null;
}

export interface Address extends PostalAddress {
  readonly id: string;
  readonly isDefault: boolean;
}

export interface MarketingConsent {
  readonly channel: "email" | "sms" | "whatsapp";
  readonly contact: string;
  readonly state: string;
  readonly level: string | null;
  readonly updatedAt: string | null;
  readonly collectedFrom: string | null;
}

export interface OrderLine {
  readonly title: string;
  readonly variant: string | null;
  readonly sku: string | null;
  readonly quantity: number;
  readonly unitPrice: Money | null;
  readonly total: Money | null;
  readonly attributes: readonly Attribute[];
}

export interface Refund {
  readonly createdAt: string | null;
  readonly note: string | null;
  readonly total: Money;
  readonly lines: readonly {
    readonly title: string;
    readonly sku: string | null;
    readonly quantity: number;
    readonly restock: string;
    readonly subtotal: Money;
  }[];
}

export interface Fulfilment {
  readonly name: string;
  readonly status: string;
  readonly createdAt: string;
  readonly deliveredAt: string | null;
  readonly quantity: number;
  readonly tracking: readonly {
    readonly company: string | null;
    readonly number: string | null;
    readonly url: string | null;
  }[];
}

/** A payment step. Of a card, only the scheme and the last four digits are ever kept. */
export interface Transaction {
  readonly kind: string;
  readonly status: string;
  readonly test: boolean;
  readonly at: string;
  readonly amount: Money;
  readonly gateway: string | null;
  readonly method: string | null;
  readonly cardBrand: string | null;
  readonly cardLast4: string | null;
}

export interface Risk {
  readonly recommendation: string;
  readonly assessments: readonly {
    readonly level: string;
    readonly facts: readonly { readonly description: string; readonly sentiment: string }[];
  }[];
}

export interface Visit {
  readonly at: string;
  readonly landingPage: string | null;
  readonly referrer: string | null;
  readonly source: string;
  readonly sourceDescription: string | null;
  readonly campaign: Readonly<Record<string, string>>;
}

export interface Order {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly processedAt: string;
  readonly cancelledAt: string | null;
  readonly cancelReason: string | null;
  readonly closedAt: string | null;
  readonly test: boolean;
  readonly email: string | null;
  readonly phone: string | null;
  readonly note: string | null;
  readonly tags: readonly string[];
  readonly attributes: readonly Attribute[];
  readonly poNumber: string | null;
  readonly source: string | null;
  readonly ipAddress: string | null;
  readonly locale: string | null;
  readonly acceptsMarketing: boolean;
  readonly discountCodes: readonly string[];
  readonly paymentGateways: readonly string[];
  readonly paymentStatus: string | null;
  readonly deliveryStatus: string;
  readonly shippingMethod: string | null;
  readonly billingAddress: PostalAddress | null;
  readonly shippingAddress: PostalAddress | null;
  readonly subtotal: Money | null;
  readonly discounts: Money | null;
  readonly shipping: Money | null;
  readonly tax: Money | null;
  readonly total: Money;
  readonly refunded: Money;
  readonly lines: readonly OrderLine[];
  readonly refunds: readonly Refund[];
  readonly fulfilments: readonly Fulfilment[];
  readonly transactions: readonly Transaction[];
  readonly risk: Risk;
  readonly journey: {
    readonly orderNumber: number | null;
    readonly daysToOrder: number | null;
    readonly firstVisit: Visit | null;
    readonly lastVisit: Visit | null;
  } | null;
}

export interface DraftOrder {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly note: string | null;
  readonly tags: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly completedAt: string | null;
  readonly invoiceSentAt: string | null;
  readonly attributes: readonly Attribute[];
  readonly billingAddress: PostalAddress | null;
  readonly shippingAddress: PostalAddress | null;
  readonly total: Money;
  readonly lines: readonly OrderLine[];
}

export interface AbandonedCheckout {
  readonly id: string;
  readonly name: string;
  readonly note: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly completedAt: string | null;
  readonly discountCodes: readonly string[];
  readonly attributes: readonly Attribute[];
  readonly billingAddress: PostalAddress | null;
  readonly shippingAddress: PostalAddress | null;
  readonly total: Money;
  readonly lines: readonly OrderLine[];
}

export interface Metafield {
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  readonly value: string;
  readonly updatedAt: string;
}

/** One record that Candor itself holds: what it is, since when, and its contents in words. */
export interface CandorRecord {
  readonly kind: string;
  readonly recordedAt: string | null;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}
