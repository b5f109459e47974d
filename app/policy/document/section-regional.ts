import { SALE } from "../../law/purposes.ts";
import { CCPA_CATEGORIES, CCPA_CATEGORY_OF, type CcpaCategory, type DataElement } from "../../register/elements.ts";
import type { Register } from "../../register/facts.ts";
import { RETENTION_PRESETS } from "../../register/retention-rules.ts";
import type { Setting } from "./setting.ts";
import { paragraph, row, section, sentence, table, words, type Block, type Row, type Section } from "./words.ts";

/** What the law of a place asks for beyond what everybody is told. */
export function regional(setting: Setting): Section[] {
  const has = (regime: Setting["regimes"][number]) => setting.regimes.includes(regime);
  return section(
    "regional",
    "title.regional",
    [],
    [
      ...(has("ccpa") ? section("california", "title.california", california(setting)) : []),
      ...(has("us-states") ? section("us-states", "title.us-states", otherStates(setting)) : []),
      ...(has("law-25") ? section("quebec", "title.quebec", quebec(setting)) : []),
      ...(has("pipeda")
        ? section("canada", "title.canada", only("canada.consent", "pipeda", "PIPEDA principle 4.3.8"))
        : []),
      ...(has("lgpd") ? section("brazil", "title.brazil", only("brazil.rights", "lgpd", "LGPD art. 18, 20")) : []),
      ...(has("uk-gdpr") ? section("uk", "title.uk", only("uk.law", "uk-gdpr", "UK GDPR art. 13, 46")) : []),
      ...(has("fadp")
        ? section("switzerland", "title.switzerland", only("switzerland.law", "fadp", "FADP art. 16, 19"))
        : []),
      ...(has("appi") ? section("japan", "title.japan", only("japan.law", "appi", "APPI art. 32")) : []),
    ],
  );
}

function only(text: Parameters<typeof words>[0], regime: Setting["regimes"][number], article: string): Block[] {
  return paragraph(sentence(words(text), { articles: [article], regimes: [regime] }));
}

/** Categories, purposes, sale and sharing, retention of each (CCPA §1798.130(a)(5), regulations §7011(e)). */
function california(setting: Setting): Block[] {
  const { register, places } = setting;
  const regimes = ["ccpa"] as const;
  const partners = sharers(register);
  const shares = partners.length > 0 || register.advertising.sellsForMoney === true;
  const about = { facts: ["advertising", ...(shares ? partners : register.vendors).map(({ id }) => id)] };
  const optOut = { href: places.choices, label: words("california.do-not-sell") };
  const hasHealth = register.elements.some(({ element }) => element === "health-data");
  const why = { articles: ["CCPA §1798.130(a)(5)(B)", "CCPA regulations §7011(e)"], regimes };
  return [
    ...paragraph(
      sentence(words("california.rights"), { articles: ["CCPA §1798.100–.125"], regimes }),
      sentence(words("california.intro"), why),
    ),
    ...table(
      [
        ...(["california.head.category", "california.head.elements", "california.head.use"] as const),
        ...(["california.head.shared", "california.head.kept"] as const),
      ],
      CCPA_CATEGORIES.flatMap((category) => categoryRow(register, category)),
    ),
    ...paragraph(
      shares
        ? sentence(words("california.share", { link: optOut }), {
            ...about,
            articles: ["CCPA §1798.120, .135"],
            regimes,
          })
        : sentence(words("california.no-share"), { ...about, articles: ["CCPA §1798.120"], regimes }),
      sentence(words("california.minors"), { articles: ["CCPA §1798.120(c)"], regimes }),
      !hasHealth &&
        sentence(words("california.sensitive"), {
          ...{ facts: ["elements/health-data"], articles: ["CCPA §1798.121"], regimes },
        }),
      sentence(words("california.agent"), { articles: ["CCPA regulations §7063"], regimes }),
      places.metrics !== null &&
        sentence(
          words("california.metrics", { link: { href: places.metrics, label: words("california.metrics-label") } }),
          { facts: ["reach"], articles: ["CCPA regulations §7102"], regimes },
        ),
    ),
  ];
}

/** Who receives data for advertising across websites: that is "sharing" (§1798.140(ah)). */
function sharers({ vendors, advertising }: Register) {
  if (advertising.isTargeted === false) return [];
  return vendors.filter(({ ads, needs }) => ads || (needs & SALE) !== 0);
}

function categoryRow(register: Register, category: CcpaCategory): Row[] {
  const elements = register.elements.filter(({ element }) => CCPA_CATEGORY_OF[element] === category);
  if (elements.length === 0) return [];
  const has = (list: readonly DataElement[]) => elements.some(({ element }) => list.includes(element));
  const uses = register.purposes.filter((purpose) => has(purpose.elements));
  const shared = sharers(register).filter((vendor) => has(vendor.elements));
  const kept = register.retention.filter(({ category: kind }) => has(RETENTION_PRESETS[kind].elements));
  const facts = [
    ...elements,
    ...uses,
    ...kept,
    ...register.vendors.filter(({ ads, needs }) => ads || (needs & SALE) !== 0),
  ];
  return [
    row(
      [
        words(`california.category.${category}`),
        { all: elements.map(({ element }) => words(`element.${element}`)) },
        { all: uses.map(({ purpose }) => words(`purpose.${purpose}`)) },
        words(shared.length > 0 ? "california.yes" : "california.no"),
        { all: kept.map(({ category: kind }) => words(`category.${kind}`)) },
      ],
      {
        facts: ["advertising", ...facts.map(({ id }) => id)],
        articles: ["CCPA regulations §7011(e)(1)"],
        regimes: ["ccpa"],
      },
    ),
  ];
}

function otherStates({ places }: Setting): Block[] {
  const regimes = ["us-states"] as const;
  const form = { href: places.form, label: words("link.form") };
  return paragraph(
    sentence(words("us-states.intro"), { regimes }),
    sentence(words("us-states.appeal", { form }), { articles: ["state privacy acts"], regimes }),
  );
}

function quebec({ register }: Setting): Block[] {
  const regimes = ["law-25"] as const;
  const officer = register.contacts.find(({ contact, name }) => contact === "privacy-officer" && name !== "");
  return paragraph(
    officer &&
      sentence(words("quebec.officer", { name: officer.name }), {
        ...{ facts: [officer.id], articles: ["Law 25 s. 3.1"], regimes },
      }),
    sentence(words("quebec.off"), { facts: ["banner"], articles: ["Law 25 s. 8.1"], regimes }),
    sentence(words("quebec.abroad"), { articles: ["Law 25 s. 8, 17"], regimes }),
  );
}
