import type {
  AddCustomerTagsMutation,
  AddCustomerTagsMutationVariables,
  CreateAddressMutation,
  CreateAddressMutationVariables,
  CustomerStateQuery,
  CustomerStateQueryVariables,
  OptOutOfSaleMutation,
  OptOutOfSaleMutationVariables,
  RemoveCustomerTagsMutation,
  RemoveCustomerTagsMutationVariables,
  RequestErasureMutation,
  RequestErasureMutationVariables,
  SetEmailConsentMutation,
  SetEmailConsentMutationVariables,
  SetSmsConsentMutation,
  SetSmsConsentMutationVariables,
  UpdateAddressMutation,
  UpdateAddressMutationVariables,
  UpdateCustomerMutation,
  UpdateCustomerMutationVariables,
} from "../generated/operations.ts";
import { operation } from "./operation.ts";

/** What can be changed about a customer, as it is now: read before each change, and again after it. */
export const CUSTOMER_STATE = operation<CustomerStateQuery, CustomerStateQueryVariables>(`#graphql
  query CustomerState($id: ID!) {
    customer(id: $id) {
      id
      firstName
      lastName
      tags
      dataSaleOptOut
      defaultEmailAddress {
        emailAddress
        marketingState
      }
      defaultPhoneNumber {
        phoneNumber
        smsMarketingConsent {
          state
        }
      }
      defaultAddress {
        id
        company
        address1
        address2
        city
        zip
        provinceCode
        countryCodeV2
      }
      limits: metafield(namespace: "$app:privacy", key: "limits") {
        value
      }
      lastOrder {
        createdAt
      }
    }
  }
`);

/** Changes name, e-mail address or telephone number; what is absent stays. */
export const UPDATE_CUSTOMER = operation<UpdateCustomerMutation, UpdateCustomerMutationVariables>(`#graphql
  mutation UpdateCustomer($input: CustomerInput!) {
    customerUpdate(input: $input) {
      userErrors {
        field
        message
      }
    }
  }
`);

/** Changes a saved address; what is absent stays. */
export const UPDATE_ADDRESS = operation<UpdateAddressMutation, UpdateAddressMutationVariables>(`#graphql
  mutation UpdateAddress($customerId: ID!, $addressId: ID!, $address: MailingAddressInput!) {
    customerAddressUpdate(customerId: $customerId, addressId: $addressId, address: $address) {
      userErrors {
        field
        message
      }
    }
  }
`);

/** Saves an address as the customer's default one. */
export const CREATE_ADDRESS = operation<CreateAddressMutation, CreateAddressMutationVariables>(`#graphql
  mutation CreateAddress($customerId: ID!, $address: MailingAddressInput!) {
    customerAddressCreate(customerId: $customerId, address: $address, setAsDefault: true) {
      userErrors {
        field
        message
      }
    }
  }
`);

/** Adds tags; those that are there already stay as they are. */
export const ADD_CUSTOMER_TAGS = operation<AddCustomerTagsMutation, AddCustomerTagsMutationVariables>(`#graphql
  mutation AddCustomerTags($id: ID!, $tags: [String!]!) {
    tagsAdd(id: $id, tags: $tags) {
      userErrors {
        field
        message
      }
    }
  }
`);

/** Takes tags away; those that are not there don't matter. */
export const REMOVE_CUSTOMER_TAGS = operation<RemoveCustomerTagsMutation, RemoveCustomerTagsMutationVariables>(`#graphql
  mutation RemoveCustomerTags($id: ID!, $tags: [String!]!) {
    tagsRemove(id: $id, tags: $tags) {
      userErrors {
        field
        message
      }
    }
  }
`);

/** Sets whether a customer gets e-mail marketing. */
export const SET_EMAIL_CONSENT = operation<SetEmailConsentMutation, SetEmailConsentMutationVariables>(`#graphql
  mutation SetEmailConsent($input: CustomerEmailMarketingConsentUpdateInput!) {
    customerEmailMarketingConsentUpdate(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Sets whether a customer gets marketing by text message. */
export const SET_SMS_CONSENT = operation<SetSmsConsentMutation, SetSmsConsentMutationVariables>(`#graphql
  mutation SetSmsConsent($input: CustomerSmsMarketingConsentUpdateInput!) {
    customerSmsMarketingConsentUpdate(input: $input) {
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Opts whoever has this e-mail address out of the sale of their data, at all of Shopify's own tools. */
export const OPT_OUT_OF_SALE = operation<OptOutOfSaleMutation, OptOutOfSaleMutationVariables>(`#graphql
  mutation OptOutOfSale($email: String!) {
    dataSaleOptOut(email: $email) {
      customerId
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/**
 * Asks Shopify to erase a customer. "The user must have access to erase customer data": only with the token of a member
 * of staff. https://shopify.dev/docs/api/admin-graphql/latest/mutations/customerRequestDataErasure
 */
export const REQUEST_ERASURE = operation<RequestErasureMutation, RequestErasureMutationVariables>(`#graphql
  mutation RequestErasure($customerId: ID!) {
    customerRequestDataErasure(customerId: $customerId) {
      customerId
      userErrors {
        code
        field
        message
      }
    }
  }
`);
