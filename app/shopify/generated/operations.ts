// Written by scripts/generate-shopify-types.ts from Shopify's published schema. Do not edit.

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type BulkOperationErrorCode = "ACCESS_DENIED" | "INTERNAL_SERVER_ERROR" | "TIMEOUT";

export type BulkOperationStatus = "CANCELED" | "CANCELING" | "COMPLETED" | "CREATED" | "EXPIRED" | "FAILED" | "RUNNING";

export type BulkOperationUserErrorCode = "INVALID" | "LIMIT_REACHED" | "OPERATION_IN_PROGRESS";

export type ConsentPolicyErrorCode =
  | "COUNTRY_CODE_REQUIRED"
  | "REGION_CODE_MUST_MATCH_COUNTRY_CODE"
  | "REGION_CODE_REQUIRED"
  | "SHOPIFY_COOKIE_BANNER_NOT_DISABLED"
  | "UNSUPORTED_CONSENT_POLICY";

export type ConsentPolicyInput = {
  readonly consentRequired?: boolean | null | undefined;
  readonly countryCode?: PrivacyCountryCode | null | undefined;
  readonly dataSaleOptOutRequired?: boolean | null | undefined;
  readonly regionCode?: string | null | undefined;
};

export type CountryCode =
  | "AC"
  | "AD"
  | "AE"
  | "AF"
  | "AG"
  | "AI"
  | "AL"
  | "AM"
  | "AN"
  | "AO"
  | "AR"
  | "AT"
  | "AU"
  | "AW"
  | "AX"
  | "AZ"
  | "BA"
  | "BB"
  | "BD"
  | "BE"
  | "BF"
  | "BG"
  | "BH"
  | "BI"
  | "BJ"
  | "BL"
  | "BM"
  | "BN"
  | "BO"
  | "BQ"
  | "BR"
  | "BS"
  | "BT"
  | "BV"
  | "BW"
  | "BY"
  | "BZ"
  | "CA"
  | "CC"
  | "CD"
  | "CF"
  | "CG"
  | "CH"
  | "CI"
  | "CK"
  | "CL"
  | "CM"
  | "CN"
  | "CO"
  | "CR"
  | "CU"
  | "CV"
  | "CW"
  | "CX"
  | "CY"
  | "CZ"
  | "DE"
  | "DJ"
  | "DK"
  | "DM"
  | "DO"
  | "DZ"
  | "EC"
  | "EE"
  | "EG"
  | "EH"
  | "ER"
  | "ES"
  | "ET"
  | "FI"
  | "FJ"
  | "FK"
  | "FO"
  | "FR"
  | "GA"
  | "GB"
  | "GD"
  | "GE"
  | "GF"
  | "GG"
  | "GH"
  | "GI"
  | "GL"
  | "GM"
  | "GN"
  | "GP"
  | "GQ"
  | "GR"
  | "GS"
  | "GT"
  | "GW"
  | "GY"
  | "HK"
  | "HM"
  | "HN"
  | "HR"
  | "HT"
  | "HU"
  | "ID"
  | "IE"
  | "IL"
  | "IM"
  | "IN"
  | "IO"
  | "IQ"
  | "IR"
  | "IS"
  | "IT"
  | "JE"
  | "JM"
  | "JO"
  | "JP"
  | "KE"
  | "KG"
  | "KH"
  | "KI"
  | "KM"
  | "KN"
  | "KP"
  | "KR"
  | "KW"
  | "KY"
  | "KZ"
  | "LA"
  | "LB"
  | "LC"
  | "LI"
  | "LK"
  | "LR"
  | "LS"
  | "LT"
  | "LU"
  | "LV"
  | "LY"
  | "MA"
  | "MC"
  | "MD"
  | "ME"
  | "MF"
  | "MG"
  | "MK"
  | "ML"
  | "MM"
  | "MN"
  | "MO"
  | "MQ"
  | "MR"
  | "MS"
  | "MT"
  | "MU"
  | "MV"
  | "MW"
  | "MX"
  | "MY"
  | "MZ"
  | "NA"
  | "NC"
  | "NE"
  | "NF"
  | "NG"
  | "NI"
  | "NL"
  | "NO"
  | "NP"
  | "NR"
  | "NU"
  | "NZ"
  | "OM"
  | "PA"
  | "PE"
  | "PF"
  | "PG"
  | "PH"
  | "PK"
  | "PL"
  | "PM"
  | "PN"
  | "PS"
  | "PT"
  | "PY"
  | "QA"
  | "RE"
  | "RO"
  | "RS"
  | "RU"
  | "RW"
  | "SA"
  | "SB"
  | "SC"
  | "SD"
  | "SE"
  | "SG"
  | "SH"
  | "SI"
  | "SJ"
  | "SK"
  | "SL"
  | "SM"
  | "SN"
  | "SO"
  | "SR"
  | "SS"
  | "ST"
  | "SV"
  | "SX"
  | "SY"
  | "SZ"
  | "TA"
  | "TC"
  | "TD"
  | "TF"
  | "TG"
  | "TH"
  | "TJ"
  | "TK"
  | "TL"
  | "TM"
  | "TN"
  | "TO"
  | "TR"
  | "TT"
  | "TV"
  | "TW"
  | "TZ"
  | "UA"
  | "UG"
  | "UM"
  | "US"
  | "UY"
  | "UZ"
  | "VA"
  | "VC"
  | "VE"
  | "VG"
  | "VN"
  | "VU"
  | "WF"
  | "WS"
  | "XK"
  | "YE"
  | "YT"
  | "ZA"
  | "ZM"
  | "ZW"
  | "ZZ";

