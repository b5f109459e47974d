import type { StatementId } from "../statements/catalogue.ts";
import { isOverAYear } from "./last-change.ts";
import type { Duty, Reading } from "./gap.ts";

const list = (words: readonly string[]) => words.join(" and ").replace(/ and (?=.* and )/g, ", ");

/** A gap when none of the statements is made. */
function unless(...ids: StatementId[]) {
  return (why: string) => (reading: Reading) => (reading.says(...ids) ? undefined : why);
}

/** G1–G9, and what else notices must tell (GDPR art. 13 and its kin). */
export const NOTICE_DUTIES = {
  G1: {
    name: "No date",
    law: { anywhere: "GDPR art. 5(2) and 12(1)", california: "CalOPPA §22575(b)(4)" },
    missing: unless("S37")(
      "It does not say from when it applies or when it was last changed, so nobody can tell which version they agreed to.",
    ),
  },
  G2: {
    name: "Consent for cookies and ads",
    law: {
      eea: "ePrivacy Directive art. 5(3), GDPR art. 6(1)(a) and 7",
      gb: "PECR reg. 6, UK GDPR art. 6(1)(a) and 7",
      quebec: "Law 25 s. 8.1 and 14",
    },
    missing: unless("S63")(
      "It does not say that cookies, statistics or advertising wait for the shopper's consent. A browser setting, or using the site, is no consent.",
    ),
  },
  G3: {
    name: "Rights missing",
    law: {
      eea: "GDPR art. 13(2)(b), 18, 20 and 21",
      gb: "UK GDPR art. 13(2)(b), 18, 20 and 21",
      quebec: "Law 25 s. 27",
    },
    missing: (reading) => {
      const isEurope = reading.places.has("eea") || reading.places.has("gb");
      const rights: [StatementId, string][] = [
        ["S38", "to restrict"],
        ["S39", "to object"],
        ["S40", "to take the data along (portability)"],
      ];
      const missing = rights.filter(([id]) => (isEurope || id === "S40") && !reading.says(id)).map(([, name]) => name);
      return missing.length === 0 ? undefined : `It does not give the right ${list(missing)}.`;
    },
  },
  G4: {
    name: "Withdrawing consent",
    law: { eea: "GDPR art. 7(3) and 13(2)(c)", gb: "UK GDPR art. 7(3) and 13(2)(c)", canada: "PIPEDA principle 4.3.8" },
    missing: unless("S41")(
      "It does not say that consent can be withdrawn, and how. Unsubscribing from mails is only a part of that.",
    ),
  },
  G5: {
    name: "Complaint to an authority",
    law: {
      eea: "GDPR art. 13(2)(d) and 77",
      gb: "UK GDPR art. 13(2)(d) and 77",
      ch: "FADP art. 49",
      canada: "PIPEDA s. 11",
    },
    missing: unless("S42")("It does not say that people can complain to a data protection authority."),
  },
  G6: {
    name: "Transfer safeguard",
    law: { eea: "GDPR art. 13(1)(f) and 46", gb: "UK GDPR art. 13(1)(f) and 46" },
    missing: (reading) => {
      if (reading.says("S55") && !onlyDeadLaw(reading)) return undefined;
      if (reading.marked("data stay at home").length > 0 && !reading.says("S29")) return undefined;
      const [abroad] = reading.made("S29");
      const why = abroad
        ? "It says that data leave the country, but not what protects them there: an adequacy decision, the Data Privacy Framework, or standard contractual clauses."
        : "It does not say whether data leave the country. A store on Shopify sends data to Canada and the United States, and must name what protects them there.";
      return { why, at: abroad?.passage };
    },
  },
  G7: {
    name: "Period for device data",
    law: { eea: "GDPR art. 13(2)(a)", gb: "UK GDPR art. 13(2)(a)" },
    missing: (reading) =>
      reading.marked("a period for device data").length > 0
        ? undefined
        : {
            why: "It gives no period after which data of devices and visits (IP address, logs, cookies, statistics) are deleted.",
            at: reading.made("S2")[0]?.passage,
          },
  },
  G8: {
    name: "Representative",
    law: { eea: "GDPR art. 27", gb: "UK GDPR art. 27" },
    missing: ({ places, seat, says, made }) => {
      if (says("S45")) return undefined;
      const needed = [places.has("eea") && !seat.eea ? "EU" : "", places.has("gb") && !seat.gb ? "UK" : ""].filter(
        Boolean,
      );
      if (needed.length === 0) return undefined;
      const where = seat.known ? "The store's address is elsewhere" : "It does not show where the store is established";
      return {
        why: `${where}, and it names no representative in the ${list(needed)}. One is needed unless the store sells there only now and then.`,
        at: made("S34")[0]?.passage,
      };
    },
  },
  G9: {
    name: "Advertising partners not named",
    law: { eea: "GDPR art. 13(1)(e); CNIL guidelines on cookies", gb: "UK GDPR art. 13(1)(e)" },
    missing: ({ says, made }) => {
      if (says("S65") || !says("S21", "S49")) return undefined;
      return {
        why: "It speaks of advertising, and does not name who gets the data for it.",
        at: (made("S49")[0] ?? made("S21")[0])?.passage,
      };
    },
  },
  G13: {
    name: "Must data be given?",
    law: { eea: "GDPR art. 13(2)(e)", gb: "UK GDPR art. 13(2)(e)" },
    missing: unless("S62")("It does not say which data people must give, and what happens if they don't."),
  },
  G14: {
    name: "Automated decisions",
    law: { eea: "GDPR art. 13(2)(f) and 22", gb: "UK GDPR art. 13(2)(f) and 22A–22D", quebec: "Law 25 s. 12.1" },
    missing: ({ says, made }) =>
      says("S53")
        ? undefined
        : {
            why: "It does not say whether decisions about people are made automatically. The screening of orders for fraud is one to explain.",
            at: made("S13")[0]?.passage,
          },
  },
  G15: {
    name: "Legitimate interests not named",
    law: { eea: "GDPR art. 13(1)(d)", gb: "UK GDPR art. 13(1)(d)" },
    missing: ({ says, made }) =>
      says("S54")
        ? undefined
        : {
            why: "It does not say which legitimate interests the store pursues with which data.",
            at: made("S28").find(({ passage }) => passage.found.has("legitimate interest"))?.passage,
          },
  },
  G24: {
    name: "Controller not named",
    law: { eea: "GDPR art. 13(1)(a)", gb: "UK GDPR art. 13(1)(a)", canada: "PIPEDA principle 4.8.2" },
    missing: unless("S73", "S34")("It does not name the firm or person that is responsible for the data."),
  },
  G25: {
    name: "No way to reach the store",
    law: { anywhere: "GDPR art. 13(1)(a), CCPA regs. §7011(e)(4)" },
    missing: ({ reachable }) =>
      reachable ? undefined : "It gives no e-mail address, postal address, telephone number or form.",
  },
  G26: {
    name: "No legal basis",
    law: { eea: "GDPR art. 13(1)(c) and 6", gb: "UK GDPR art. 13(1)(c) and 6" },
    missing: unless("S28")(
      "It does not say on which legal basis data are used: contract, consent, legal duty or legitimate interests.",
    ),
  },
  G28: {
    name: "Older than a year",
    law: { california: "CCPA §1798.130(a)(5)" },
    missing: ({ changed, today, made }) =>
      changed === undefined || today === undefined || !isOverAYear(changed, today)
        ? undefined
        : {
            why: `It was last changed on ${changed}. California wants it looked through every twelve months.`,
            at: made("S37")[0]?.passage,
          },
  },
} as const satisfies Record<string, Duty>;

/** The only safeguard named has been struck down. */
function onlyDeadLaw(reading: Reading): boolean {
  const dead = new Set(reading.marked("rests on dead law").map(({ passage }) => passage.start));
  return reading.made("S55").every(({ passage }) => dead.has(passage.start));
}
