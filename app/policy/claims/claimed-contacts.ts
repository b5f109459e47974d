import { listed } from "../../register/change-facts.ts";
import type { ContactKind } from "../../register/fact-lists.ts";
import type { AnyFact } from "../../register/facts.ts";
import type { PolicyAudit } from "../audit.ts";
import type { StatementId } from "../statements/catalogue.ts";
import { claimedBy, saidIn } from "./said.ts";

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/;
/** What stands before an address that is written out in a sentence. */
const BEFORE_ADDRESS =
  /^.*?\b(?:by (?:mail|post|letter)(?: at| to)?|write to(?: us at)?|address(?: is)?|at)\b:?\s*(?:the address below:?\s*)?/i;
/** Longer than this is no address any more. Characters. */
const LONGEST_ADDRESS = 300;

/** How a policy says that the store is reached, and who stands for it. */
export function claimedContacts(audit: PolicyAudit): AnyFact[] {
  const email = EMAIL.exec(saidIn(audit, "S33"))?.[0];
  const [post] = saidIn(audit, "S34").split("\n");
  const officer = EMAIL.exec(saidIn(audit, "S44"))?.[0] ?? "";
  const isStatutory = /data protection officer|\bdpo\b|delegate for data/i.test(saidIn(audit, "S44"));
  return [
    ...contact("email", "S33", email),
    ...contact(
      "post",
      "S34",
      post === undefined ? undefined : post.replace(BEFORE_ADDRESS, "").slice(0, LONGEST_ADDRESS),
    ),
    ...(saidIn(audit, "S44") === ""
      ? []
      : contact(isStatutory ? "data-protection-officer" : "privacy-officer", "S44", officer)),
  ];
}

function contact(kind: ContactKind, by: StatementId, value: string | undefined): AnyFact[] {
  if (value === undefined || (value === "" && by !== "S44")) return [];
  return [listed("contacts", { ...claimedBy(by), contact: kind, name: "", value })];
}
