import type {
  CountCustomersQuery,
  CountCustomersQueryVariables,
  CountDraftsQuery,
  CountDraftsQueryVariables,
  StaleCustomersQuery,
  StaleCustomersQueryVariables,
} from "../generated/operations.ts";
import { operation } from "./operation.ts";

/** How many customers a search finds, however many. Needs the scope `read_customers`. */
export const COUNT_CUSTOMERS = operation<CountCustomersQuery, CountCustomersQueryVariables>(`#graphql
  query CountCustomers($query: String!) {
    customersCount(query: $query, limit: null) {
      count
    }
  }
`);

/** How many draft orders a search finds, however many. Needs the scope `read_draft_orders`. */
export const COUNT_DRAFTS = operation<CountDraftsQuery, CountDraftsQueryVariables>(`#graphql
  query CountDrafts($query: String!) {
    draftOrdersCount(query: $query, limit: null) {
      count
    }
  }
`);

/** Customers that a search finds, in the order of their ids. Needs the scope `read_customers`. */
export const STALE_CUSTOMERS = operation<StaleCustomersQuery, StaleCustomersQueryVariables>(`#graphql
  query StaleCustomers($first: Int!, $after: String, $query: String!) {
    customers(first: $first, after: $after, query: $query, sortKey: ID) {
      nodes {
        id
        updatedAt
        defaultEmailAddress {
          emailAddress
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
