import { assembleRegister } from "../../register/assemble-register.ts";
import { listed, withFact, withSingle } from "../../register/change-facts.ts";
import { usualPurpose } from "../../register/preset-register.ts";
import type { Provenance } from "../../register/fact.ts";
import { USUAL_LINKS, type LinkKind } from "../../register/fact-lists.ts";
import type { AnyFact, Register } from "../../register/facts.ts";
import { VENDORS } from "../../register/vendors.ts";
import type { Places } from "./setting.ts";

const SAID: Provenance = { status: "confirmed", origin: "interview", ref: "" };

/** Where a storefront keeps what a policy leads to. */
export const PLACES: Places = {
  form: "/apps/privacy/request",
  choices: "/apps/privacy/choices",
  archive: "/apps/privacy/policy/versions",
  metrics: null,
};

/** A jeweller in New York who sells to Europe, Canada and Brazil, with everything said. `vendors`: how many services. */
export function jeweller(vendors = 6): Register {
  const known = VENDORS.filter(({ processing }) => processing !== undefined);
  const used = known.filter((_, at) => at % Math.max(1, Math.floor(known.length / vendors)) === 0).slice(0, vendors);
  const facts: AnyFact[] = [
    ...(["US", "DE", "FR", "GB", "CH", "CA", "BR", "JP"] as const).map((country) =>
      listed("markets", { ...SAID, country }),
    ),
    ...(["en", "de", "ar"] as const).map((language) =>
      listed("languages", { ...SAID, language, isPrimary: language === "en" }),
    ),
    ...(Object.keys(USUAL_LINKS) as LinkKind[]).map((link) =>
      listed("links", { ...SAID, link, url: USUAL_LINKS[link] }),
    ),
    listed("contacts", { ...SAID, contact: "email", name: "", value: "privacy@rosewood.example" }),
    listed("contacts", { ...SAID, contact: "post", name: "", value: "Rosewood Jewellery\n12 Canal Street\nNew York" }),
    listed("contacts", { ...SAID, contact: "privacy-officer", name: "Rosa Wood", value: "" }),
    listed("contacts", { ...SAID, contact: "eu-representative", name: "Prighter GmbH", value: "Vienna, Austria" }),
    listed("contacts", { ...SAID, contact: "uk-representative", name: "Prighter Ltd", value: "London" }),
    listed("retention", { ...SAID, category: "reviews", period: { months: 36 }, trigger: "collection" }),
    listed("retention", { ...SAID, category: "orders", period: { months: 84 }, trigger: "end-of-order-year" }),
  ];
  const base = assembleRegister({
    services: used.map((service) => ({ ...service, isUsed: true })),
    facts,
    removed: [],
    banner: null,
  });
  return complete(base);
}

function complete(base: Register): Register {
  let register = withSingle(base, "store", {
    ...{ legalName: "Rosewood Jewellery LLC", tradingName: "Rosewood", country: "US" },
    domains: ["rosewood.example"],
  });
  register = withSingle(register, "reach", {
    ...{ isEstablishedInEea: false, isEstablishedInUk: false, isUnderCcpa: true, isOverTenMillion: false },
  });
  register = withSingle(register, "advertising", { isTargeted: true, sellsForMoney: false });
  register = withSingle(register, "minors", { minimumAge: 18 });
  register = withSingle(register, "doNotTrack", { response: "ignored" });
  register = withSingle(register, "globalPrivacyControl", { response: "where-required" });
  register = withSingle(register, "publication", {
    ...{ effectiveOn: "2026-12-01", reviewedOn: "2026-11-25", languages: ["en", "de", "ar"] },
  });
  return withFact(register, { ...usualPurpose("targeted-ads"), ...SAID });
}
