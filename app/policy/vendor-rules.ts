import { isTransferCovered } from "../law/transfers.ts";
import { withFact, withoutFact, withSingle } from "../register/change-facts.ts";
import { ELEMENT_WORDS } from "../register/element-words.ts";
import type { Register, SightingFact, VendorFact } from "../register/facts.ts";
import { usualElement, usualPurpose } from "../register/preset-register.ts";
import { PROCESSING_PURPOSE_WORDS } from "../register/purpose-words.ts";
import { vendorFact } from "../register/vendor-fact.ts";
import { vendorById } from "../register/vendors.ts";
import { withFollowing } from "../register/with-following.ts";
import { withPlaces } from "./lawful-retention.ts";
import type { VENDOR_ISSUES } from "./issue-codes.ts";
import type { Finding, Rule, Situation, Where } from "./issue.ts";

const MENDED = { status: "confirmed", origin: "mend", ref: "" } as const;

/** This app itself: where it runs is its operator's to say. */
const OWN = "candor";

const edit = ({ fact }: Finding): Where => ({ page: "vendor", vendor: fact.slice(fact.indexOf("/") + 1) });
const open = () => "Say what is known";

const about = ({ id, name }: VendorFact): Finding => ({ fact: id, about: name });
const vendorsWith = (is: (vendor: VendorFact, situation: Situation) => boolean) => (situation: Situation) =>
  situation.register.vendors.filter((vendor) => vendor.vendor !== OWN && is(vendor, situation)).map(about);
const vendorOf = ({ register }: Situation, { fact }: Finding) => register.vendors.find(({ id }) => id === fact);
const change =
  (how: (vendor: VendorFact) => Partial<VendorFact> | null) => (situation: Situation, finding: Finding) => {
    const vendor = vendorOf(situation, finding);
    const said = vendor && how(vendor);
    return vendor && said ? withFact(situation.register, { ...vendor, ...MENDED, ...said }) : null;
  };

/** All countries that a vendor's data goes to; one that is unknown counts as "". */
const isCovered = ({ country, alsoIn, transfer }: VendorFact) =>
  [country, ...alsoIn].every((place) => isTransferCovered(place, transfer));

/** What the table knows of a vendor that the register does not; null when it knows no more. */
const known = ({ vendor }: VendorFact) => vendorById(vendor)?.processing ?? null;

const sightingsWith =
  (is: (sighting: SightingFact) => boolean) =>
  ({ register }: Situation) =>
    register.sightings.filter(is).map(({ id, name }) => ({ fact: id, about: name }));

/**
 * Takes a service that was seen into the register with all that follows. Null when nothing is known of it, or when what
 * is known would not do: then somebody must say what it is.
 */
function takeIn({ register, hasEurope }: Situation, { fact }: Finding): Register | null {
  const sighting = register.sightings.find(({ id }) => id === fact);
  const service = sighting && vendorById(sighting.service);
  if (!service) return null;
  const vendor = vendorFact(service, MENDED);
  const forbids = vendor.ads && register.minors.isDirectedToChildren && !register.banner.forMinors;
  if (forbids || (hasEurope && !isCovered(vendor)) || (vendor.needs & ~register.banner.offered) !== 0) return null;
  const taken = complete(withFact(withoutFact(register, fact), vendor));
  return vendor.ads ? withSingle(taken, "advertising", { ...MENDED, isTargeted: true }) : taken;
}

/** With all that follows from a vendor or purpose that was added. */
const complete = (register: Register) => withPlaces(withFollowing(register));

/** What a vendor has and the register lacks, with the vendor that brings it. */
function lacking<Part extends string>(
  { register }: Situation,
  partsOf: (vendor: VendorFact) => readonly Part[],
  has: ReadonlySet<Part>,
): [VendorFact, Part][] {
  return register.vendors.flatMap((vendor) =>
    partsOf(vendor).flatMap((part): [VendorFact, Part][] => (has.has(part) ? [] : [[vendor, part]])),
  );
}

const lackingPurposes = (situation: Situation) =>
  lacking(situation, ({ purposes }) => purposes, new Set(situation.register.purposes.map(({ purpose }) => purpose)));
const lackingElements = (situation: Situation) =>
  lacking(situation, ({ elements }) => elements, new Set(situation.register.elements.map(({ element }) => element)));

/** The vendor without a part that the store says it has not. */
const lessPart = (name: "purposes" | "elements", missing: readonly string[]) =>
  change((vendor) => ({ [name]: vendor[name].filter((part) => !missing.includes(part)) }));