export type CurrencyCode =
  | "AED"
  | "AFN"
  | "ALL"
  | "AMD"
  | "ANG"
  | "AOA"
  | "ARS"
  | "AUD"
  | "AWG"
  | "AZN"
  | "BAM"
  | "BBD"
  | "BDT"
  | "BGN"
  | "BHD"
  | "BIF"
  | "BMD"
  | "BND"
  | "BOB"
  | "BRL"
  | "BSD"
  | "BTN"
  | "BWP"
  | "BYN"
  | "BYR"
  | "BZD"
  | "CAD"
  | "CDF"
  | "CHF"
  | "CLP"
  | "CNY"
  | "COP"
  | "CRC"
  | "CVE"
  | "CZK"
  | "DJF"
  | "DKK"
  | "DOP"
  | "DZD"
  | "EGP"
  | "ERN"
  | "ETB"
  | "EUR"
  | "FJD"
  | "FKP"
  | "GBP"
  | "GEL"
  | "GHS"
  | "GIP"
  | "GMD"
  | "GNF"
  | "GTQ"
  | "GYD"
  | "HKD"
  | "HNL"
  | "HRK"
  | "HTG"
  | "HUF"
  | "IDR"
  | "ILS"
  | "INR"
  | "IQD"
  | "IRR"
  | "ISK"
  | "JEP"
  | "JMD"
  | "JOD"
  | "JPY"
  | "KES"
  | "KGS"
  | "KHR"
  | "KID"
  | "KMF"
  | "KRW"
  | "KWD"
  | "KYD"
  | "KZT"
  | "LAK"
  | "LBP"
  | "LKR"
  | "LRD"
  | "LSL"
  | "LTL"
  | "LVL"
  | "LYD"
  | "MAD"
  | "MDL"
  | "MGA"
  | "MKD"
  | "MMK"
  | "MNT"
  | "MOP"
  | "MRU"
  | "MUR"
  | "MVR"
  | "MWK"
  | "MXN"
  | "MYR"
  | "MZN"
  | "NAD"
  | "NGN"
  | "NIO"
  | "NOK"
  | "NPR"
  | "NZD"
  | "OMR"
  | "PAB"
  | "PEN"
  | "PGK"
  | "PHP"
  | "PKR"
  | "PLN"
  | "PYG"
  | "QAR"
  | "RON"
  | "RSD"
  | "RUB"
  | "RWF"
  | "SAR"
  | "SBD"
  | "SCR"
  | "SDG"
  | "SEK"
  | "SGD"
  | "SHP"
  | "SLL"
  | "SOS"
  | "SRD"
  | "SSP"
  | "STD"
  | "STN"
  | "SYP"
  | "SZL"
  | "THB"
  | "TJS"
  | "TMT"
  | "TND"
  | "TOP"
  | "TRY"
  | "TTD"
  | "TWD"
  | "TZS"
  | "UAH"
  | "UGX"
  | "USD"
  | "USDC"
  | "UYU"
  | "UZS"
  | "VED"
  | "VEF"
  | "VES"
  | "VND"
  | "VUV"
  | "WST"
  | "XAF"
  | "XCD"
  | "XOF"
  | "XPF"
  | "XXX"
  | "YER"
  | "ZAR"
  | "ZMW";

export type CustomerConsentCollectedFrom = "OTHER" | "SHOPIFY";

export type CustomerEmailAddressMarketingState =
  "INVALID" | "NOT_SUBSCRIBED" | "PENDING" | "SUBSCRIBED" | "UNSUBSCRIBED";

export type CustomerEmailAddressOpenTrackingLevel = "OPTED_IN" | "OPTED_OUT" | "UNKNOWN";

export type CustomerEmailMarketingConsentInput = {
  readonly consentUpdatedAt?: string | null | undefined;
  readonly marketingOptInLevel?: CustomerMarketingOptInLevel | null | undefined;
  readonly marketingState: CustomerEmailMarketingState;
  readonly sourceLocationId?: string | number | null | undefined;
};

export type CustomerEmailMarketingConsentUpdateInput = {
  readonly customerId: string | number;
  readonly emailMarketingConsent: CustomerEmailMarketingConsentInput;
};

export type CustomerEmailMarketingConsentUpdateUserErrorCode =
  "INCLUSION" | "INTERNAL_ERROR" | "INVALID" | "MISSING_ARGUMENT";

export type CustomerEmailMarketingState =
  "INVALID" | "NOT_SUBSCRIBED" | "PENDING" | "REDACTED" | "SUBSCRIBED" | "UNSUBSCRIBED";

export type CustomerIdentifierInput =
  | {
      readonly customId: UniqueMetafieldValueInput;
      readonly emailAddress?: never;
      readonly id?: never;
      readonly phoneNumber?: never;
    }
  | { readonly customId?: never; readonly emailAddress: string; readonly id?: never; readonly phoneNumber?: never }
  | {
      readonly customId?: never;
      readonly emailAddress?: never;
      readonly id: string | number;
      readonly phoneNumber?: never;
    }
  | { readonly customId?: never; readonly emailAddress?: never; readonly id?: never; readonly phoneNumber: string };

export type CustomerInput = {
  /**
   * @deprecated Use the dedicated address mutations (`customerAddressCreate`, `customerAddressUpdate`, `customerAddressDelete`) instead.
   *
   */
  readonly addresses?: ReadonlyArray<MailingAddressInput> | null | undefined;
  readonly email?: string | null | undefined;
  readonly emailMarketingConsent?: CustomerEmailMarketingConsentInput | null | undefined;
  readonly firstName?: string | null | undefined;
  readonly id?: string | number | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly locale?: string | null | undefined;
  readonly metafields?: ReadonlyArray<MetafieldInput> | null | undefined;
  readonly multipassIdentifier?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly smsMarketingConsent?: CustomerSmsMarketingConsentInput | null | undefined;
  readonly tags?: ReadonlyArray<string> | null | undefined;
  readonly taxExempt?: boolean | null | undefined;
  readonly taxExemptions?: ReadonlyArray<TaxExemption> | null | undefined;
  readonly whatsAppMarketingConsent?: CustomerMarketingConsentInput | null | undefined;
};

export type CustomerMarketingConsentInput = {
  readonly optInLevel?: CustomerMarketingOptInLevel | null | undefined;
  readonly sourceLocationId?: string | number | null | undefined;
  readonly state: CustomerMarketingConsentState;
  readonly updatedAt?: string | null | undefined;
};

export type CustomerMarketingConsentState = "NEVER_SUBSCRIBED" | "PENDING" | "REDACTED" | "SUBSCRIBED" | "UNSUBSCRIBED";

export type CustomerMarketingOptInLevel = "CONFIRMED_OPT_IN" | "SINGLE_OPT_IN" | "UNKNOWN";

export type CustomerPredictedSpendTier = "HIGH" | "LOW" | "MEDIUM";

export type CustomerProductSubscriberStatus =
  "ACTIVE" | "CANCELLED" | "EXPIRED" | "FAILED" | "NEVER_SUBSCRIBED" | "PAUSED";

export type CustomerRequestDataErasureErrorCode = "DOES_NOT_EXIST" | "FAILED_TO_REQUEST";

export type CustomerRfmGroup =
  | "ACTIVE"
  | "ALMOST_LOST"
  | "AT_RISK"
  | "CHAMPIONS"
  | "DORMANT"
  | "LOYAL"
  | "NEEDS_ATTENTION"
  | "NEW"
  | "PREVIOUSLY_LOYAL"
  | "PROMISING"
  | "PROSPECTS";

export type CustomerSmsMarketingConsentErrorCode = "INCLUSION" | "INTERNAL_ERROR" | "INVALID" | "MISSING_ARGUMENT";

export type CustomerSmsMarketingConsentInput = {
  readonly consentUpdatedAt?: string | null | undefined;
  readonly marketingOptInLevel?: CustomerMarketingOptInLevel | null | undefined;
  readonly marketingState: CustomerSmsMarketingState;
  readonly sourceLocationId?: string | number | null | undefined;
};

export type CustomerSmsMarketingConsentUpdateInput = {
  readonly customerId: string | number;
  readonly smsMarketingConsent: CustomerSmsMarketingConsentInput;
};

export type CustomerSmsMarketingState = "NOT_SUBSCRIBED" | "PENDING" | "REDACTED" | "SUBSCRIBED" | "UNSUBSCRIBED";

