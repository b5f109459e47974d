import type {
  ConsentPoliciesQuery,
  ConsentPoliciesQueryVariables,
  MainThemeQuery,
  MainThemeQueryVariables,
  OwnBannerQuery,
  OwnBannerQueryVariables,
  PublishedSettingsQuery,
  PublishedSettingsQueryVariables,
  ThemeFilesQuery,
  ThemeFilesQueryVariables,
  WriteConsentPoliciesMutation,
  WriteConsentPoliciesMutationVariables,
} from "../generated/operations.ts";
import { operation } from "./operation.ts";

/** Shopify's region policies of a store, the regions that they can be made for, and where the store ships to. */
export const CONSENT_POLICIES = operation<ConsentPoliciesQuery, ConsentPoliciesQueryVariables>(`#graphql
  query ConsentPolicies {
    consentPolicy {
      id
      countryCode
      regionCode
      consentRequired
      dataSaleOptOutRequired
    }
    consentPolicyRegions {
      countryCode
      regionCode
    }
    shop {
      shipsToCountries
    }
  }
`);

/** Makes or changes region policies; one that stands for the same country and region is replaced. */
export const WRITE_CONSENT_POLICIES = operation<
  WriteConsentPoliciesMutation,
  WriteConsentPoliciesMutationVariables
>(`#graphql
  mutation WriteConsentPolicies($policies: [ConsentPolicyInput!]!) {
    consentPolicyUpdate(consentPolicies: $policies) {
      updatedPolicies {
        countryCode
        regionCode
        consentRequired
        dataSaleOptOutRequired
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Whether Shopify shows a banner of its own. */
export const OWN_BANNER = operation<OwnBannerQuery, OwnBannerQueryVariables>(`#graphql
  query OwnBanner {
    privacySettings {
      banner {
        enabled
      }
    }
  }
`);

/** The settings that the storefront gets from Candor, and the app's handle in themes. */
export const PUBLISHED_SETTINGS = operation<PublishedSettingsQuery, PublishedSettingsQueryVariables>(`#graphql
  query PublishedSettings {
    currentAppInstallation {
      app {
        handle
      }
      metafield(namespace: "candor", key: "storefront") {
        value
      }
    }
  }
`);

/** The published theme. */
export const MAIN_THEME = operation<MainThemeQuery, MainThemeQueryVariables>(`#graphql
  query MainTheme {
    themes(first: 1, roles: [MAIN]) {
      nodes {
        id
        name
        updatedAt
      }
    }
  }
`);

/** Some files of a theme, at most 50 in one call. A file that is not there is left out. */
export const THEME_FILES = operation<ThemeFilesQuery, ThemeFilesQueryVariables>(`#graphql
  query ThemeFiles($theme: ID!, $names: [String!]!) {
    theme(id: $theme) {
      files(filenames: $names, first: 50) {
        nodes {
          filename
          size
          body {
            ... on OnlineStoreThemeFileBodyText {
              content
            }
            ... on OnlineStoreThemeFileBodyBase64 {
              contentBase64
            }
            ... on OnlineStoreThemeFileBodyUrl {
              url
            }
          }
        }
        userErrors {
          code
          filename
        }
      }
    }
  }
`);
