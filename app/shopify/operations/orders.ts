import type {
  CustomerOrdersQuery,
  CustomerOrdersQueryVariables,
  OrderLinesQuery,
  OrderLinesQueryVariables,
  OrderOwnersQuery,
  OrderOwnersQueryVariables,
  OrdersByIdsQuery,
  OrdersByIdsQueryVariables,
  OrdersBySearchQuery,
  OrdersBySearchQueryVariables,
  OrdersCountQuery,
  OrdersCountQueryVariables,
  RefundLinesQuery,
  RefundLinesQueryVariables,
} from "../generated/operations.ts";
import { MONEY, ORDER_FRAGMENTS, ORDER_LINE, REFUND_LINE } from "./fragments.ts";
import { operation } from "./operation.ts";

/** One page of the orders that belong to a customer record: read through the record, so no search index lags behind. */
export const CUSTOMER_ORDERS = operation<CustomerOrdersQuery, CustomerOrdersQueryVariables>(`#graphql
  query CustomerOrders($id: ID!, $first: Int!, $after: String) {
    customer(id: $id) {
      orders(first: $first, after: $after, sortKey: ID) {
        nodes {
          ...OrderWithLines
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
  ${ORDER_FRAGMENTS}
`);

/** One page of the orders that a search expression finds: for guests, who have no customer record. */
export const ORDERS_BY_SEARCH = operation<OrdersBySearchQuery, OrdersBySearchQueryVariables>(`#graphql
  query OrdersBySearch($query: String!, $first: Int!, $after: String) {
    orders(query: $query, first: $first, after: $after, sortKey: ID) {
      nodes {
        ...OrderWithLines
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${ORDER_FRAGMENTS}
`);

/** Orders by their ids; those that are gone, or too old for the app's scopes, come back as null. */
export const ORDERS_BY_IDS = operation<OrdersByIdsQuery, OrdersByIdsQueryVariables>(`#graphql
  query OrdersByIds($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Order {
        ...OrderWithLines
      }
    }
  }
  ${ORDER_FRAGMENTS}
`);

/** Whose each of some orders is: a cheap question, asked before an order is read in full. */
export const ORDER_OWNERS = operation<OrderOwnersQuery, OrderOwnersQueryVariables>(`#graphql
  query OrderOwners($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Order {
        id
        customer {
          id
        }
      }
    }
  }
`);

/** How many orders a search expression finds, counted no further than `limit`. */
export const ORDERS_COUNT = operation<OrdersCountQuery, OrdersCountQueryVariables>(`#graphql
  query OrdersCount($query: String!, $limit: Int!) {
    ordersCount(query: $query, limit: $limit) {
      count
    }
  }
`);

/** The lines of one order from a cursor on. */
export const ORDER_LINES = operation<OrderLinesQuery, OrderLinesQueryVariables>(`#graphql
  query OrderLines($id: ID!, $first: Int!, $after: String) {
    order(id: $id) {
      lineItems(first: $first, after: $after) {
        nodes {
          ...OrderLine
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
  ${MONEY}
  ${ORDER_LINE}
`);

/** The lines of one refund from a cursor on. */
export const REFUND_LINES = operation<RefundLinesQuery, RefundLinesQueryVariables>(`#graphql
  query RefundLines($id: ID!, $first: Int!, $after: String) {
    refund(id: $id) {
      refundLineItems(first: $first, after: $after) {
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
  ${MONEY}
  ${REFUND_LINE}
`);
