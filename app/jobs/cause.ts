/**
 * A failure that staff can understand. Its message is written for people and holds no personal data, so it may be
 * stored and shown; messages of other errors may quote anything and are not.
 */
export class PlainProblem extends Error {
  /** False when trying again cannot help: the job is given up at once. */
  readonly worthRetrying: boolean;

  constructor(message: string, options: { worthRetrying?: boolean } = {}) {
    super(message);
    this.name = "PlainProblem";
    this.worthRetrying = options.worthRetrying ?? true;
  }
}

/** Driver and network codes whose meaning can be told without quoting the error. */
const KNOWN_CODES: Readonly<Record<string, string>> = {
  ECONNREFUSED: "A server that is needed does not answer (connection refused).",
  ECONNRESET: "A connection broke off.",
  ETIMEDOUT: "A server did not answer in time.",
  ENOSPC: "The disk is full.",
  EACCES: "A file cannot be written: missing permission.",
  "40001": "Two changes met in the database; trying again solves this.",
  "40P01": "Two changes blocked each other in the database; trying again solves this.",
  "53300": "The database has no free connections.",
  "57P01": "The database was shut down.",
};

/** The cause of a failure in plain words, free of personal data. */
export function plainCause(error: unknown): string {
  if (error instanceof PlainProblem) return error.message;
  if (!(error instanceof Error)) return "An unexpected problem.";
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  if (code !== undefined && KNOWN_CODES[code] !== undefined) return KNOWN_CODES[code];
  return `An unexpected problem (${error.name}${code === undefined ? "" : ` ${code}`}). It is logged and will be tried again.`;
}
