import { expect, test } from "vitest";
import { maskPerson } from "./mask-person.ts";

test("a person is shown by a masked e-mail address, else telephone, else customer id", () => {
  expect(maskPerson({ email: "anna@example.com", phone: "+49 171 1234567", customerId: "42" })).toBe("a•••@e•••.com");
  expect(maskPerson({ phone: "+49 171 1234567", customerId: "7013345678901" })).toBe("•••567");
  expect(maskPerson({ customerId: "7013345678901" })).toBe("•••901");
});

test("a person of whom nothing is known is nobody", () => {
  expect(maskPerson({})).toBeNull();
  expect(maskPerson(undefined)).toBeNull();
});
