import { BEHALVES, REQUEST_KINDS, type Behalf, type RequestKind } from "../../law/requests.ts";
import { isPlace } from "../../law/places.ts";
import { isAddress, neutralise, neutraliseNote } from "../../mail/neutralise.ts";

/** What a person may say is wrong about them. "other" is in their own words. */
export const CORRECTABLE = ["firstName", "lastName", "email", "phone", "address", "other"] as const;
/** What the form offers: an appeal is made from the page of the request that was refused. */
export const FORM_KINDS = REQUEST_KINDS.filter((kind) => kind !== "appeal");

/** A form as it was typed: to be shown again when something is missing. */
export interface TypedForm {
  email: string;
  kind: string;
  region: string;
  behalf: string;
  name: string;
  person: string;
  field: string;
  value: string;
  message: string;
}

/** An empty form. */
export const EMPTY_FORM: TypedForm = {
  ...{ email: "", kind: "", region: "", behalf: "self", name: "", person: "", field: "", value: "", message: "" },
};

/** What somebody asks for. */
export interface AskedFor {
  kind: RequestKind;
  behalf: Behalf;
  /** Of whoever asks; null for a customer who is signed in and asks for themselves. */
  email: string | null;
  /** The address of the person whom somebody else asks for. */
  person: string | null;
  /** ISO 3166-1 or 3166-2; null when they did not say. */
  region: string | null;
  name: string | null;
  message: string | null;
  changes: Readonly<Record<string, string>> | null;
}

/** What has to be mended, by the field beside which it is said. */
export const FORM_PROBLEMS = {
  email: "e_email",
  kind: "e_kind",
  person: "e_person",
  proof: "e_proof",
  file: "e_file",
  value: "e_change",
} as const;
/** One thing that has to be mended. */
export type FormProblem = keyof typeof FORM_PROBLEMS;

/** What came with the form besides its fields. */
export interface FormManner {
  /** A customer is signed in: asking for themselves they need no address. */
  isSignedIn: boolean;
  /** "none", a file of a kind that is taken, or one that is not. */
  proof: "none" | "good" | "bad";
}

/** The fields of a form that was sent. What nobody typed is empty; a line is one line, and no longer than it may be. */
export function typedForm(field: (name: string) => string): TypedForm {
  const line = (name: string) => neutralise(field(name));
  return {
    ...{ email: line("email"), kind: line("kind"), region: line("region"), name: line("name"), person: line("person") },
    ...{ behalf: line("behalf") || "self", field: line("field"), value: line("value") },
    message: neutraliseNote(field("message")),
  };
}

/** What a form asks for, or what has to be mended first. */
export function readForm(typed: TypedForm, manner: FormManner): AskedFor | FormProblem[] {
  const kind = FORM_KINDS.find((one) => one === typed.kind);
  const behalf = BEHALVES.find((one) => one === typed.behalf) ?? "self";
  const who = whoAsks(typed, behalf, manner);
  const changes = kind === "correct" ? changesIn(typed) : null;
  if (kind === undefined) return [...who.problems, "kind"];
  const problems = kind === "correct" && changes === null ? [...who.problems, "value" as const] : who.problems;
  if (problems.length > 0) return problems;
  const region = isPlace(typed.region) ? typed.region : null;
  const own = { name: typed.name || null, message: typed.message || null };
  return { kind, behalf, email: who.email, person: who.person, region, changes, ...own };
}

/** The addresses of whoever asks and of whom they ask for, and what is wrong with them or with the proof. */
function whoAsks(typed: TypedForm, behalf: Behalf, { isSignedIn, proof }: FormManner) {
  const isOwn = behalf === "self";
  const email = isOwn && isSignedIn ? null : typed.email;
  const person = isOwn ? null : typed.person;
  const checks: [FormProblem, boolean][] = [
    ["email", email !== null && !isAddress(email)],
    ["person", person !== null && !isAddress(person)],
    ["proof", behalf === "agent" && proof === "none"],
    ["file", proof === "bad"],
  ];
  return { email, person, problems: checks.filter(([, isWrong]) => isWrong).map(([problem]) => problem) };
}

function changesIn({ field, value }: TypedForm): Readonly<Record<string, string>> | null {
  const known = CORRECTABLE.find((one) => one === field);
  return known === undefined || value === "" ? null : { [known]: value };
}
