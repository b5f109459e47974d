/** What each variable of a mail stands for, for whoever writes the text. */
const VARIABLE_WORDS: Readonly<Record<string, string>> = {
  store: "the sender’s name",
  reference: "the request’s short number",
  kind: "what was asked for, in the reader’s language",
  deadline: "the day by which you answer",
  expires: "until when the link works",
  effective: "from when the new policy holds",
  reviewOn: "the day on which the hold is looked at again",
  link: "the address that the button opens",
  why: "why it takes longer, in the reader’s language",
  reason: "what your staff added",
  question: "your question",
  invoicesUntil: "until when invoices must be kept",
  invoicesLaw: "the law that says so",
  ground: "the legal ground, in the reader’s language",
  article: "where the law has it",
  kept: "what else stays, in your staff’s words",
  changes: "the fields that were changed",
  done: "systems that are done",
  missing: "systems that are not done yet",
  explanation: "your staff’s explanation",
  authority: "the authority to complain to",
  authorityLink: "its address on the web",
  appealLink: "the address of the appeal form",
  granted: "whether the appeal was successful; only for conditions",
  email: "the customer’s e-mail address",
  customerId: "the customer’s number at Shopify",
  phone: "the customer’s telephone number",
  processor: "the processor’s name",
  overdue: "whether the deadline has passed; only for conditions",
  at: "when the mail was written",
};

/** What a variable stands for; its name where nobody has put it in words. */
export function variableWords(name: string): string {
  return VARIABLE_WORDS[name] ?? name;
}
