import { gid } from "../../shop/ids.ts";
import { PEOPLE, type Person } from "../../shop/people.ts";
import type { AddressEdit } from "../../state.ts";
import type { Fields } from "../context.ts";

/** The address of this person; `id` tells their addresses apart. */
export function addressOf(person: Person, id: number): AddressEdit {
  return {
    ...{ id, firstName: person.first, lastName: person.last, company: null, address1: person.street, address2: null },
    ...{ city: person.city, zip: person.zip, provinceCode: person.provinceCode, countryCode: person.countryCode },
    phone: person.phone,
  };
}

/** The names that go with codes: a country's, and a part's where somebody lives there. */
function placeNames({ countryCode, provinceCode }: AddressEdit) {
  const country = countryCode && (new Intl.DisplayNames(["en"], { type: "region" }).of(countryCode) ?? countryCode);
  const known = PEOPLE.find((one) => one.countryCode === countryCode && one.provinceCode === provinceCode);
  return { country, province: provinceCode && (known?.province ?? provinceCode) };
}

/** A `MailingAddress`. */
export function addressFields(address: AddressEdit): Fields {
  const { id, firstName, lastName, company, address1, address2, city, zip, provinceCode, countryCode, phone } = address;
  const { country, province } = placeNames(address);
  const name = [firstName, lastName].filter(Boolean).join(" ");
  const known = (parts: (string | null)[]) => parts.filter((part) => part !== null && part !== "");
  return {
    __typename: "MailingAddress",
    id: gid("MailingAddress", id),
    ...{ firstName, lastName, name, company, address1, address2, city, zip, province, provinceCode },
    ...{ country, countryCode, countryCodeV2: countryCode, phone },
    coordinatesValidated: false,
    latitude: null,
    longitude: null,
    timeZone: null,
    formattedArea: known([city, country]).join(", "),
    formatted: () => known([name, address1, known([zip, city]).join(" "), country]),
  };
}
