import type { Duty } from "./gap.ts";
import { regionName } from "./language.ts";

/** G16–G18, G20–G23, and what a policy must not lack wherever it is read. */
export const CONTENT_DUTIES = {
  G16: {
    name: "Empty links and lists",
    law: { anywhere: "GDPR art. 12(1); FTC Act s. 5" },
    missing: ({ nothings }) => {
      const [first] = nothings;
      if (!first) return undefined;
      const counts = (["link", "list"] as const).map(
        (kind) => [kind, nothings.filter((one) => one.kind === kind).length] as const,
      );
      const parts = counts
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => `${count} ${kind}${count > 1 ? "s" : ""}`);
      return {
        why: `${parts.join(" and ")} ${nothings.length > 1 ? "have" : "has"} nothing behind ${nothings.length > 1 ? "them" : "it"}.`,
        at: first.passage,
      };
    },
  },
  G17: {
    name: "Kept until someone asks",
    law: { anywhere: "GDPR art. 5(1)(e) and 17(3)(b); tax law (DE: AO §147)" },
    missing: (reading) => {
      const [kept] = reading.marked("kept until asked");
      if (!kept) return undefined;
      return {
        why: "It keeps data until someone asks for their deletion. That is longer than needed, and shorter than tax law demands for invoices.",
        at: kept.passage,
      };
    },
  },
  G18: {
    name: "“Anonymous” identifier",
    law: { anywhere: "GDPR recital 26 and art. 4(5)" },
    missing: (reading) => {
      const [called] = reading.marked("an identifier called anonymous");
      if (!called) return undefined;
      return {
        why: "It calls an identifier anonymous. What tells one person from another is personal data, at best pseudonymous.",
        at: called.passage,
      };
    },
  },
  G20: {
    name: "Language of the buyers",
    law: { anywhere: "GDPR art. 12(1); Québec: Charter of the French language" },
    missing: ({ notSpoken, language }) =>
      notSpoken.length === 0 || language === ""
        ? undefined
        : `It is not to be had in the language of buyers in ${[...new Set(notSpoken.map(regionName))].join(", ")}.`,
  },
  G21: {
    name: "Left over from a template",
    law: { anywhere: "GDPR art. 12(1); FTC Act s. 5" },
    missing: ({ leftovers }) => {
      const [first] = leftovers;
      return (
        first && {
          why: `${leftovers.length > 1 ? `${leftovers.length} places of` : "A place of"} its template was never filled in.`,
          at: first,
        }
      );
    },
  },
  G22: {
    name: "Contradiction on selling",
    law: { anywhere: "GDPR art. 5(1)(a); CCPA §1798.140(ad), (ah); FTC Act s. 5" },
    missing: (reading) => {
      const [never] = reading.made("S48");
      if (!never || !reading.says("S49") || reading.marked("sale or sharing admitted").length > 0) return undefined;
      return {
        why: "It says that data are not sold, and that advertisers get them. That is sharing, or a sale, in the sense of the US acts.",
        at: never.passage,
      };
    },
  },
  G23: {
    name: "Consent by use",
    law: { eea: "GDPR art. 4(11) and 7, recital 32", gb: "UK GDPR art. 4(11) and 7", quebec: "Law 25 s. 14" },
    missing: (reading) => {
      const [by] = reading.made("S77");
      return (
        by && {
          why: "It takes the use of the site, or an order, as consent. Consent needs a clear yes of its own.",
          at: by.passage,
        }
      );
    },
  },
  G27: {
    name: "Rests on what is no more",
    law: {
      anywhere: "CJEU C-311/18 (Privacy Shield), C-362/14 (Safe Harbor); Regulation (EU) 2024/3228 (ODR platform)",
    },
    missing: (reading) => {
      const [dead] = reading.marked("rests on dead law");
      return dead && { why: "It names a framework, an act or a platform that no longer exists.", at: dead.passage };
    },
  },
  G31: {
    name: "No rights",
    law: { anywhere: "GDPR art. 13(2)(b), 15–17; CCPA §1798.130(a)(5)(A); PIPEDA principle 4.9" },
    missing: ({ says }) =>
      says("S26") ? undefined : "It does not say that people may see, correct or delete their data.",
  },
  G32: {
    name: "Nobody in charge",
    law: { quebec: "Law 25 s. 3.1" },
    missing: ({ says }) =>
      says("S44")
        ? undefined
        : "It does not give the title and the contact of the person in charge of the protection of personal information.",
  },
  G35: {
    name: "Nothing on cookies",
    law: { eea: "ePrivacy Directive art. 5(3)", gb: "PECR reg. 6", quebec: "Law 25 s. 8.1" },
    missing: ({ says }) => (says("S5") ? undefined : "It says nothing about cookies. Every Shopify store sets some."),
  },
  G36: {
    name: "Nobody gets the data?",
    law: { eea: "GDPR art. 13(1)(e)", gb: "UK GDPR art. 13(1)(e)", california: "CCPA §1798.130(a)(5)(B)" },
    missing: ({ says }) =>
      says("S17", "S18", "S19", "S49", "S65")
        ? undefined
        : "It does not say who else gets the data. Every store has a host, a payment provider and carriers.",
  },
  G37: {
    name: "No purposes",
    law: { anywhere: "GDPR art. 13(1)(c); CCPA §1798.100(a)(1); PIPEDA principle 4.2" },
    missing: ({ says }) =>
      says("S11", "S12", "S13", "S14", "S16") ? undefined : "It does not say what data are used for.",
  },
  G38: {
    name: "Leaving Québec",
    law: { quebec: "Law 25 s. 8 and 17" },
    missing: ({ says }) => (says("S29") ? undefined : "It does not say that data can leave Québec."),
  },
  G39: {
    name: "Nothing on retention",
    law: { eea: "GDPR art. 13(2)(a)", gb: "UK GDPR art. 13(2)(a)", california: "CCPA §1798.100(a)(3)" },
    missing: ({ says }) => (says("S30") ? undefined : "It does not say how long data are kept."),
  },
} as const satisfies Record<string, Duty>;
