import { ANALYTICS, MARKETING, PREFERENCES, SALE } from "../../law/purposes.ts";
import type { CookieFact, Register } from "../../register/facts.ts";
import { AMERICAN } from "./regimes.ts";
import { among, type Setting } from "./setting.ts";
import { paragraph, row, section, sentence, table, words, type Section, type TextKey, type Value } from "./words.ts";

/** Cookies: what they are, when they are set, each by name (ePrivacy Directive art. 5(3); EDPB; CNIL guidelines 2020-091). */
export function cookies(setting: Setting): Section[] {
  const { register, places } = setting;
  const choices = { href: places.choices, label: words("link.choices") };
  const explained = register.links.find(({ link, url }) => link === "cookies-explained" && url !== "");
  const optional = register.cookies.filter(({ isEssential }) => !isEssential);
  const asked = ["banner", ...optional.map(({ id }) => id)];
  const optOut = among(setting, [...AMERICAN, "pipeda"]);
  const strict = setting.regimes.filter((regime) => !optOut.includes(regime));
  return section("cookies", "title.cookies", [
    ...paragraph(
      sentence(words("cookies.what"), {}),
      explained &&
        sentence(words("cookies.more", { link: { href: explained.url, label: words("link.cookies-explained") } }), {
          facts: [explained.id],
        }),
      sentence(words("cookies.essential"), { articles: ["ePrivacy Directive art. 5(3)"] }),
      optional.length > 0 &&
        strict.length > 0 &&
        sentence(words("cookies.consent"), {
          ...{ facts: asked, articles: ["ePrivacy Directive art. 5(3), GDPR art. 6(1)(a)"], regimes: strict },
        }),
      optional.length > 0 && optOut.length > 0 && sentence(words("cookies.optout"), { facts: asked, regimes: optOut }),
      sentence(words("cookies.change", { choices }), { articles: ["GDPR art. 7(3)"] }),
    ),
    ...table(
      ["cookies.head.name", "cookies.head.vendor", "cookies.head.purpose", "cookies.head.lifetime"],
      register.cookies.map((cookie) => cookieRow(register, cookie)),
    ),
    ...paragraph(
      register.elements.some(({ element }) => element === "access-time") &&
        sentence(words("cookies.logs"), { facts: ["elements/access-time"] }),
    ),
  ]);
}

function cookieRow(register: Register, cookie: CookieFact) {
  const vendor = register.vendors.find((one) => one.vendor === cookie.vendor);
  const lifetime: Value = cookie.days === 0 ? words("cookies.session") : { span: { days: cookie.days } };
  return row([cookie.name, vendor?.name ?? cookie.vendor, words(useOf(cookie)), lifetime], {
    facts: [cookie.id, ...(vendor ? [vendor.id] : [])],
  });
}

function useOf({ needs, isEssential }: CookieFact): TextKey {
  if (isEssential) return "cookies.for.essential";
  if ((needs & SALE) !== 0) return "cookies.for.sale";
  if ((needs & MARKETING) !== 0) return "cookies.for.marketing";
  if ((needs & ANALYTICS) !== 0) return "cookies.for.analytics";
  return (needs & PREFERENCES) !== 0 ? "cookies.for.preferences" : "cookies.for.essential";
}
