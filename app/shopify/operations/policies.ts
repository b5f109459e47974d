import type {
  PageTextQuery,
  PageTextQueryVariables,
  StorePoliciesQuery,
  StorePoliciesQueryVariables,
  AddPageMutation,
  AddPageMutationVariables,
  ChangePageMutation,
  ChangePageMutationVariables,
  WriteStorePolicyMutation,
  WriteStorePolicyMutationVariables,
} from "../generated/operations.ts";
import { operation } from "./operation.ts";

/** The legal texts of a store as Shopify keeps them. Needs the scope `read_legal_policies`. */
export const STORE_POLICIES = operation<StorePoliciesQuery, StorePoliciesQueryVariables>(`#graphql
  query StorePolicies {
    shop {
      shopPolicies {
        type
        title
        body
        updatedAt
        url
      }
    }
  }
`);

/**
 * Writes one legal text. Needs the scope `write_legal_policies`, and a member of staff who may manage legal policies:
 * with an offline token there is none.
 * https://shopify.dev/docs/api/admin-graphql/latest/mutations/shopPolicyUpdate
 */
export const WRITE_STORE_POLICY = operation<WriteStorePolicyMutation, WriteStorePolicyMutationVariables>(`#graphql
  mutation WriteStorePolicy($policy: ShopPolicyInput!) {
    shopPolicyUpdate(shopPolicy: $policy) {
      shopPolicy {
        body
        updatedAt
        url
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** A page of the online store. Needs `read_online_store_pages` or `read_content`. */
export const PAGE_TEXT = operation<PageTextQuery, PageTextQueryVariables>(`#graphql
  query PageText($id: ID!) {
    page(id: $id) {
      id
      body
      handle
      isPublished
    }
  }
`);

/**
 * Adds a page to the online store. Needs the scope `write_online_store_pages`.
 * https://shopify.dev/docs/api/admin-graphql/latest/mutations/pageCreate
 */
export const ADD_PAGE = operation<AddPageMutation, AddPageMutationVariables>(`#graphql
  mutation AddPage($page: PageCreateInput!) {
    pageCreate(page: $page) {
      page {
        id
        body
        handle
        isPublished
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/**
 * Changes a page of the online store. Needs the scope `write_online_store_pages`.
 * https://shopify.dev/docs/api/admin-graphql/latest/mutations/pageUpdate
 */
export const CHANGE_PAGE = operation<ChangePageMutation, ChangePageMutationVariables>(`#graphql
  mutation ChangePage($id: ID!, $page: PageUpdateInput!) {
    pageUpdate(id: $id, page: $page) {
      page {
        id
        body
        handle
        isPublished
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
