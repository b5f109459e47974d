import type {
  BulkOrdersQuery,
  BulkOrdersQueryVariables,
  BulkStatusQuery,
  BulkStatusQueryVariables,
  RunBulkQueryMutation,
  RunBulkQueryMutationVariables,
} from "../generated/operations.ts";
import { ADDRESS, MONEY, ORDER, ORDER_LINE, REFUND, VISIT } from "./fragments.ts";
import { operation } from "./operation.ts";

/** Starts a bulk query. `groupObjects` puts children directly below their parent in the file, so it can be streamed. */
export const RUN_BULK_QUERY = operation<RunBulkQueryMutation, RunBulkQueryMutationVariables>(`#graphql
  mutation RunBulkQuery($query: String!) {
    bulkOperationRunQuery(query: $query, groupObjects: true) {
      bulkOperation {
        id
        status
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** How far a bulk operation has come. */
export const BULK_STATUS = operation<BulkStatusQuery, BulkStatusQueryVariables>(`#graphql
  query BulkStatus($id: ID!) {
    bulkOperation(id: $id) {
      id
      status
      errorCode
      objectCount
      url
    }
  }
`);

/**
 * The orders of a bulk operation. A bulk query takes no variables: `bulkOrdersDocument` writes the search expression
 * into the text. It holds two connections, and none inside a list, as Shopify demands; refund lines follow one by one.
 */
export const BULK_ORDERS = operation<BulkOrdersQuery, BulkOrdersQueryVariables>(`#graphql
  query BulkOrders($query: String!) {
    orders(query: $query, sortKey: ID) {
      edges {
        node {
          ...OrderHead
          refunds {
            ...RefundHead
          }
          lineItems {
            edges {
              node {
                ...OrderLine
              }
            }
          }
        }
      }
    }
  }
  ${MONEY}
  ${ADDRESS}
  ${VISIT}
  ${ORDER_LINE}
  ${REFUND}
  ${ORDER}
`);

/** The text of the bulk query for one search expression. A JSON string is a valid GraphQL string. */
export function bulkOrdersDocument(search: string): string {
  return BULK_ORDERS.document
    .replace("query BulkOrders($query: String!)", "query BulkOrders")
    .replace("query: $query", () => `query: ${JSON.stringify(search)}`);
}
