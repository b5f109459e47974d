import { describe, expect, test } from "vitest";
import { EMPTY_FORM, FORM_KINDS, readForm, typedForm, type FormManner, type TypedForm } from "./read-form.ts";

const GUEST: FormManner = { isSignedIn: false, proof: "none" };
const typed = (fields: Partial<TypedForm> = {}): TypedForm => ({
  ...EMPTY_FORM,
  ...{ email: "anna@example.com", kind: "access", ...fields },
});

describe("a form", () => {
  test("of a guest says what they ask for, and by which mailbox they are known", () => {
    expect(readForm(typed({ region: "US-CA", name: "Anna" }), GUEST)).toEqual({
      ...{ kind: "access", behalf: "self", email: "anna@example.com", person: null, region: "US-CA" },
      ...{ name: "Anna", message: null, changes: null },
    });
  });

  test("of a customer who is signed in needs no address, unless they ask for another", () => {
    const signedIn: FormManner = { isSignedIn: true, proof: "good" };
    expect(readForm(typed({ email: "" }), signedIn)).toMatchObject({ email: null });
    expect(readForm(typed({ email: "", behalf: "agent" }), signedIn)).toEqual(["email", "person"]);
  });

  test.each([
    ["no address", { email: "" }, ["email"]],
    ["two addresses", { email: "a@example.com, b@example.com" }, ["email"]],
    ["no kind", { kind: "" }, ["kind"]],
    ["a kind that does not exist", { kind: "steal" }, ["kind"]],
    ["an appeal, which needs a refusal", { kind: "appeal" }, ["kind"]],
    ["a correction without what is right", { kind: "correct", field: "email" }, ["value"]],
    ["a correction of what nobody knows", { kind: "correct", field: "__proto__", value: "x" }, ["value"]],
    ["an agent without person and proof", { behalf: "agent" }, ["person", "proof"]],
    ["a parent without the child's address", { behalf: "parent" }, ["person"]],
  ])("with %s is not taken", (_what, fields, problems) => {
    expect(readForm(typed(fields), GUEST)).toEqual(problems);
  });

  test("from a place that does not exist is one from nowhere in particular", () => {
    expect(readForm(typed({ region: "XX-YY" }), GUEST)).toMatchObject({ region: null });
  });

  test("keeps lines to one line each, and notes to their length", () => {
    const fields: Record<string, string> = {
      email: "a@example.com\r\nBcc: b@example.com",
      message: `one\r\n\r\n\r\n\r\ntwo`,
    };
    const { email, message, behalf } = typedForm((name) => fields[name] ?? "");
    expect(email).toBe("a@example.com Bcc: b@example.com");
    expect(message).toBe("one\n\ntwo");
    expect(behalf).toBe("self");
    expect(typedForm(() => "x".repeat(10_000)).message.length).toBeLessThanOrEqual(4_000);
  });

  test("offers every kind but the appeal", () => {
    expect(FORM_KINDS).toHaveLength(9);
    expect(FORM_KINDS).not.toContain("appeal");
  });
});
