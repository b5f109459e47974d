import type {
  AppDataQuery,
  AppDataQueryVariables,
  WriteAppDataMutation,
  WriteAppDataMutationVariables,
} from "../generated/operations.ts";
import { operation } from "./operation.ts";

/**
 * What the storefront reads of the app: a metafield whose owner is the app's own installation, so that Liquid prints it
 * and no other app can change it. https://shopify.dev/docs/apps/build/custom-data/ownership
 */
export const APP_DATA = operation<AppDataQuery, AppDataQueryVariables>(`#graphql
  query AppData($namespace: String!, $key: String!) {
    currentAppInstallation {
      id
      metafield(namespace: $namespace, key: $key) {
        value
      }
    }
  }
`);

/** Writes metafields; Shopify keeps all of them or none. */
export const WRITE_APP_DATA = operation<WriteAppDataMutation, WriteAppDataMutationVariables>(`#graphql
  mutation WriteAppData($metafields: [MetafieldsSetInput!]!) {
    metafieldsSet(metafields: $metafields) {
      metafields {
        value
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
