/** One of a mutation's `userErrors`. */
export interface Problem {
  field: string[] | null;
  message: string;
  code?: string;
}

/** The `userErrors` with one problem. */
export const problem = (field: string[] | null, message: string, code?: string): Problem[] => [
  code === undefined ? { field, message } : { field, message, code },
];
