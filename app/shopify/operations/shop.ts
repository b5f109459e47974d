import type {
  InstallationQuery,
  InstallationQueryVariables,
  ShopFactsQuery,
  ShopFactsQueryVariables,
} from "../generated/operations.ts";
import { operation } from "./operation.ts";

/** What Candor needs to know of a store. */
export const SHOP_FACTS = operation<ShopFactsQuery, ShopFactsQueryVariables>(`#graphql
  query ShopFacts {
    shop {
      id
      name
      myshopifyDomain
      contactEmail
      ianaTimezone
      currencyCode
      shipsToCountries
      primaryDomain {
        host
        url
      }
      shopAddress {
        countryCodeV2
      }
    }
  }
`);

/** The scopes that the merchant has granted to this installation. */
export const INSTALLATION = operation<InstallationQuery, InstallationQueryVariables>(`#graphql
  query Installation {
    currentAppInstallation {
      id
      accessScopes {
        handle
      }
    }
  }
`);
