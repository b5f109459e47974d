import { gid } from "../../shop/ids.ts";
import type { Person } from "../../shop/people.ts";
import type { Fields } from "../context.ts";

/** A `MailingAddress` of this person; `id` tells their addresses apart. */
export function addressFields(person: Person, id: number): Fields {
  const name = `${person.first} ${person.last}`;
  const area = [person.city, person.country].join(", ");
  return {
    __typename: "MailingAddress",
    id: gid("MailingAddress", id),
    firstName: person.first,
    lastName: person.last,
    name,
    company: null,
    address1: person.street,
    address2: null,
    city: person.city,
    zip: person.zip,
    province: person.province,
    provinceCode: person.provinceCode,
    country: person.country,
    countryCode: person.countryCode,
    countryCodeV2: person.countryCode,
    phone: person.phone,
    coordinatesValidated: false,
    latitude: null,
    longitude: null,
    timeZone: null,
    formattedArea: area,
    formatted: () => [name, person.street, `${person.zip} ${person.city}`, person.country],
  };
}
