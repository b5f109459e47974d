import type {
  AppDataOwnerQuery,
  AppDataOwnerQueryVariables,
  WriteAppDataMutation,
  WriteAppDataMutationVariables,
} from "../generated/operations.ts";
import { operation } from "./operation.ts";

/**
 * The app's own installation: the owner of what the storefront reads, so that Liquid prints it and no other app can
 * change it. https://shopify.dev/docs/apps/build/custom-data/ownership
 */
export const APP_DATA_OWNER = operation<AppDataOwnerQuery, AppDataOwnerQueryVariables>(`#graphql
  query AppDataOwner {
    currentAppInstallation {
      id
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
