import type {
  StoreLanguagesQuery,
  StoreLanguagesQueryVariables,
  StoreSetupQuery,
  StoreSetupQueryVariables,
} from "../generated/operations.ts";
import { operation } from "./operation.ts";

/** How a store is set up, as far as its register of processing is concerned. Needs no scope. */
export const STORE_SETUP = operation<StoreSetupQuery, StoreSetupQueryVariables>(`#graphql
  query StoreSetup {
    shop {
      name
      contactEmail
      primaryDomain {
        host
      }
      domains {
        host
      }
      shopAddress {
        company
        countryCodeV2
      }
      shipsToCountries
      marketingSmsConsentEnabledAtCheckout
      fulfillmentServices {
        handle
        serviceName
        type
      }
      paymentSettings {
        supportedDigitalWallets
      }
    }
  }
`);

/** The languages that a storefront is published in. Needs `read_locales`. */
export const STORE_LANGUAGES = operation<StoreLanguagesQuery, StoreLanguagesQueryVariables>(`#graphql
  query StoreLanguages {
    shopLocales(published: true) {
      locale
      primary
    }
  }
`);