export type CustomerState = "DECLINED" | "DISABLED" | "ENABLED" | "INVITED";

export type DataSaleOptOutUserErrorCode = "FAILED";

export type DigitalWallet = "AMAZON_PAY" | "ANDROID_PAY" | "APPLE_PAY" | "FACEBOOK_PAY" | "GOOGLE_PAY" | "SHOPIFY_PAY";

export type DraftOrderStatus = "COMPLETED" | "INVOICE_SENT" | "OPEN";

export type FulfillmentDisplayStatus =
  | "ATTEMPTED_DELIVERY"
  | "CANCELED"
  | "CARRIER_PICKED_UP"
  | "CONFIRMED"
  | "DELAYED"
  | "DELIVERED"
  | "FAILURE"
  | "FULFILLED"
  | "IN_TRANSIT"
  | "LABEL_PRINTED"
  | "LABEL_PURCHASED"
  | "LABEL_VOIDED"
  | "MARKED_AS_FULFILLED"
  | "NOT_DELIVERED"
  | "OUT_FOR_DELIVERY"
  | "PICKED_UP"
  | "READY_FOR_PICKUP"
  | "SUBMITTED";

export type FulfillmentServiceType = "GIFT_CARD" | "MANUAL" | "THIRD_PARTY";

export type FulfillmentStatus = "CANCELLED" | "ERROR" | "FAILURE" | "OPEN" | "PENDING" | "SUCCESS";

export type MailingAddressInput = {
  readonly address1?: string | null | undefined;
  readonly address2?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly company?: string | null | undefined;
  /** @deprecated Use `countryCode` instead. */
  readonly country?: string | null | undefined;
  readonly countryCode?: CountryCode | null | undefined;
  readonly firstName?: string | null | undefined;
  /** @deprecated Not needed for 90% of mutations, and provided separately where it is needed. */
  readonly id?: string | number | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly phone?: string | null | undefined;
  /** @deprecated Use `provinceCode` instead. */
  readonly province?: string | null | undefined;
  readonly provinceCode?: string | null | undefined;
  readonly zip?: string | null | undefined;
};

export type MetafieldInput = {
  readonly id?: string | number | null | undefined;
  readonly key?: string | null | undefined;
  readonly namespace?: string | null | undefined;
  readonly type?: string | null | undefined;
  readonly value?: string | null | undefined;
};

export type MetafieldsSetInput = {
  readonly compareDigest?: string | null | undefined;
  readonly key: string;
  readonly namespace?: string | null | undefined;
  readonly ownerId: string | number;
  readonly type?: string | null | undefined;
  readonly value: string;
};

export type MetafieldsSetUserErrorCode =
  | "APP_NOT_AUTHORIZED"
  | "BLANK"
  | "CAPABILITY_VIOLATION"
  | "INCLUSION"
  | "INTERNAL_ERROR"
  | "INVALID"
  | "INVALID_COMPARE_DIGEST"
  | "INVALID_TYPE"
  | "INVALID_VALUE"
  | "LESS_THAN_OR_EQUAL_TO"
  | "PRESENT"
  | "STALE_OBJECT"
  | "TAKEN"
  | "TOO_LONG"
  | "TOO_SHORT";

export type OnlineStoreThemeFileResultType =
  "BAD_REQUEST" | "CONFLICT" | "ERROR" | "NOT_FOUND" | "SUCCESS" | "TIMEOUT" | "UNPROCESSABLE_ENTITY";

export type OrderCancelReason = "CUSTOMER" | "DECLINED" | "FRAUD" | "INVENTORY" | "OTHER" | "STAFF";

export type OrderDisplayFinancialStatus =
  "AUTHORIZED" | "EXPIRED" | "PAID" | "PARTIALLY_PAID" | "PARTIALLY_REFUNDED" | "PENDING" | "REFUNDED" | "VOIDED";

export type OrderDisplayFulfillmentStatus =
  | "FULFILLED"
  | "FULFILLMENT_NOT_REQUIRED"
  | "IN_PROGRESS"
  | "ON_HOLD"
  | "OPEN"
  | "PARTIALLY_FULFILLED"
  | "PENDING_FULFILLMENT"
  | "REQUEST_DECLINED"
  | "RESTOCKED"
  | "SCHEDULED"
  | "UNFULFILLED";

export type OrderRiskRecommendationResult = "ACCEPT" | "CANCEL" | "INVESTIGATE" | "NONE";

export type OrderTransactionKind =
  "AUTHORIZATION" | "CAPTURE" | "CHANGE" | "EMV_AUTHORIZATION" | "REFUND" | "SALE" | "SUGGESTED_REFUND" | "VOID";

export type OrderTransactionStatus = "AWAITING_RESPONSE" | "ERROR" | "FAILURE" | "PENDING" | "SUCCESS" | "UNKNOWN";

export type PageCreateInput = {
  readonly body?: string | null | undefined;
  readonly handle?: string | null | undefined;
  readonly isPublished?: boolean | null | undefined;
  readonly metafields?: ReadonlyArray<MetafieldInput> | null | undefined;
  readonly publishDate?: string | null | undefined;
  readonly templateSuffix?: string | null | undefined;
  readonly title: string;
};

export type PageCreateUserErrorCode =
  "BLANK" | "INVALID" | "INVALID_PUBLISH_DATE" | "INVALID_TYPE" | "INVALID_VALUE" | "TAKEN" | "TOO_BIG" | "TOO_LONG";

export type PageUpdateInput = {
  readonly body?: string | null | undefined;
  readonly handle?: string | null | undefined;
  readonly isPublished?: boolean | null | undefined;
  readonly metafields?: ReadonlyArray<MetafieldInput> | null | undefined;
  readonly publishDate?: string | null | undefined;
  readonly redirectNewHandle?: boolean | null | undefined;
  readonly templateSuffix?: string | null | undefined;
  readonly title?: string | null | undefined;
};

export type PageUpdateUserErrorCode =
  | "BLANK"
  | "INVALID"
  | "INVALID_PUBLISH_DATE"
  | "INVALID_TYPE"
  | "INVALID_VALUE"
  | "NOT_FOUND"
  | "TAKEN"
  | "TOO_BIG"
  | "TOO_LONG";

