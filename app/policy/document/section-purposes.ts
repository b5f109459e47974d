import type { PurposeFact } from "../../register/facts.ts";
import { EUROPEAN } from "./regimes.ts";
import { among, type Setting } from "./setting.ts";
import { paragraph, row, section, sentence, table, words, type Section, type Value } from "./words.ts";

/** For what data is used and why that is allowed (GDPR art. 13(1)(c)–(d), 13(2)(c); CCPA §1798.100(a)(1)). */
export function purposes(setting: Setting): Section[] {
  const { register, places } = setting;
  const rests = (basis: PurposeFact["basis"]) => register.purposes.filter((fact) => fact.basis === basis);
  const interests = rests("legitimate-interests");
  const consents = rests("consent");
  const choices = { href: places.choices, label: words("link.choices") };
  const regimes = among(setting, EUROPEAN);
  const serviceMessages = register.purposes.find(({ purpose }) => purpose === "service-messages");
  return section("purposes", "title.purposes", [
    ...paragraph(sentence(words("purposes.intro"), {})),
    ...table(
      ["purposes.head.purpose", "purposes.head.basis", "purposes.head.data"],
      register.purposes.map((fact) =>
        row([words(`purpose.${fact.purpose}`), why(fact), data(fact)], {
          ...{ facts: [fact.id], articles: ["GDPR art. 13(1)(c)"] },
        }),
      ),
    ),
    ...paragraph(
      serviceMessages && sentence(words("purposes.service"), { facts: [serviceMessages.id] }),
      interests.length > 0 &&
        sentence(words("purposes.objection"), {
          ...{ facts: interests.map(({ id }) => id), articles: ["GDPR art. 13(2)(b), 21"], regimes },
        }),
      consents.length > 0 &&
        sentence(words("purposes.withdraw", { choices }), {
          ...{ facts: consents.map(({ id }) => id), articles: ["GDPR art. 7(3), 13(2)(c)"], regimes },
        }),
    ),
  ]);
}

function why({ basis, interest }: PurposeFact): Value {
  if (basis === null) return words("purposes.unsettled");
  if (interest === null) return words(`basis.${basis}`);
  return words("purposes.interest", { basis: words(`basis.${basis}`), interest: words(`interest.${interest}`) });
}

function data({ elements }: PurposeFact): Value {
  return { all: elements.map((element) => words(`element.${element}`)) };
}
