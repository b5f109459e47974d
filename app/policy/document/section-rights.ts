import { authorityOf } from "../../law/authorities.ts";
import { rightsUnder } from "../../law/rights.ts";
import type { LawId } from "../../law/laws.ts";
import { REQUEST_KINDS, type RequestKind } from "../../law/requests.ts";
import { isInEea } from "../../law/transfers.ts";
import { mailto } from "./section-store.ts";
import { EUROPEAN, type Regime } from "./regimes.ts";
import { among, emailOf, type Setting } from "./setting.ts";
import { list, paragraph, section, sentence, words, type Block, type Section } from "./words.ts";

/** Which laws stand behind each regime's wording. */
const LAWS_OF: Readonly<Record<Regime, LawId>> = {
  gdpr: "gdpr",
  "uk-gdpr": "uk-gdpr",
  fadp: "fadp",
  ccpa: "ccpa",
  "us-states": "us-state",
  "law-25": "law-25",
  pipeda: "pipeda",
  lgpd: "lgpd",
  appi: "appi",
};

/** Where each right comes from in Europe, whose articles the others follow. */
const ARTICLE: Readonly<Record<RequestKind, string>> = {
  access: "GDPR art. 15, CCPA §1798.110",
  portability: "GDPR art. 20",
  correct: "GDPR art. 16, CCPA §1798.106",
  delete: "GDPR art. 17, CCPA §1798.105",
  restrict: "GDPR art. 18",
  object: "GDPR art. 21",
  "opt-out-of-sale": "CCPA §1798.120",
  "limit-sensitive": "CCPA §1798.121",
  "withdraw-consent": "GDPR art. 7(3)",
  appeal: "state privacy acts",
};

/** What a person can ask for, how, by when, and to whom they can complain (GDPR art. 13(2)(b)–(d), 12; CCPA §1798.130). */
export function rights(setting: Setting): Section[] {
  const { register } = setting;
  const given = new Map<RequestKind, Regime[]>();
  for (const regime of setting.regimes)
    for (const kind of rightsUnder(LAWS_OF[regime]).kinds) given.set(kind, [...(given.get(kind) ?? []), regime]);
  const kinds = REQUEST_KINDS.filter((kind) => given.has(kind));
  return section("rights", "title.rights", [
    ...paragraph(sentence(words(`rights.intro.${register.rights.scope}`), { facts: ["rights"] })),
    ...list(
      kinds.map((kind) =>
        sentence(words(`right.${kind}`), { articles: [ARTICLE[kind]], regimes: given.get(kind) ?? [] }),
      ),
    ),
    ...howTo(setting),
    ...complaint(setting),
  ]);
}

function howTo(setting: Setting): Block[] {
  const { register, places } = setting;
  const form = { href: places.form, label: words("link.form") };
  const email = emailOf(setting);
  const days = register.rights.answersWithinDays;
  return paragraph(
    email
      ? sentence(words("rights.how", { form, email: mailto(email) }), {
          facts: [email.id],
          articles: ["GDPR art. 12(2)"],
        })
      : sentence(words("rights.how-no-email", { form }), { articles: ["GDPR art. 12(2)"] }),
    sentence(words("rights.verify"), { articles: ["GDPR art. 12(6)", "CCPA regulations §7060"] }),
    sentence(days === null ? words("rights.time-law") : words("rights.time-days", { days: { span: { days } } }), {
      ...{ facts: ["rights"], articles: ["GDPR art. 12(3)"] },
    }),
    sentence(words("rights.agent"), { articles: ["CCPA regulations §7063"] }),
    sentence(words("rights.no-disadvantage"), { articles: ["CCPA §1798.125"] }),
  );
}

function complaint(setting: Setting): Block[] {
  const regimes = among(setting, [...EUROPEAN, "law-25", "pipeda", "lgpd"]);
  if (regimes.length === 0) return [];
  const why = { articles: ["GDPR art. 13(2)(d), 77"], regimes };
  const places = setting.register.markets.flatMap(({ id, country }) => {
    const authority = country === "US" ? null : authorityOf(country, null);
    return authority ? [{ id, country, authority }] : [];
  });
  const union = authorityOf(null, null, true);
  const isOpen = places.length === 0 || places.filter(({ country }) => isInEea(country)).length > 6;
  const listed = isOpen ? places.filter(({ country }) => !isInEea(country)) : places;
  return [
    ...paragraph(sentence(words("rights.complain"), why)),
    ...list([
      ...(isOpen && union
        ? [
            sentence(words("rights.authority-list", { link: { href: union.web, label: "edpb.europa.eu" } }), {
              ...{ ...why, facts: setting.register.markets.map(({ id }) => id) },
            }),
          ]
        : []),
      ...listed.map(({ id, country, authority }) =>
        sentence(
          words("rights.authority", {
            country: { country },
            link: { href: authority.web, label: authority.name },
          }),
          {
            ...why,
            facts: isOpen
              ? setting.register.markets.map((market) => market.id)
              : [id, ...setting.register.markets.map((market) => market.id)],
          },
        ),
      ),
    ]),
  ];
}