export type PrivacyCountryCode =
  | "AC"
  | "AD"
  | "AE"
  | "AF"
  | "AG"
  | "AI"
  | "AL"
  | "AM"
  | "AN"
  | "AO"
  | "AQ"
  | "AR"
  | "AS"
  | "AT"
  | "AU"
  | "AW"
  | "AX"
  | "AZ"
  | "BA"
  | "BB"
  | "BD"
  | "BE"
  | "BF"
  | "BG"
  | "BH"
  | "BI"
  | "BJ"
  | "BL"
  | "BM"
  | "BN"
  | "BO"
  | "BQ"
  | "BR"
  | "BS"
  | "BT"
  | "BV"
  | "BW"
  | "BY"
  | "BZ"
  | "CA"
  | "CC"
  | "CD"
  | "CF"
  | "CG"
  | "CH"
  | "CI"
  | "CK"
  | "CL"
  | "CM"
  | "CN"
  | "CO"
  | "CR"
  | "CU"
  | "CV"
  | "CW"
  | "CX"
  | "CY"
  | "CZ"
  | "DE"
  | "DJ"
  | "DK"
  | "DM"
  | "DO"
  | "DZ"
  | "EC"
  | "EE"
  | "EG"
  | "EH"
  | "ER"
  | "ES"
  | "ET"
  | "FI"
  | "FJ"
  | "FK"
  | "FM"
  | "FO"
  | "FR"
  | "GA"
  | "GB"
  | "GD"
  | "GE"
  | "GF"
  | "GG"
  | "GH"
  | "GI"
  | "GL"
  | "GM"
  | "GN"
  | "GP"
  | "GQ"
  | "GR"
  | "GS"
  | "GT"
  | "GU"
  | "GW"
  | "GY"
  | "HK"
  | "HM"
  | "HN"
  | "HR"
  | "HT"
  | "HU"
  | "ID"
  | "IE"
  | "IL"
  | "IM"
  | "IN"
  | "IO"
  | "IQ"
  | "IR"
  | "IS"
  | "IT"
  | "JE"
  | "JM"
  | "JO"
  | "JP"
  | "KE"
  | "KG"
  | "KH"
  | "KI"
  | "KM"
  | "KN"
  | "KP"
  | "KR"
  | "KW"
  | "KY"
  | "KZ"
  | "LA"
  | "LB"
  | "LC"
  | "LI"
  | "LK"
  | "LR"
  | "LS"
  | "LT"
  | "LU"
  | "LV"
  | "LY"
  | "MA"
  | "MC"
  | "MD"
  | "ME"
  | "MF"
  | "MG"
  | "MH"
  | "MK"
  | "ML"
  | "MM"
  | "MN"
  | "MO"
  | "MP"
  | "MQ"
  | "MR"
  | "MS"
  | "MT"
  | "MU"
  | "MV"
  | "MW"
  | "MX"
  | "MY"
  | "MZ"
  | "NA"
  | "NC"
  | "NE"
  | "NF"
  | "NG"
  | "NI"
  | "NL"
  | "NO"
  | "NP"
  | "NR"
  | "NS"
  | "NU"
  | "NZ"
  | "OM"
  | "PA"
  | "PE"
  | "PF"
  | "PG"
  | "PH"
  | "PK"
  | "PL"
  | "PM"
  | "PN"
  | "PR"
  | "PS"
  | "PT"
  | "PW"
  | "PY"
  | "QA"
  | "RE"
  | "RO"
  | "RS"
  | "RU"
  | "RW"
  | "SA"
  | "SB"
  | "SC"
  | "SD"
  | "SE"
  | "SG"
  | "SH"
  | "SI"
  | "SJ"
  | "SK"
  | "SL"
  | "SM"
  | "SN"
  | "SO"
  | "SR"
  | "SS"
  | "ST"
  | "SV"
  | "SX"
  | "SY"
  | "SZ"
  | "TA"
  | "TC"
  | "TD"
  | "TF"
  | "TG"
  | "TH"
  | "TJ"
  | "TK"
  | "TL"
  | "TM"
  | "TN"
  | "TO"
  | "TR"
  | "TT"
  | "TV"
  | "TW"
  | "TZ"
  | "UA"
  | "UG"
  | "UM"
  | "US"
  | "UY"
  | "UZ"
  | "VA"
  | "VC"
  | "VE"
  | "VG"
  | "VI"
  | "VN"
  | "VU"
  | "WF"
  | "WS"
  | "XK"
  | "XX"
  | "YE"
  | "YT"
  | "ZA"
  | "ZM"
  | "ZW";

export type RefundLineItemRestockType = "CANCEL" | "LEGACY_RESTOCK" | "NO_RESTOCK" | "RETURN";

export type RiskAssessmentResult = "HIGH" | "LOW" | "MEDIUM" | "NONE" | "PENDING";

export type RiskFactSentiment = "NEGATIVE" | "NEUTRAL" | "POSITIVE";

export type ShopPolicyErrorCode = "TOO_BIG";

export type ShopPolicyInput = {
  readonly body: string;
  readonly type: ShopPolicyType;
};

export type ShopPolicyType =
  | "CONTACT_INFORMATION"
  | "LEGAL_NOTICE"
  | "PRIVACY_POLICY"
  | "REFUND_POLICY"
  | "SHIPPING_POLICY"
  | "SUBSCRIPTION_POLICY"
  | "TERMS_OF_SALE"
  | "TERMS_OF_SERVICE";

export type TaxExemption =
  | "CA_BC_COMMERCIAL_FISHERY_EXEMPTION"
  | "CA_BC_CONTRACTOR_EXEMPTION"
  | "CA_BC_PRODUCTION_AND_MACHINERY_EXEMPTION"
  | "CA_BC_RESELLER_EXEMPTION"
  | "CA_BC_SUB_CONTRACTOR_EXEMPTION"
  | "CA_DIPLOMAT_EXEMPTION"
  | "CA_MB_COMMERCIAL_FISHERY_EXEMPTION"
  | "CA_MB_FARMER_EXEMPTION"
  | "CA_MB_RESELLER_EXEMPTION"
  | "CA_NL_VPT_RESELLER_EXEMPTION"
  | "CA_NS_COMMERCIAL_FISHERY_EXEMPTION"
  | "CA_NS_FARMER_EXEMPTION"
  | "CA_ON_PURCHASE_EXEMPTION"
  | "CA_PE_COMMERCIAL_FISHERY_EXEMPTION"
  | "CA_SK_COMMERCIAL_FISHERY_EXEMPTION"
  | "CA_SK_CONTRACTOR_EXEMPTION"
  | "CA_SK_FARMER_EXEMPTION"
  | "CA_SK_PRODUCTION_AND_MACHINERY_EXEMPTION"
  | "CA_SK_RESELLER_EXEMPTION"
  | "CA_SK_SUB_CONTRACTOR_EXEMPTION"
  | "CA_SK_VPT_RESELLER_EXEMPTION"
  | "CA_STATUS_CARD_EXEMPTION"
  | "EU_REVERSE_CHARGE_EXEMPTION_RULE"
  | "US_AK_RESELLER_EXEMPTION"
  | "US_AL_RESELLER_EXEMPTION"
  | "US_AR_RESELLER_EXEMPTION"
  | "US_AZ_RESELLER_EXEMPTION"
  | "US_CA_RESELLER_EXEMPTION"
  | "US_CO_RESELLER_EXEMPTION"
  | "US_CT_RESELLER_EXEMPTION"
  | "US_DC_RESELLER_EXEMPTION"
  | "US_DE_RESELLER_EXEMPTION"
  | "US_FL_RESELLER_EXEMPTION"
  | "US_GA_RESELLER_EXEMPTION"
  | "US_HI_RESELLER_EXEMPTION"
  | "US_IA_RESELLER_EXEMPTION"
  | "US_ID_RESELLER_EXEMPTION"
  | "US_IL_RESELLER_EXEMPTION"
  | "US_IN_RESELLER_EXEMPTION"
  | "US_KS_RESELLER_EXEMPTION"
  | "US_KY_RESELLER_EXEMPTION"
  | "US_LA_RESELLER_EXEMPTION"
  | "US_MA_RESELLER_EXEMPTION"
  | "US_MD_RESELLER_EXEMPTION"
  | "US_ME_RESELLER_EXEMPTION"
  | "US_MI_RESELLER_EXEMPTION"
  | "US_MN_RESELLER_EXEMPTION"
  | "US_MO_RESELLER_EXEMPTION"
  | "US_MS_RESELLER_EXEMPTION"
  | "US_MT_RESELLER_EXEMPTION"
  | "US_NC_RESELLER_EXEMPTION"
  | "US_ND_RESELLER_EXEMPTION"
  | "US_NE_RESELLER_EXEMPTION"
  | "US_NH_RESELLER_EXEMPTION"
  | "US_NJ_RESELLER_EXEMPTION"
  | "US_NM_RESELLER_EXEMPTION"
  | "US_NV_RESELLER_EXEMPTION"
  | "US_NY_RESELLER_EXEMPTION"
  | "US_OH_RESELLER_EXEMPTION"
  | "US_OK_RESELLER_EXEMPTION"
  | "US_OR_RESELLER_EXEMPTION"
  | "US_PA_RESELLER_EXEMPTION"
  | "US_RI_RESELLER_EXEMPTION"
  | "US_SC_RESELLER_EXEMPTION"
  | "US_SD_RESELLER_EXEMPTION"
  | "US_TN_RESELLER_EXEMPTION"
  | "US_TX_RESELLER_EXEMPTION"
  | "US_UT_RESELLER_EXEMPTION"
  | "US_VA_RESELLER_EXEMPTION"
  | "US_VT_RESELLER_EXEMPTION"
  | "US_WA_RESELLER_EXEMPTION"
  | "US_WI_RESELLER_EXEMPTION"
  | "US_WV_RESELLER_EXEMPTION"
  | "US_WY_RESELLER_EXEMPTION";

