import type {
  StorePoliciesQuery,
  StorePoliciesQueryVariables,
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
