import type {
  CustomerAddressesQuery,
  CustomerAddressesQueryVariables,
  CustomerByIdentifierQuery,
  CustomerByIdentifierQueryVariables,
  CustomerMetafieldsQuery,
  CustomerMetafieldsQueryVariables,
  CustomerProfileQuery,
  CustomerProfileQueryVariables,
  CustomersToTellQuery,
  CustomersToTellQueryVariables,
} from "../generated/operations.ts";
import { ADDRESS } from "./fragments.ts";
import { operation } from "./operation.ts";

/**
 * Finds a customer by id, e-mail address or telephone number. The value goes in as a variable and is compared exactly
 * by Shopify, so no text of the person ever becomes part of a search expression here.
 */
export const CUSTOMER_BY_IDENTIFIER = operation<CustomerByIdentifierQuery, CustomerByIdentifierQueryVariables>(`#graphql
  query CustomerByIdentifier($identifier: CustomerIdentifierInput!) {
    customerByIdentifier(identifier: $identifier) {
      id
      numberOfOrders
      defaultEmailAddress {
        emailAddress
      }
      defaultPhoneNumber {
        phoneNumber
      }
    }
  }
`);

/** Every customer of a store with the way to reach them, in the order of their ids. Needs the scope `read_customers`. */
export const CUSTOMERS_TO_TELL = operation<CustomersToTellQuery, CustomersToTellQueryVariables>(`#graphql
  query CustomersToTell($first: Int!, $after: String) {
    customers(first: $first, after: $after, sortKey: ID) {
      nodes {
        id
        locale
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

/** Who a customer is for the store, with marketing consents and what Shopify predicts about them. */
export const CUSTOMER_PROFILE = operation<CustomerProfileQuery, CustomerProfileQueryVariables>(`#graphql
  query CustomerProfile($id: ID!) {
    customer(id: $id) {
      id
      firstName
      lastName
      displayName
      state
      locale
      note
      tags
      taxExempt
      verifiedEmail
      dataSaleOptOut
      createdAt
      updatedAt
      lifetimeDuration
      numberOfOrders
      productSubscriberStatus
      amountSpent {
        amount
        currencyCode
      }
      lastOrder {
        name
        createdAt
      }
      statistics {
        predictedSpendTier
        rfmGroup
      }
      defaultEmailAddress {
        emailAddress
        marketingState
        marketingOptInLevel
        marketingUpdatedAt
        openTrackingLevel
      }
      defaultPhoneNumber {
        phoneNumber
        smsMarketingConsent {
          state
          optInLevel
          updatedAt
          collectedFrom
        }
        whatsAppMarketingConsent {
          state
          optInLevel
          updatedAt
          collectedFrom
        }
      }
    }
  }
`);

/** One page of a customer's saved addresses. */
export const CUSTOMER_ADDRESSES = operation<CustomerAddressesQuery, CustomerAddressesQueryVariables>(`#graphql
  query CustomerAddresses($id: ID!, $first: Int!, $after: String) {
    customer(id: $id) {
      defaultAddress {
        id
      }
      addressesV2(first: $first, after: $after) {
        nodes {
          id
          ...Address
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
  ${ADDRESS}
`);

/** One page of the extra fields that the store or its apps keep on a customer. */
export const CUSTOMER_METAFIELDS = operation<CustomerMetafieldsQuery, CustomerMetafieldsQueryVariables>(`#graphql
  query CustomerMetafields($id: ID!, $first: Int!, $after: String) {
    customer(id: $id) {
      metafields(first: $first, after: $after) {
        nodes {
          namespace
          key
          type
          value
          updatedAt
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);