export type UniqueMetafieldValueInput = {
  readonly key: string;
  readonly namespace?: string | null | undefined;
  readonly value: string;
};

export type AppDataOwnerQueryVariables = Exact<{ [key: string]: never }>;

export type AppDataOwnerQuery = { readonly currentAppInstallation: { readonly id: string } };

export type WriteAppDataMutationVariables = Exact<{
  metafields: ReadonlyArray<MetafieldsSetInput> | MetafieldsSetInput;
}>;

export type WriteAppDataMutation = {
  readonly metafieldsSet: {
    readonly metafields: ReadonlyArray<{ readonly value: string }> | null;
    readonly userErrors: ReadonlyArray<{
      readonly code: MetafieldsSetUserErrorCode | null;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  } | null;
};

export type BulkOrdersQueryVariables = Exact<{
  query: string;
}>;

export type BulkOrdersQuery = {
  readonly orders: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly refunds: ReadonlyArray<RefundHeadFragment>;
        readonly lineItems: { readonly edges: ReadonlyArray<{ readonly node: OrderLineFragment }> };
      } & OrderHeadFragment;
    }>;
  };
};

export type MoneyFragment = {
  readonly presentmentMoney: { readonly amount: string; readonly currencyCode: CurrencyCode };
};

export type AddressFragment = {
  readonly name: string | null;
  readonly company: string | null;
  readonly address1: string | null;
  readonly address2: string | null;
  readonly zip: string | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly provinceCode: string | null;
  readonly country: string | null;
  readonly countryCodeV2: CountryCode | null;
  readonly phone: string | null;
};

export type VisitFragment = {
  readonly occurredAt: string;
  readonly landingPage: string | null;
  readonly referrerUrl: string | null;
  readonly source: string;
  readonly sourceDescription: string | null;
  readonly utmParameters: {
    readonly campaign: string | null;
    readonly content: string | null;
    readonly medium: string | null;
    readonly source: string | null;
    readonly term: string | null;
  } | null;
};

export type OrderLineFragment = {
  readonly id: string;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly sku: string | null;
  readonly vendor: string | null;
  readonly quantity: number;
  readonly currentQuantity: number;
  readonly customAttributes: ReadonlyArray<{ readonly key: string; readonly value: string | null }>;
  readonly originalUnitPriceSet: MoneyFragment;
  readonly discountedTotalSet: MoneyFragment;
};

export type RefundHeadFragment = {
  readonly id: string;
  readonly createdAt: string | null;
  readonly note: string | null;
  readonly totalRefundedSet: MoneyFragment;
};

export type OrderHeadFragment = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly processedAt: string;
  readonly cancelledAt: string | null;
  readonly cancelReason: OrderCancelReason | null;
  readonly closedAt: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly note: string | null;
  readonly tags: ReadonlyArray<string>;
  readonly test: boolean;
  readonly poNumber: string | null;
  readonly sourceName: string | null;
  readonly clientIp: string | null;
  readonly customerLocale: string | null;
  readonly customerAcceptsMarketing: boolean;
  readonly discountCodes: ReadonlyArray<string>;
  readonly paymentGatewayNames: ReadonlyArray<string>;
  readonly displayFinancialStatus: OrderDisplayFinancialStatus | null;
  readonly displayFulfillmentStatus: OrderDisplayFulfillmentStatus;
  readonly customer: { readonly id: string } | null;
  readonly customAttributes: ReadonlyArray<{ readonly key: string; readonly value: string | null }>;
  readonly billingAddress: AddressFragment | null;
  readonly shippingAddress: AddressFragment | null;
  readonly shippingLine: { readonly title: string } | null;
  readonly subtotalPriceSet: MoneyFragment | null;
  readonly totalDiscountsSet: MoneyFragment | null;
  readonly totalShippingPriceSet: MoneyFragment;
  readonly totalTaxSet: MoneyFragment | null;
  readonly totalPriceSet: MoneyFragment;
  readonly totalRefundedSet: MoneyFragment;
  readonly risk: {
    readonly recommendation: OrderRiskRecommendationResult;
    readonly assessments: ReadonlyArray<{
      readonly riskLevel: RiskAssessmentResult;
      readonly facts: ReadonlyArray<{ readonly description: string; readonly sentiment: RiskFactSentiment }>;
    }>;
  };
  readonly customerJourneySummary: {
    readonly customerOrderIndex: number | null;
    readonly daysToConversion: number | null;
    readonly firstVisit: VisitFragment | null;
    readonly lastVisit: VisitFragment | null;
  } | null;
  readonly fulfillments: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly status: FulfillmentStatus;
    readonly displayStatus: FulfillmentDisplayStatus | null;
    readonly createdAt: string;
    readonly deliveredAt: string | null;
    readonly totalQuantity: number;
    readonly trackingInfo: ReadonlyArray<{
      readonly company: string | null;
      readonly number: string | null;
      readonly url: string | null;
    }>;
  }>;
  readonly transactions: ReadonlyArray<{
    readonly id: string;
    readonly kind: OrderTransactionKind;
    readonly status: OrderTransactionStatus;
    readonly test: boolean;
    readonly gateway: string | null;
    readonly formattedGateway: string | null;
    readonly createdAt: string;
    readonly processedAt: string | null;
    readonly amountSet: MoneyFragment;
    readonly paymentDetails:
      | { readonly company: string | null; readonly number: string | null; readonly paymentMethodName: string | null }
      | { readonly paymentMethodName: string | null }
      | { readonly paymentMethodName: string | null }
      | { readonly paymentMethodName: string | null }
      | null;
  }>;
};

