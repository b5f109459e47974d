/** What went wrong on the way to another server, by the code of the error; `%` stands for who was called. */
const CAUSES: Readonly<Record<string, string>> = {
  ENOTFOUND: "The address of % was not found. Check that it is spelt right and still exists.",
  EAI_AGAIN: "The address of % could not be looked up just now.",
  ECONNREFUSED: "% does not answer (connection refused).",
  ECONNRESET: "The connection to % broke off.",
  EPIPE: "The connection to % broke off.",
  UND_ERR_SOCKET: "The connection to % broke off.",
  EHOSTUNREACH: "% cannot be reached from here.",
  ENETUNREACH: "% cannot be reached from here.",
  ETIMEDOUT: "% did not take the connection within 5 seconds.",
  UND_ERR_CONNECT_TIMEOUT: "% did not take the connection within 5 seconds.",
  UND_ERR_HEADERS_TIMEOUT: "% did not answer within 30 seconds.",
  UND_ERR_BODY_TIMEOUT: "% did not answer within 30 seconds.",
  TimeoutError: "% did not answer within 30 seconds.",
  UND_ERR_RES_EXCEEDED_MAX_SIZE: "% answered with more data than can be taken in.",
  CERT_HAS_EXPIRED: "The security certificate of % has expired.",
  DEPTH_ZERO_SELF_SIGNED_CERT: "The security certificate of % is not signed by a known authority.",
  SELF_SIGNED_CERT_IN_CHAIN: "The security certificate of % is not signed by a known authority.",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "The security certificate of % is not signed by a known authority.",
  ERR_TLS_CERT_ALTNAME_INVALID: "The security certificate of % is for another address.",
};

/** Why a call did not get an answer, for staff: names who was called, never what was sent. */
export function failureCause(who: string, code: string): string {
  const known = CAUSES[code];
  if (known !== undefined) return known.replace("%", () => who);
  if (code.startsWith("HPE_")) return `${who} answered with something that is not HTTP.`;
  return `The call to ${who} failed${code === "" ? "" : ` (${code})`}.`;
}
