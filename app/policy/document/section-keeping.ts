import { isInEea } from "../../law/transfers.ts";
import type { RetentionFact, VendorFact } from "../../register/facts.ts";
import { EUROPEAN } from "./regimes.ts";
import { among, type Setting } from "./setting.ts";
import { list, paragraph, row, section, sentence, table, words, type Section, type Value } from "./words.ts";

/** Where data goes abroad, and what protects it there (GDPR art. 13(1)(f), 46; Law 25 s. 8). */
export function transfers(setting: Setting): Section[] {
  const regimes = among(setting, [...EUROPEAN, "law-25"]);
  const european = among(setting, EUROPEAN);
  if (regimes.length === 0) return [];
  const why = { articles: ["GDPR art. 13(1)(f)"], regimes };
  const leaving = setting.register.vendors.filter((vendor) => countriesOf(vendor).length > 0);
  const all = setting.register.vendors.map(({ id }) => id);
  if (leaving.length === 0)
    return section(
      "transfers",
      "title.transfers",
      paragraph(sentence(words("transfers.none"), { ...why, facts: all })),
    );
  return section("transfers", "title.transfers", [
    ...paragraph(sentence(words("transfers.intro"), { ...why, facts: leaving.map(({ id }) => id) })),
    ...list(leaving.map((vendor) => sentence(vendorWords(vendor), { ...why, facts: [vendor.id] }))),
    ...paragraph(
      european.length > 0 &&
        sentence(words("transfers.copy"), { ...why, regimes: european, facts: leaving.map(({ id }) => id) }),
    ),
  ]);
}

/** The countries outside the European Economic Area that a vendor brings data to. */
function countriesOf({ country, alsoIn }: VendorFact): string[] {
  return [...new Set([country, ...alsoIn])].filter((one) => one !== "" && !isInEea(one));
}

function vendorWords(vendor: VendorFact) {
  const safeguards: Value[] =
    vendor.transfer.length === 0
      ? [words("transfers.safeguard.none")]
      : vendor.transfer.map((basis) => words(`transfers.safeguard.${basis}`));
  return words("transfers.vendor", {
    name: vendor.name,
    countries: { all: countriesOf(vendor).map((country) => ({ country })) },
    safeguards: { all: safeguards },
  });
}

/** How long each kind of records is kept (GDPR art. 13(2)(a); CCPA §1798.100(a)(3)). */
export function retention(setting: Setting): Section[] {
  const { retention: rules } = setting.register;
  return section("retention", "title.retention", [
    ...table(
      ["retention.head.what", "retention.head.long"],
      rules.map((fact) =>
        row([words(`category.${fact.category}`), period(fact)], {
          ...{ facts: [fact.id], articles: ["GDPR art. 13(2)(a)"] },
        }),
      ),
    ),
    ...paragraph(
      rules.some(({ category }) => category === "orders") &&
        sentence(words("retention.law"), { facts: ["retention/orders"], articles: ["GDPR art. 17(3)(b)"] }),
      sentence(words("retention.after"), { articles: ["GDPR art. 5(1)(e)"] }),
    ),
  ]);
}

function period({ period: long, trigger }: RetentionFact): Value {
  if (long === null) return words("retention.unsettled");
  if (long === "until-asked") return words("retention.until-asked");
  return words("retention.period", { span: { span: long }, trigger: words(`trigger.${trigger}`) });
}