export type BulkStatusQueryVariables = Exact<{
  id: string | number;
}>;

export type BulkStatusQuery = {
  readonly bulkOperation: {
    readonly id: string;
    readonly status: BulkOperationStatus;
    readonly errorCode: BulkOperationErrorCode | null;
    readonly objectCount: string;
    readonly url: string | null;
  } | null;
};

export type RunBulkQueryMutationVariables = Exact<{
  query: string;
}>;

export type RunBulkQueryMutation = {
  readonly bulkOperationRunQuery: {
    readonly bulkOperation: { readonly id: string; readonly status: BulkOperationStatus } | null;
    readonly userErrors: ReadonlyArray<{
      readonly code: BulkOperationUserErrorCode | null;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  } | null;
};

export type AddCustomerTagsMutationVariables = Exact<{
  id: string | number;
  tags: ReadonlyArray<string> | string;
}>;

export type AddCustomerTagsMutation = {
  readonly tagsAdd: {
    readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null; readonly message: string }>;
  } | null;
};

export type CreateAddressMutationVariables = Exact<{
  customerId: string | number;
  address: MailingAddressInput;
}>;

export type CreateAddressMutation = {
  readonly customerAddressCreate: {
    readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null; readonly message: string }>;
  } | null;
};

export type CustomerStateQueryVariables = Exact<{
  id: string | number;
}>;

export type CustomerStateQuery = {
  readonly customer: {
    readonly id: string;
    readonly firstName: string | null;
    readonly lastName: string | null;
    readonly tags: ReadonlyArray<string>;
    readonly dataSaleOptOut: boolean;
    readonly defaultEmailAddress: {
      readonly emailAddress: string;
      readonly marketingState: CustomerEmailAddressMarketingState;
    } | null;
    readonly defaultPhoneNumber: {
      readonly phoneNumber: string;
      readonly smsMarketingConsent: { readonly state: CustomerMarketingConsentState };
    } | null;
    readonly defaultAddress: {
      readonly id: string;
      readonly company: string | null;
      readonly address1: string | null;
      readonly address2: string | null;
      readonly city: string | null;
      readonly zip: string | null;
      readonly provinceCode: string | null;
      readonly countryCodeV2: CountryCode | null;
    } | null;
    readonly limits: { readonly value: string } | null;
    readonly lastOrder: { readonly createdAt: string } | null;
  } | null;
};

export type OptOutOfSaleMutationVariables = Exact<{
  email: string;
}>;

export type OptOutOfSaleMutation = {
  readonly dataSaleOptOut: {
    readonly customerId: string | null;
    readonly userErrors: ReadonlyArray<{
      readonly code: DataSaleOptOutUserErrorCode | null;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  } | null;
};

export type RemoveCustomerTagsMutationVariables = Exact<{
  id: string | number;
  tags: ReadonlyArray<string> | string;
}>;

export type RemoveCustomerTagsMutation = {
  readonly tagsRemove: {
    readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null; readonly message: string }>;
  } | null;
};

export type RequestErasureMutationVariables = Exact<{
  customerId: string | number;
}>;

