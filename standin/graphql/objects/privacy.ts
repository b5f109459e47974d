import { isEnumType } from "graphql";
import { gid } from "../../shop/ids.ts";
import { storefrontState } from "../../storefront/storefront-state.ts";
import { accessDenied, hasScope } from "../check-access.ts";
import type { Arguments, Context, Field } from "../context.ts";
import { loadSchema } from "../load-schema.ts";
import { problem, type Problem } from "../problem.ts";

type Policy = Context["shop"]["consentPolicies"][number];

/** Parts of countries with policies of their own. Codes are the country's and the part's in one, "USCA". */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  US: (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC " +
    "SD TN TX UT VT VA WA WV WI WY"
  ).split(" "),
  CA: "AB BC MB NB NL NS NT NU ON PE QC SK YT".split(" "),
};

function places(): { countryCode: string; regionCode: string | null }[] {
  const type = loadSchema().schema.getType("PrivacyCountryCode");
  if (!isEnumType(type)) throw new Error("The schema has no PrivacyCountryCode");
  const countries = type.getValues().map(({ name }) => name);
  return countries.flatMap((countryCode) => [
    { countryCode, regionCode: null },
    ...(PARTS[countryCode] ?? []).map((part) => ({ countryCode, regionCode: countryCode + part })),
  ]);
}

const keyOf = (policy: { countryCode: string; regionCode: string | null }): string =>
  policy.regionCode ?? policy.countryCode;

/** The merchant's policies have numbers, the system's defaults names that begin with "SD-". */
const idOf = (key: string, isOwn: boolean): string =>
  gid("ConsentPolicy", isOwn ? 1_563_000_000_000 + Number.parseInt(key, 36) : `SD-${key}`);

function policyFields(context: Context, policy: Policy, isOwn: boolean): object {
  return { ...policy, id: idOf(keyOf(policy), isOwn), shopId: gid("Shop", context.shop.id) };
}

/** Shopify's pages name a scope for these fields, the table beside the schema does not. */
function requireScope({ token }: Context, field: string, scope: string): void {
  if (!hasScope(token.scopes, scope)) throw accessDenied(field, `\`${scope}\` access scope.`);
}

/** `consentPolicy`: every place there is; those that nobody set ask for nothing. */
export function consentPolicies(args: Arguments, context: Context): object[] {
  requireScope(context, "consentPolicy", "read_privacy_settings");
  const own = new Map(context.shop.consentPolicies.map((policy) => [keyOf(policy), policy]));
  const wanted = Object.entries(args).filter(([, value]) => value !== undefined && value !== null);
  return places()
    .map((place) => {
      const set = own.get(keyOf(place));
      const standard = { ...place, consentRequired: false, dataSaleOptOutRequired: false };
      return policyFields(context, set ?? standard, set !== undefined);
    })
    .filter((policy) => wanted.every(([key, value]) => policy[key as keyof typeof policy] === value));
}

/** `consentPolicyRegions`: the places for which a policy can be made. */
export const consentPolicyRegions: Field = (_, context) => {
  requireScope(context, "consentPolicyRegions", "read_privacy_settings");
  return places();
};

/** `privacySettings`. */
export function privacySettings(_: Arguments, context: Context): object {
  const on = (feature: string): boolean => !context.shop.disabledFeatures.includes(feature);
  return {
    banner: { enabled: on("COOKIE_BANNER"), autoManaged: on("COOKIE_BANNER"), translations: [] },
    dataSaleOptOutPage: { autoManaged: on("DATA_SALE_OPT_OUT_PAGE") },
    privacyPolicy: {
      autoManaged: on("PRIVACY_POLICY"),
      supportedLocales: storefrontState(context.world, context.shop.domain).locales,
    },
  };
}

type PolicyInput = { [Key in keyof Policy]?: Policy[Key] | null };

function problemOf(input: PolicyInput, index: number): Problem[] {
  const at = (field: string): string[] => ["consentPolicies", String(index), field];
  const { countryCode, regionCode } = input;
  if (countryCode === undefined || countryCode === null)
    return problem(at("countryCode"), "Country code is required.", "COUNTRY_CODE_REQUIRED");
  const parts = PARTS[countryCode];
  if (regionCode === undefined || regionCode === null)
    return parts === undefined
      ? []
      : problem(
          at("regionCode"),
          "Region code is required for countries with existing regional policies.",
          "REGION_CODE_REQUIRED",
        );
  if (!regionCode.startsWith(countryCode))
    return problem(at("regionCode"), "Region code must match the country code.", "REGION_CODE_MUST_MATCH_COUNTRY_CODE");
  return parts?.includes(regionCode.slice(2)) === true
    ? []
    : problem(at("regionCode"), "Unsupported consent policy.", "UNSUPORTED_CONSENT_POLICY");
}

function writePolicy(context: Context, input: PolicyInput): object {
  const { countryCode = null, regionCode = null } = input;
  const same = (policy: Policy): boolean => policy.countryCode === countryCode && policy.regionCode === regionCode;
  const old = context.shop.consentPolicies.find(same);
  const policy = {
    countryCode: countryCode ?? "",
    regionCode,
    consentRequired: input.consentRequired ?? old?.consentRequired ?? false,
    dataSaleOptOutRequired: input.dataSaleOptOutRequired ?? old?.dataSaleOptOutRequired ?? false,
  };
  context.shop.consentPolicies = [...context.shop.consentPolicies.filter((other) => !same(other)), policy];
  return policyFields(context, policy, true);
}

/** All or nothing; refused while Shopify's own banner is on, which keeps the policies itself. */
export const consentPolicyUpdate: Field = (args, context) => {
  requireScope(context, "consentPolicyUpdate", "write_privacy_settings");
  const inputs = args["consentPolicies"] as PolicyInput[];
  const isBannerOn = !context.shop.disabledFeatures.includes("COOKIE_BANNER");
  const userErrors = isBannerOn
    ? problem(null, "Shopify's cookie banner must be disabled.", "SHOPIFY_COOKIE_BANNER_NOT_DISABLED")
    : inputs.flatMap(problemOf);
  if (userErrors.length > 0) return { updatedPolicies: null, userErrors };
  const updatedPolicies = inputs.map((input) => writePolicy(context, input));
  context.world.changed();
  return { updatedPolicies, userErrors: [] };
};
