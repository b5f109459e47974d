/** A sum in the currency that the customer saw. */
export const MONEY = `#graphql
  fragment Money on MoneyBag {
    presentmentMoney {
      amount
      currencyCode
    }
  }
`;

/** A postal address as the customer gave it. */
export const ADDRESS = `#graphql
  fragment Address on MailingAddress {
    name
    company
    address1
    address2
    zip
    city
    province
    provinceCode
    country
    countryCodeV2
    phone
  }
`;

/** One visit to the store that Shopify connects with an order. */
export const VISIT = `#graphql
  fragment Visit on CustomerVisit {
    occurredAt
    landingPage
    referrerUrl
    source
    sourceDescription
    utmParameters {
      campaign
      content
      medium
      source
      term
    }
  }
`;

/** One line of an order. */
export const ORDER_LINE = `#graphql
  fragment OrderLine on LineItem {
    id
    title
    variantTitle
    sku
    vendor
    quantity
    currentQuantity
    customAttributes {
      key
      value
    }
    originalUnitPriceSet {
      ...Money
    }
    discountedTotalSet {
      ...Money
    }
  }
`;

/** One returned line of a refund. */
export const REFUND_LINE = `#graphql
  fragment RefundLine on RefundLineItem {
    quantity
    restockType
    lineItem {
      title
      sku
    }
    subtotalSet {
      ...Money
    }
  }
`;

/** A refund without its lines: a bulk operation cannot read a connection inside a list. */
export const REFUND = `#graphql
  fragment RefundHead on Refund {
    id
    createdAt
    note
    totalRefundedSet {
      ...Money
    }
  }
`;

/**
 * An order without the connections inside it. Lists that are not connections (fulfilments, transactions, tracking)
 * carry no `first`, so Shopify gives all of them. Of a card only the scheme and the masked number are asked for, and
 * `readTransaction` keeps four digits of the latter.
 */
export const ORDER = `#graphql
  fragment OrderHead on Order {
    id
    name
    createdAt
    processedAt
    cancelledAt
    cancelReason
    closedAt
    email
    phone
    note
    tags
    test
    poNumber
    sourceName
    clientIp
    customerLocale
    customerAcceptsMarketing
    discountCodes
    paymentGatewayNames
    displayFinancialStatus
    displayFulfillmentStatus
    customer {
      id
    }
    customAttributes {
      key
      value
    }
    billingAddress {
      ...Address
    }
    shippingAddress {
      ...Address
    }
    shippingLine {
      title
    }
    subtotalPriceSet {
      ...Money
    }
    totalDiscountsSet {
      ...Money
    }
    totalShippingPriceSet: currentShippingPriceSet {
      ...Money
    }
    totalTaxSet {
      ...Money
    }
    totalPriceSet {
      ...Money
    }
    totalRefundedSet {
      ...Money
    }
    risk {
      recommendation
      assessments {
        riskLevel
        facts {
          description
          sentiment
        }
      }
    }
    customerJourneySummary {
      customerOrderIndex
      daysToConversion
      firstVisit {
        ...Visit
      }
      lastVisit {
        ...Visit
      }
    }
    fulfillments {
      id
      name
      status
      displayStatus
      createdAt
      deliveredAt
      totalQuantity
      trackingInfo {
        company
        number
        url
      }
    }
    transactions {
      id
      kind
      status
      test
      gateway
      formattedGateway
      createdAt
      processedAt
      amountSet {
        ...Money
      }
      paymentDetails {
        ... on CardPaymentDetails {
          company
          number
          paymentMethodName
        }
        ... on LocalPaymentMethodsPaymentDetails {
          paymentMethodName
        }
        ... on PaypalWalletPaymentDetails {
          paymentMethodName
        }
        ... on ShopPayInstallmentsPaymentDetails {
          paymentMethodName
        }
      }
    }
  }
`;

/** An order with the first lines of it and of its refunds; what is longer is read further by its own operation. */
export const ORDER_WITH_LINES = `#graphql
  fragment OrderWithLines on Order {
    ...OrderHead
    lineItems(first: 5) {
      nodes {
        ...OrderLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    refunds {
      ...RefundHead
      refundLineItems(first: 5) {
        nodes {
          ...RefundLine
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;

/** Everything that `OrderWithLines` spreads. */
export const ORDER_FRAGMENTS = [MONEY, ADDRESS, VISIT, ORDER_LINE, REFUND_LINE, REFUND, ORDER, ORDER_WITH_LINES].join(
  "",
);
