import type {
  AbandonedCheckoutLinesQuery,
  AbandonedCheckoutLinesQueryVariables,
  AbandonedCheckoutsQuery,
  AbandonedCheckoutsQueryVariables,
  DraftOrderLinesQuery,
  DraftOrderLinesQueryVariables,
  DraftOrdersQuery,
  DraftOrdersQueryVariables,
} from "../generated/operations.ts";
import { ADDRESS, MONEY } from "./fragments.ts";
import { operation } from "./operation.ts";

const DRAFT_LINE = `#graphql
  fragment DraftLine on DraftOrderLineItem {
    title
    variantTitle
    sku
    quantity
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

/** One page of draft orders that a search expression finds. */
export const DRAFT_ORDERS = operation<DraftOrdersQuery, DraftOrdersQueryVariables>(`#graphql
  query DraftOrders($query: String!, $first: Int!, $after: String) {
    draftOrders(query: $query, first: $first, after: $after, sortKey: ID) {
      nodes {
        id
        name
        status
        email
        phone
        note2
        tags
        createdAt
        updatedAt
        completedAt
        invoiceSentAt
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
        totalPriceSet {
          ...Money
        }
        lineItems(first: 5) {
          nodes {
            ...DraftLine
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${MONEY}
  ${ADDRESS}
  ${DRAFT_LINE}
`);

/** The lines of one draft order from a cursor on. */
export const DRAFT_ORDER_LINES = operation<DraftOrderLinesQuery, DraftOrderLinesQueryVariables>(`#graphql
  query DraftOrderLines($id: ID!, $first: Int!, $after: String) {
    draftOrder(id: $id) {
      lineItems(first: $first, after: $after) {
        nodes {
          ...DraftLine
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
  ${MONEY}
  ${DRAFT_LINE}
`);

const CHECKOUT_LINE = `#graphql
  fragment CheckoutLine on AbandonedCheckoutLineItem {
    title
    variantTitle
    sku
    quantity
    customAttributes {
      key
      value
    }
    originalUnitPriceSet {
      ...Money
    }
    discountedTotalPriceSet {
      ...Money
    }
  }
`;

/**
 * One page of checkouts that were begun and not finished. Shopify gives no e-mail address on a checkout itself, only
 * through the customer record that it makes as soon as a contact is typed in.
 */
export const ABANDONED_CHECKOUTS = operation<AbandonedCheckoutsQuery, AbandonedCheckoutsQueryVariables>(`#graphql
  query AbandonedCheckouts($query: String!, $first: Int!, $after: String) {
    abandonedCheckouts(query: $query, first: $first, after: $after, sortKey: ID) {
      nodes {
        id
        name
        note
        createdAt
        updatedAt
        completedAt
        discountCodes
        customer {
          id
          defaultEmailAddress {
            emailAddress
          }
          defaultPhoneNumber {
            phoneNumber
          }
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
        totalPriceSet {
          ...Money
        }
        lineItems(first: 5) {
          nodes {
            ...CheckoutLine
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${MONEY}
  ${ADDRESS}
  ${CHECKOUT_LINE}
`);

/** The lines of one abandoned checkout from a cursor on. */
export const ABANDONED_CHECKOUT_LINES = operation<
  AbandonedCheckoutLinesQuery,
  AbandonedCheckoutLinesQueryVariables
>(`#graphql
  query AbandonedCheckoutLines($id: ID!, $first: Int!, $after: String) {
    node(id: $id) {
      ... on AbandonedCheckout {
        lineItems(first: $first, after: $after) {
          nodes {
            ...CheckoutLine
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
  ${MONEY}
  ${CHECKOUT_LINE}
`);