export type RequestErasureMutation = {
  readonly customerRequestDataErasure: {
    readonly customerId: string | null;
    readonly userErrors: ReadonlyArray<{
      readonly code: CustomerRequestDataErasureErrorCode | null;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  } | null;
};

export type SetEmailConsentMutationVariables = Exact<{
  input: CustomerEmailMarketingConsentUpdateInput;
}>;

export type SetEmailConsentMutation = {
  readonly customerEmailMarketingConsentUpdate: {
    readonly userErrors: ReadonlyArray<{
      readonly code: CustomerEmailMarketingConsentUpdateUserErrorCode | null;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  } | null;
};

export type SetSmsConsentMutationVariables = Exact<{
  input: CustomerSmsMarketingConsentUpdateInput;
}>;

export type SetSmsConsentMutation = {
  readonly customerSmsMarketingConsentUpdate: {
    readonly userErrors: ReadonlyArray<{
      readonly code: CustomerSmsMarketingConsentErrorCode | null;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  } | null;
};

export type UpdateAddressMutationVariables = Exact<{
  customerId: string | number;
  addressId: string | number;
  address: MailingAddressInput;
}>;

export type UpdateAddressMutation = {
  readonly customerAddressUpdate: {
    readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null; readonly message: string }>;
  } | null;
};

export type UpdateCustomerMutationVariables = Exact<{
  input: CustomerInput;
}>;

export type UpdateCustomerMutation = {
  readonly customerUpdate: {
    readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null; readonly message: string }>;
  } | null;
};

export type CustomersToTellQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type CustomersToTellQuery = {
  readonly customers: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly locale: string;
      readonly defaultEmailAddress: { readonly emailAddress: string } | null;
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type CustomerAddressesQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;

export type CustomerAddressesQuery = {
  readonly customer: {
    readonly defaultAddress: { readonly id: string } | null;
    readonly addressesV2: {
      readonly nodes: ReadonlyArray<{ readonly id: string } & AddressFragment>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type CustomerByIdentifierQueryVariables = Exact<{
  identifier: CustomerIdentifierInput;
}>;

export type CustomerByIdentifierQuery = {
  readonly customerByIdentifier: {
    readonly id: string;
    readonly numberOfOrders: string;
    readonly defaultEmailAddress: { readonly emailAddress: string } | null;
    readonly defaultPhoneNumber: { readonly phoneNumber: string } | null;
  } | null;
};

export type CustomerMetafieldsQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;

export type CustomerMetafieldsQuery = {
  readonly customer: {
    readonly metafields: {
      readonly nodes: ReadonlyArray<{
        readonly namespace: string;
        readonly key: string;
        readonly type: string;
        readonly value: string;
        readonly updatedAt: string;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type CustomerProfileQueryVariables = Exact<{
  id: string | number;
}>;

export type CustomerProfileQuery = {
  readonly customer: {
    readonly id: string;
    readonly firstName: string | null;
    readonly lastName: string | null;
    readonly displayName: string;
    readonly state: CustomerState;
    readonly locale: string;
    readonly note: string | null;
    readonly tags: ReadonlyArray<string>;
    readonly taxExempt: boolean;
    readonly verifiedEmail: boolean;
    readonly dataSaleOptOut: boolean;
    readonly createdAt: string;
    readonly updatedAt: string;
    readonly lifetimeDuration: string;
    readonly numberOfOrders: string;
    readonly productSubscriberStatus: CustomerProductSubscriberStatus;
    readonly amountSpent: { readonly amount: string; readonly currencyCode: CurrencyCode };
    readonly lastOrder: { readonly name: string; readonly createdAt: string } | null;
    readonly statistics: {
      readonly predictedSpendTier: CustomerPredictedSpendTier | null;
      readonly rfmGroup: CustomerRfmGroup | null;
    };
    readonly defaultEmailAddress: {
      readonly emailAddress: string;
      readonly marketingState: CustomerEmailAddressMarketingState;
      readonly marketingOptInLevel: CustomerMarketingOptInLevel | null;
      readonly marketingUpdatedAt: string | null;
      readonly openTrackingLevel: CustomerEmailAddressOpenTrackingLevel;
    } | null;
    readonly defaultPhoneNumber: {
      readonly phoneNumber: string;
      readonly smsMarketingConsent: {
        readonly state: CustomerMarketingConsentState;
        readonly optInLevel: CustomerMarketingOptInLevel | null;
        readonly updatedAt: string | null;
        readonly collectedFrom: CustomerConsentCollectedFrom | null;
      };
      readonly whatsAppMarketingConsent: {
        readonly state: CustomerMarketingConsentState;
        readonly optInLevel: CustomerMarketingOptInLevel | null;
        readonly updatedAt: string | null;
        readonly collectedFrom: CustomerConsentCollectedFrom | null;
      };
    } | null;
  } | null;
};

export type CustomerOrdersQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;

export type CustomerOrdersQuery = {
  readonly customer: {
    readonly orders: {
      readonly nodes: ReadonlyArray<OrderWithLinesFragment>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type RefundLineFragment = {
  readonly quantity: number;
  readonly restockType: RefundLineItemRestockType;
  readonly lineItem: { readonly title: string; readonly sku: string | null };
  readonly subtotalSet: MoneyFragment;
};

export type OrderWithLinesFragment = {
  readonly lineItems: {
    readonly nodes: ReadonlyArray<OrderLineFragment>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
  readonly refunds: ReadonlyArray<
    {
      readonly refundLineItems: {
        readonly nodes: ReadonlyArray<RefundLineFragment>;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    } & RefundHeadFragment
  >;
} & OrderHeadFragment;

export type OrdersByIdsQueryVariables = Exact<{
  ids: ReadonlyArray<string | number> | string | number;
}>;

export type OrdersByIdsQuery = {
  readonly nodes: ReadonlyArray<OrderWithLinesFragment | Record<PropertyKey, never> | null>;
};

export type OrdersBySearchQueryVariables = Exact<{
  query: string;
  first: number;
  after?: string | null | undefined;
}>;

export type OrdersBySearchQuery = {
  readonly orders: {
    readonly nodes: ReadonlyArray<OrderWithLinesFragment>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type OrdersCountQueryVariables = Exact<{
  query: string;
  limit: number;
}>;

export type OrdersCountQuery = { readonly ordersCount: { readonly count: number } | null };

export type OrderLinesQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;

export type OrderLinesQuery = {
  readonly order: {
    readonly lineItems: {
      readonly nodes: ReadonlyArray<OrderLineFragment>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type OrderOwnersQueryVariables = Exact<{
  ids: ReadonlyArray<string | number> | string | number;
}>;

export type OrderOwnersQuery = {
  readonly nodes: ReadonlyArray<
    { readonly id: string; readonly customer: { readonly id: string } | null } | Record<PropertyKey, never> | null
  >;
};

export type RefundLinesQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;

export type RefundLinesQuery = {
  readonly refund: {
    readonly refundLineItems: {
      readonly nodes: ReadonlyArray<RefundLineFragment>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type AddPageMutationVariables = Exact<{
  page: PageCreateInput;
}>;

export type AddPageMutation = {
  readonly pageCreate: {
    readonly page: {
      readonly id: string;
      readonly body: string;
      readonly handle: string;
      readonly isPublished: boolean;
    } | null;
    readonly userErrors: ReadonlyArray<{
      readonly code: PageCreateUserErrorCode | null;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  } | null;
};

export type ChangePageMutationVariables = Exact<{
  id: string | number;
  page: PageUpdateInput;
}>;

export type ChangePageMutation = {
  readonly pageUpdate: {
    readonly page: {
      readonly id: string;
      readonly body: string;
      readonly handle: string;
      readonly isPublished: boolean;
    } | null;
    readonly userErrors: ReadonlyArray<{
      readonly code: PageUpdateUserErrorCode | null;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  } | null;
};

export type PageTextQueryVariables = Exact<{
  id: string | number;
}>;

export type PageTextQuery = {
  readonly page: {
    readonly id: string;
    readonly body: string;
    readonly handle: string;
    readonly isPublished: boolean;
  } | null;
};

export type StorePoliciesQueryVariables = Exact<{ [key: string]: never }>;

export type StorePoliciesQuery = {
  readonly shop: {
    readonly shopPolicies: ReadonlyArray<{
      readonly type: ShopPolicyType;
      readonly title: string;
      readonly body: string;
      readonly updatedAt: string;
      readonly url: string;
    }>;
  };
};

export type WriteStorePolicyMutationVariables = Exact<{
  policy: ShopPolicyInput;
}>;

export type WriteStorePolicyMutation = {
  readonly shopPolicyUpdate: {
    readonly shopPolicy: { readonly body: string; readonly updatedAt: string; readonly url: string } | null;
    readonly userErrors: ReadonlyArray<{
      readonly code: ShopPolicyErrorCode | null;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  } | null;
};

export type InstallationQueryVariables = Exact<{ [key: string]: never }>;

export type InstallationQuery = {
  readonly currentAppInstallation: {
    readonly id: string;
    readonly accessScopes: ReadonlyArray<{ readonly handle: string }>;
  };
};

export type ShopFactsQueryVariables = Exact<{ [key: string]: never }>;

export type ShopFactsQuery = {
  readonly shop: {
    readonly id: string;
    readonly name: string;
    readonly myshopifyDomain: string;
    readonly contactEmail: string;
    readonly ianaTimezone: string;
    readonly currencyCode: CurrencyCode;
    readonly shipsToCountries: ReadonlyArray<CountryCode>;
    readonly primaryDomain: { readonly host: string; readonly url: string };
    readonly shopAddress: { readonly countryCodeV2: CountryCode | null };
  };
};

export type CountCustomersQueryVariables = Exact<{
  query: string;
}>;

export type CountCustomersQuery = { readonly customersCount: { readonly count: number } | null };

export type CountDraftsQueryVariables = Exact<{
  query: string;
}>;

export type CountDraftsQuery = { readonly draftOrdersCount: { readonly count: number } | null };

export type StaleCustomersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  query: string;
}>;

export type StaleCustomersQuery = {
  readonly customers: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly updatedAt: string;
      readonly defaultEmailAddress: { readonly emailAddress: string } | null;
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type StoreLanguagesQueryVariables = Exact<{ [key: string]: never }>;

export type StoreLanguagesQuery = {
  readonly shopLocales: ReadonlyArray<{ readonly locale: string; readonly primary: boolean }>;
};

export type StoreSetupQueryVariables = Exact<{ [key: string]: never }>;

export type StoreSetupQuery = {
  readonly shop: {
    readonly name: string;
    readonly contactEmail: string;
    readonly shipsToCountries: ReadonlyArray<CountryCode>;
    readonly marketingSmsConsentEnabledAtCheckout: boolean;
    readonly primaryDomain: { readonly host: string };
    readonly domains: ReadonlyArray<{ readonly host: string }>;
    readonly shopAddress: { readonly company: string | null; readonly countryCodeV2: CountryCode | null };
    readonly fulfillmentServices: ReadonlyArray<{
      readonly handle: string;
      readonly serviceName: string;
      readonly type: FulfillmentServiceType;
    }>;
    readonly paymentSettings: { readonly supportedDigitalWallets: ReadonlyArray<DigitalWallet> };
  };
};

export type ConsentPoliciesQueryVariables = Exact<{ [key: string]: never }>;

export type ConsentPoliciesQuery = {
  readonly consentPolicy: ReadonlyArray<{
    readonly id: string;
    readonly countryCode: PrivacyCountryCode | null;
    readonly regionCode: string | null;
    readonly consentRequired: boolean | null;
    readonly dataSaleOptOutRequired: boolean | null;
  }>;
  readonly consentPolicyRegions: ReadonlyArray<{
    readonly countryCode: PrivacyCountryCode | null;
    readonly regionCode: string | null;
  }>;
  readonly shop: { readonly shipsToCountries: ReadonlyArray<CountryCode> };
};

export type MainThemeQueryVariables = Exact<{ [key: string]: never }>;

export type MainThemeQuery = {
  readonly themes: {
    readonly nodes: ReadonlyArray<{ readonly id: string; readonly name: string; readonly updatedAt: string }>;
  } | null;
};

export type OwnBannerQueryVariables = Exact<{ [key: string]: never }>;

export type OwnBannerQuery = { readonly privacySettings: { readonly banner: { readonly enabled: boolean } | null } };

export type PublishedSettingsQueryVariables = Exact<{ [key: string]: never }>;

export type PublishedSettingsQuery = {
  readonly currentAppInstallation: {
    readonly app: { readonly handle: string | null };
    readonly metafield: { readonly value: string } | null;
  };
};

export type ThemeFilesQueryVariables = Exact<{
  theme: string | number;
  names: ReadonlyArray<string> | string;
}>;

export type ThemeFilesQuery = {
  readonly theme: {
    readonly files: {
      readonly nodes: ReadonlyArray<{
        readonly filename: string;
        readonly size: string;
        readonly body: { readonly contentBase64: string } | { readonly content: string } | { readonly url: string };
      }>;
      readonly userErrors: ReadonlyArray<{ readonly code: OnlineStoreThemeFileResultType; readonly filename: string }>;
    } | null;
  } | null;
};

export type WriteConsentPoliciesMutationVariables = Exact<{
  policies: ReadonlyArray<ConsentPolicyInput> | ConsentPolicyInput;
}>;

export type WriteConsentPoliciesMutation = {
  readonly consentPolicyUpdate: {
    readonly updatedPolicies: ReadonlyArray<{
      readonly countryCode: PrivacyCountryCode | null;
      readonly regionCode: string | null;
      readonly consentRequired: boolean | null;
      readonly dataSaleOptOutRequired: boolean | null;
    }> | null;
    readonly userErrors: ReadonlyArray<{
      readonly code: ConsentPolicyErrorCode | null;
      readonly field: ReadonlyArray<string> | null;
      readonly message: string;
    }>;
  } | null;
};

export type AbandonedCheckoutsQueryVariables = Exact<{
  query: string;
  first: number;
  after?: string | null | undefined;
}>;

export type AbandonedCheckoutsQuery = {
  readonly abandonedCheckouts: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly note: string;
      readonly createdAt: string;
      readonly updatedAt: string;
      readonly completedAt: string | null;
      readonly discountCodes: ReadonlyArray<string>;
      readonly customer: {
        readonly id: string;
        readonly defaultEmailAddress: { readonly emailAddress: string } | null;
        readonly defaultPhoneNumber: { readonly phoneNumber: string } | null;
      } | null;
      readonly customAttributes: ReadonlyArray<{ readonly key: string; readonly value: string | null }>;
      readonly billingAddress: AddressFragment | null;
      readonly shippingAddress: AddressFragment | null;
      readonly totalPriceSet: MoneyFragment;
      readonly lineItems: {
        readonly nodes: ReadonlyArray<CheckoutLineFragment>;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type CheckoutLineFragment = {
  readonly title: string | null;
  readonly variantTitle: string | null;
  readonly sku: string | null;
  readonly quantity: number;
  readonly customAttributes: ReadonlyArray<{ readonly key: string; readonly value: string | null }>;
  readonly originalUnitPriceSet: MoneyFragment;
  readonly discountedTotalPriceSet: MoneyFragment;
};

export type AbandonedCheckoutLinesQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;

export type AbandonedCheckoutLinesQuery = {
  readonly node:
    | {
        readonly lineItems: {
          readonly nodes: ReadonlyArray<CheckoutLineFragment>;
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
        };
      }
    | Record<PropertyKey, never>
    | null;
};

export type DraftOrdersQueryVariables = Exact<{
  query: string;
  first: number;
  after?: string | null | undefined;
}>;

export type DraftOrdersQuery = {
  readonly draftOrders: {
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly status: DraftOrderStatus;
      readonly email: string | null;
      readonly phone: string | null;
      readonly note2: string | null;
      readonly tags: ReadonlyArray<string>;
      readonly createdAt: string;
      readonly updatedAt: string;
      readonly completedAt: string | null;
      readonly invoiceSentAt: string | null;
      readonly customer: { readonly id: string } | null;
      readonly customAttributes: ReadonlyArray<{ readonly key: string; readonly value: string | null }>;
      readonly billingAddress: AddressFragment | null;
      readonly shippingAddress: AddressFragment | null;
      readonly totalPriceSet: MoneyFragment;
      readonly lineItems: {
        readonly nodes: ReadonlyArray<DraftLineFragment>;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    }>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
};

export type DraftLineFragment = {
  readonly title: string;
  readonly variantTitle: string | null;
  readonly sku: string | null;
  readonly quantity: number;
  readonly customAttributes: ReadonlyArray<{ readonly key: string; readonly value: string | null }>;
  readonly originalUnitPriceSet: MoneyFragment;
  readonly discountedTotalSet: MoneyFragment;
};

export type DraftOrderLinesQueryVariables = Exact<{
  id: string | number;
  first: number;
  after?: string | null | undefined;
}>;

export type DraftOrderLinesQuery = {
  readonly draftOrder: {
    readonly lineItems: {
      readonly nodes: ReadonlyArray<DraftLineFragment>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};