/** Rules about who receives data. */
export const VENDOR_RULES: Readonly<Record<(typeof VENDOR_ISSUES)[number], Rule>> = {
  "vendor-not-in-register": {
    ...{ severity: "blocking", law: "GDPR art. 13(1)(e), 30(1)(d)" },
    find: sightingsWith(({ hosts }) => hosts.length > 0),
    says: (who) => `Your pages load ${who}, and the register does not name it.`,
    ...{ button: (who) => `Add ${who} to the register`, mend: takeIn, where: edit },
  },
  "cookie-not-in-register": {
    ...{ severity: "warning", law: "ePrivacy Directive art. 5(3)" },
    find: sightingsWith(({ hosts, cookies }) => hosts.length === 0 && cookies.length > 0),
    says: (who) => `Your pages keep something that belongs to ${who}, and the register does not name it.`,
    ...{ button: (who) => `Add ${who} to the register`, mend: takeIn, where: edit },
  },
  "service-not-in-register": {
    ...{ severity: "warning", law: "GDPR art. 13(1)(e), 30(1)(d)" },
    find: sightingsWith(({ hosts, cookies }) => hosts.length === 0 && cookies.length === 0),
    says: (who) => `At Shopify your store is connected to ${who}, and the register does not name it.`,
    ...{ button: (who) => `Add ${who} to the register`, mend: takeIn, where: edit },
  },
  "vendor-unconfirmed": {
    ...{ severity: "warning", law: "GDPR art. 13(1)(e)", find: vendorsWith(({ status }) => status === "claimed") },
    says: (who) => `Your policy names ${who}. Nobody has confirmed that you use it.`,
    button: () => "We use it",
    mend: change(() => ({})),
    where: edit,
  },
  "vendor-without-purpose": {
    ...{
      severity: "blocking",
      law: "GDPR art. 13(1)(c), (e)",
      find: vendorsWith(({ purposes }) => purposes.length === 0),
    },
    says: (who) => `It is not said what ${who} is used for.`,
    button: (who) => `Take what ${who} usually does`,
    mend: (situation, finding) => {
      const vendor = vendorOf(situation, finding);
      const usual = vendor && known(vendor);
      if (!usual) return null;
      const said = { ...MENDED, purposes: usual.purposes, elements: usual.elements };
      return complete(withFact(situation.register, { ...vendor, ...said }));
    },
    where: edit,
  },
  "vendor-purpose-missing": {
    ...{ severity: "warning", law: "GDPR art. 30(1)(b)" },
    find: (situation) =>
      lackingPurposes(situation).map(([{ id, name }, purpose]) => ({
        fact: id,
        about: `${name}: ${PROCESSING_PURPOSE_WORDS[purpose]}`,
      })),
    says: (what) => `A vendor serves a purpose that the register says you do not have. ${what}.`,
    button: () => "We do have it",
    mend: (situation, { about: what }) => {
      const found = lackingPurposes(situation).find(
        ([{ name }, one]) => what === `${name}: ${PROCESSING_PURPOSE_WORDS[one]}`,
      );
      return found ? complete(withFact(situation.register, usualPurpose(found[1], MENDED))) : null;
    },
    where: edit,
  },
  "vendor-element-missing": {
    ...{ severity: "warning", law: "GDPR art. 30(1)(c)" },
    find: (situation) =>
      lackingElements(situation).map(([{ id, name }, element]) => ({
        fact: id,
        about: `${name}: ${ELEMENT_WORDS[element]}`,
      })),
    says: (what) => `A vendor receives data that the register says you do not collect. ${what}.`,
    button: () => "It does not receive it",
    mend: (situation, finding) => {
      const missing = lackingElements(situation)
        .filter(([{ name }, element]) => finding.about === `${name}: ${ELEMENT_WORDS[element]}`)
        .map(([, element]) => element);
      // without it there must be a purpose that needs it, or it would be an element without one
      const isNeeded = situation.register.purposes.some(({ elements }) =>
        missing.some((one) => elements.includes(one)),
      );
      return isNeeded
        ? withPlaces(withFact(situation.register, usualElement(missing[0] ?? "cookie-id", MENDED)))
        : lessPart("elements", missing)(situation, finding);
    },
    where: edit,
  },
  "vendor-country-unknown": {
    ...{ severity: "warning", law: "GDPR art. 13(1)(f)", find: vendorsWith(({ country }) => country === "") },
    says: (who) => `It is not known in which country ${who} has its seat.`,
    button: open,
    mend: change((vendor) => {
      const country = vendorById(vendor.vendor)?.country ?? "";
      return country === "" || !isCovered({ ...vendor, country }) ? null : { country };
    }),
    where: edit,
  },
  "transfer-without-basis": {
    ...{ severity: "blocking", law: "GDPR art. 13(1)(f), 44–46" },
    find: vendorsWith((vendor, { hasEurope }) => hasEurope && !isCovered(vendor)),
    says: (who) => `Data of people in Europe goes to ${who} outside Europe, and it is not said what makes that lawful.`,
    button: (who) => `Standard clauses with ${who} are signed`,
    mend: change((vendor) => {
      const usual = known(vendor)?.transfer ?? [];
      const transfer = isCovered({ ...vendor, transfer: usual })
        ? usual
        : [...new Set([...vendor.transfer, "scc" as const])];
      return { transfer };
    }),
    where: edit,
  },
  "vendor-role-unknown": {
    ...{ severity: "warning", law: "GDPR art. 26, 28", find: vendorsWith(({ role }) => role === null) },
    says: (who) => `It is not said whether ${who} works for you only, or uses the data for itself too.`,
    button: open,
    mend: change((vendor) => {
      const usual = known(vendor);
      return usual && { role: usual.role, hasDpa: vendor.hasDpa ?? usual.hasDpa };
    }),
    where: edit,
  },
  "processor-without-contract": {
    ...{ severity: "warning", law: "GDPR art. 28(3); CCPA §1798.100(d)" },
    find: vendorsWith(({ role, hasDpa }) => role === "processor" && hasDpa !== true),
    says: (who) => `${who} works for you with personal data, and no contract about it is noted.`,
    button: () => "A contract stands",
    mend: change(() => ({ hasDpa: true })),
    where: edit,
  },
  "vendor-link-missing": {
    ...{ severity: "warning", law: "GDPR art. 12(1)", find: vendorsWith(({ privacyUrl }) => privacyUrl === "") },
    says: (who) => `The policy can give no link to what ${who} says about privacy.`,
    button: open,
    mend: change((vendor) => {
      const privacyUrl = vendorById(vendor.vendor)?.privacyUrl ?? "";
      return privacyUrl === "" ? null : { privacyUrl };
    }),
    where: edit,
  },
};
