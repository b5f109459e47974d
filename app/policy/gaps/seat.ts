/** Names by which addresses show that a store is established in the EEA: countries, and towns that need none. */
const EEA =
  /\b(Austria|Belgium|Bulgaria|Croatia|Cyprus|Czech(?:ia| Republic)|Denmark|Estonia|Finland|France|Germany|Deutschland|Greece|Hungary|Ireland|Italy|Italia|Latvia|Lithuania|Luxembourg|Malta|Netherlands|Norway|Poland|Portugal|Romania|Slovakia|Slovenia|Spain|España|Sweden|Iceland|Liechtenstein|Österreich|Nederland|Danmark|Sverige|Suomi|Polska|Berlin|Hamburg|Munich|München|Paris|Lyon|Dublin|Amsterdam|Rotterdam|Madrid|Barcelona|Rome|Roma|Milan|Milano|Vienna|Wien|Stockholm|Copenhagen|Brussels|Lisbon|Lisboa|Helsinki|Warsaw)\b/u;
const GB =
  /\b(United Kingdom|UK|U\.K\.|England|Scotland|Wales|Northern Ireland|Great Britain|London|Manchester|Edinburgh|Glasgow|Birmingham|Bristol|Leeds|Cardiff|Belfast)\b|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/u;
const EEA_FIRM =
  /\b(GmbH|UG|OHG|GbR|e\.\s?K\.|SARL|SAS|SASU|EURL|S\.?r\.?l\.|B\.V\.|ApS|A\/S|Oy|DAC|S\.L\.)(?=[\s,.;)]|$)/u;
const ELSEWHERE =
  /\b[A-Z]{2}\s+\d{5}(-\d{4})?\b|\b(USA|U\.S\.A\.|United States|Canada|Australia|New Zealand|China|Hong Kong|Mexico)\b/u;

/** Where a store is established, as far as the sentences with its address or its name tell. */
export interface Seat {
  eea: boolean;
  gb: boolean;
  /** The words that told. */
  known: boolean;
}

/** Reads the seat from the sentences that name the store or its address. */
export function seatOf(sentences: readonly string[]): Seat {
  const text = sentences.join("\n");
  const gb = GB.test(text);
  const elsewhere = ELSEWHERE.test(text);
  const eea = !elsewhere && (EEA_FIRM.test(text) || (!gb && EEA.test(text)));
  return { eea, gb: gb && !elsewhere && !eea, known: gb || elsewhere || eea };
}
