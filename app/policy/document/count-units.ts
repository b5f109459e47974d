/** A unit of time that a period is said in. */
export type TimeUnit = "minute" | "hour" | "day" | "month" | "year";

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Languages whose long units the Unicode data does not have, or only as abbreviations, by plural category. `#`: the number. */
const OWN: Readonly<Record<string, Readonly<Record<TimeUnit, Forms>>>> = {
  ga: {
    minute: { other: "# nóiméad" },
    hour: { few: "# huaire an chloig", many: "# n-uaire an chloig", other: "# uair an chloig" },
    day: { other: "# lá" },
    month: { one: "# mhí", two: "# mhí", few: "# mhí", other: "# mí" },
    year: { one: "# bhliain", two: "# bhliain", few: "# bliana", many: "# mbliana", other: "# bliain" },
  },
  mt: {
    minute: { one: "minuta", two: "żewġ minuti", few: "# minuti", many: "#-il minuta", other: "# minuta" },
    hour: { one: "siegħa", two: "sagħtejn", few: "# sigħat", many: "#-il siegħa", other: "# siegħa" },
    day: { one: "jum", two: "jumejn", few: "# ijiem", many: "#-il jum", other: "# jum" },
    month: { one: "xahar", two: "xahrejn", few: "# xhur", many: "#-il xahar", other: "# xahar" },
    year: { one: "sena", two: "sentejn", few: "# snin", many: "#-il sena", other: "# sena" },
  },
};

/** Says so many of a unit of time in a language (BCP 47), written out: "7 years". Formats are made once. */
export function unitCounter(language: string): (unit: TimeUnit, count: number) => string {
  const own = OWN[language];
  if (own) {
    const plural = new Intl.PluralRules(language);
    const numbers = new Intl.NumberFormat(language);
    return (unit, count) =>
      (own[unit][plural.select(count)] ?? own[unit].other).replace("#", () => numbers.format(count));
  }
  const formats = new Map<TimeUnit, Intl.NumberFormat>();
  return (unit, count) => {
    const format = formats.get(unit) ?? new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" });
    formats.set(unit, format);
    return format.format(count);
  };
}
