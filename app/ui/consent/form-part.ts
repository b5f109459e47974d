import type { ConsentDecisions } from "../../consent/settings.ts";

/** What each card of the banner's form gets. */
export interface FormPart {
  draft: ConsentDecisions;
  /** What is wrong, by the field's name, such as "look.text". */
  errors: Readonly<Record<string, string>>;
  onChange: (changes: Partial<ConsentDecisions>) => void;
}

/** A field's error as Polaris takes it: nothing at all while there is none. */
export function errorOf(errors: FormPart["errors"], field: string): { error?: string } {
  const error = errors[field];
  return error === undefined ? {} : { error };
}
