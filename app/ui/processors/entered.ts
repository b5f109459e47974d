import type { ConnectorKind } from "../../processors/connectors.ts";
import type { DraftProblem } from "../../processors/draft.ts";
import type { ErrandAct } from "../../processors/errand.ts";
import type { ProcessorSettings } from "../../processors/processor.ts";

/** What the form holds: texts as they are typed. */
export interface Entered {
  name: string;
  connector: ConnectorKind;
  vendor: string;
  contact: string;
  credential: string;
  url: string;
  property: string;
  hasCustomerIds: boolean;
  audiences: string;
  steps: string;
  link: string;
  acts: readonly ErrandAct[];
}

/** A part of the form: what is entered, what is wrong with it, and how it changes. */
export interface FormPart {
  entered: Entered;
  problems: readonly DraftProblem[];
  /** Whether a credential is kept on the server. */
  hasCredential: boolean;
  onChange: (change: Partial<Entered>) => void;
}

/** What a field shows under it when something is wrong. */
export function errorOf(problems: readonly DraftProblem[], field: DraftProblem["field"]): { error?: string } {
  const problem = problems.find((one) => one.field === field);
  return problem ? { error: problem.why } : {};
}

/** Settings as the form holds them. */
export function enteredSettings(settings: ProcessorSettings) {
  const { url = "", property = "", hasCustomerIds = false, audiences = [], steps = "", link = "" } = settings;
  return { url, property, hasCustomerIds, audiences: audiences.join(", "), steps, link };
}

/** The form's fields as they are sent. */
export function toForm({ acts, hasCustomerIds, ...texts }: Entered, isActive: boolean): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(texts)) form.set(name, value);
  for (const act of acts) form.append("acts", act);
  if (hasCustomerIds) form.set("hasCustomerIds", "yes");
  form.set("isActive", isActive ? "yes" : "no");
  form.set("intent", "save");
  return form;
}
