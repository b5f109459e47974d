/** Who watches over a law, and hears the complaint of a person whom a store refused. */
export interface Authority {
  /** As it calls itself. */
  readonly name: string;
  readonly web: string;
  /** Postal address, one line each; absent where it was not certain. */
  readonly post?: readonly string[];
}

/** Where someone in the European Economic Area finds the authority of their country. */
const EUROPEAN_LIST: Authority = {
  name: "The data protection authority of your country",
  web: "https://www.edpb.europa.eu/about-edpb/about-edpb/members_en",
};

const authority = (name: string, web: string, ...post: string[]): Authority => ({
  name,
  web,
  ...(post.length > 0 && { post }),
});
const FRENCH = authority(
  "Commission nationale de l'informatique et des libertés (CNIL)",
  "https://www.cnil.fr",
  ...["3 place de Fontenoy", "TSA 80715", "75334 Paris Cedex 07"],
);
const FINNISH = authority("Tietosuojavaltuutetun toimisto", "https://tietosuoja.fi", "PL 800", "00531 Helsinki");

/** Authorities by place: ISO 3166-1 alpha-2, or 3166-2 where a part has its own. Names and addresses: their own sites. */
const AUTHORITIES: Readonly<Record<string, Authority>> = {
  AT: authority("Datenschutzbehörde", "https://www.dsb.gv.at", "Barichgasse 40-42", "1030 Wien"),
  BE: authority(
    "Autorité de protection des données / Gegevensbeschermingsautoriteit",
    "https://www.dataprotectionauthority.be",
    ...["Rue de la Presse 35", "1000 Bruxelles"],
  ),
  BG: authority("Комисия за защита на личните данни", "https://cpdp.bg", "2 Prof. Tsvetan Lazarov Blvd.", "Sofia 1592"),
  HR: authority("Agencija za zaštitu osobnih podataka", "https://azop.hr", "Selska cesta 136", "10000 Zagreb"),
  CY: authority("Commissioner for Personal Data Protection", "https://www.dataprotection.gov.cy"),
  CZ: authority("Úřad pro ochranu osobních údajů", "https://uoou.gov.cz", "Pplk. Sochora 27", "170 00 Praha 7"),
  DK: authority("Datatilsynet", "https://www.datatilsynet.dk", "Carl Jacobsens Vej 35", "2500 Valby"),
  EE: authority("Andmekaitse Inspektsioon", "https://www.aki.ee", "Tatari 39", "10134 Tallinn"),
  FI: FINNISH,
  AX: FINNISH,
  FR: FRENCH,
  ...Object.fromEntries(["GP", "GF", "MQ", "RE", "YT", "MF"].map((region) => [region, FRENCH])),
  DE: authority(
    "The data protection authority of your Land (list kept by the BfDI)",
    "https://www.bfdi.bund.de/DE/Service/Anschriften/Laender/Laender-node.html",
  ),
  GR: authority(
    "Αρχή Προστασίας Δεδομένων Προσωπικού Χαρακτήρα",
    "https://www.dpa.gr",
    "Kifisias 1-3",
    "115 23 Athens",
  ),
  HU: authority(
    "Nemzeti Adatvédelmi és Információszabadság Hatóság",
    "https://www.naih.hu",
    ...["Falk Miksa utca 9-11", "1055 Budapest"],
  ),
  IE: authority(
    "Data Protection Commission",
    "https://www.dataprotection.ie",
    ...["6 Pembroke Row", "Dublin 2", "D02 X963"],
  ),
  IT: authority(
    "Garante per la protezione dei dati personali",
    "https://www.garanteprivacy.it",
    ...["Piazza Venezia 11", "00187 Roma"],
  ),
  LV: authority("Datu valsts inspekcija", "https://www.dvi.gov.lv", "Elijas iela 17", "Rīga, LV-1050"),
  LT: authority(
    "Valstybinė duomenų apsaugos inspekcija",
    "https://vdai.lrv.lt",
    ...["L. Sapiegos g. 17", "10312 Vilnius"],
  ),
  LU: authority(
    "Commission nationale pour la protection des données",
    "https://cnpd.public.lu",
    ...["15, boulevard du Jazz", "4370 Belvaux"],
  ),
  MT: authority("Information and Data Protection Commissioner", "https://idpc.org.mt"),
  NL: authority(
    "Autoriteit Persoonsgegevens",
    "https://www.autoriteitpersoonsgegevens.nl",
    ...["Postbus 93374", "2509 AJ Den Haag"],
  ),
  PL: authority("Prezes Urzędu Ochrony Danych Osobowych", "https://uodo.gov.pl"),
  PT: authority(
    "Comissão Nacional de Proteção de Dados",
    "https://www.cnpd.pt",
    ...["Av. D. Carlos I, 134, 1.º", "1200-651 Lisboa"],
  ),
  RO: authority(
    "Autoritatea Naţională de Supraveghere a Prelucrării Datelor cu Caracter Personal",
    "https://www.dataprotection.ro",
    ...["B-dul G-ral. Gheorghe Magheru 28-30", "010336 Bucureşti"],
  ),
  SK: authority("Úrad na ochranu osobných údajov Slovenskej republiky", "https://dataprotection.gov.sk"),
  SI: authority("Informacijski pooblaščenec", "https://www.ip-rs.si", "Dunajska cesta 22", "1000 Ljubljana"),
  ES: authority(
    "Agencia Española de Protección de Datos",
    "https://www.aepd.es",
    ...["C/ Jorge Juan, 6", "28001 Madrid"],
  ),
  SE: authority("Integritetsskyddsmyndigheten", "https://www.imy.se", "Box 8114", "104 20 Stockholm"),
  IS: authority("Persónuvernd", "https://www.personuvernd.is"),
  LI: authority("Datenschutzstelle Fürstentum Liechtenstein", "https://www.datenschutzstelle.li"),
  NO: authority("Datatilsynet", "https://www.datatilsynet.no", "Postboks 458 Sentrum", "0105 Oslo"),
  GB: authority(
    "Information Commissioner's Office (ICO)",
    "https://ico.org.uk/make-a-complaint/",
    ...["Wycliffe House", "Water Lane", "Wilmslow", "Cheshire SK9 5AF"],
  ),
  CH: authority(
    "Eidgenössischer Datenschutz- und Öffentlichkeitsbeauftragter (EDÖB)",
    "https://www.edoeb.admin.ch",
    ...["Feldeggweg 1", "3003 Bern"],
  ),
  "US-CA": authority("California Privacy Protection Agency", "https://cppa.ca.gov/webapplications/complaint"),
  "US-AL": authority("Attorney General of Alabama", "https://www.alabamaag.gov"),
  "US-CO": authority("Colorado Attorney General", "https://coag.gov"),
  "US-CT": authority(
    "Connecticut Attorney General",
    "https://portal.ct.gov/ag",
    ...["165 Capitol Avenue", "Hartford, CT 06106"],
  ),
  "US-DE": authority("Delaware Department of Justice", "https://attorneygeneral.delaware.gov"),
  "US-FL": authority(
    "Florida Department of Legal Affairs",
    "https://www.myfloridalegal.com",
    ...["The Capitol, PL-01", "Tallahassee, FL 32399-1050"],
  ),
  "US-IA": authority("Iowa Attorney General", "https://www.iowaattorneygeneral.gov"),
  "US-IN": authority("Indiana Attorney General", "https://www.in.gov/attorneygeneral"),
  "US-KY": authority("Kentucky Attorney General", "https://www.ag.ky.gov"),
  "US-MD": authority("Maryland Attorney General, Consumer Protection Division", "https://oag.maryland.gov"),
  "US-MN": authority("Minnesota Attorney General", "https://www.ag.state.mn.us"),
  "US-MT": authority("Montana Department of Justice", "https://dojmt.gov"),
  "US-NE": authority("Nebraska Attorney General", "https://protectthegoodlife.nebraska.gov"),
  "US-NH": authority("New Hampshire Department of Justice", "https://www.doj.nh.gov"),
  "US-NJ": authority("New Jersey Division of Consumer Affairs", "https://www.njconsumeraffairs.gov"),
  "US-OK": authority("Oklahoma Attorney General", "https://www.oag.ok.gov"),
  "US-OR": authority("Oregon Department of Justice", "https://www.doj.state.or.us"),
  "US-RI": authority(
    "Rhode Island Attorney General",
    "https://riag.ri.gov",
    ...["150 South Main Street", "Providence, RI 02903"],
  ),
  "US-TN": authority("Tennessee Attorney General", "https://www.tn.gov/attorneygeneral"),
  "US-TX": authority(
    "Texas Attorney General",
    "https://www.texasattorneygeneral.gov",
    ...["P.O. Box 12548", "Austin, TX 78711-2548"],
  ),
  "US-UT": authority("Utah Division of Consumer Protection", "https://dcp.utah.gov"),
  "US-VA": authority(
    "Virginia Attorney General",
    "https://www.oag.state.va.us",
    ...["202 North Ninth Street", "Richmond, VA 23219"],
  ),
  US: authority("Federal Trade Commission", "https://reportfraud.ftc.gov"),
  CA: authority(
    "Office of the Privacy Commissioner of Canada",
    "https://www.priv.gc.ca",
    ...["30 Victoria Street", "Gatineau, Quebec K1A 1H3"],
  ),
  "CA-AB": authority("Information and Privacy Commissioner of Alberta", "https://oipc.ab.ca"),
  "CA-BC": authority("Information and Privacy Commissioner for British Columbia", "https://www.oipc.bc.ca"),
  "CA-QC": authority("Commission d'accès à l'information du Québec", "https://www.cai.gouv.qc.ca"),
  BR: authority("Agência Nacional de Proteção de Dados (ANPD)", "https://www.gov.br/anpd"),
  JP: authority("個人情報保護委員会 (Personal Information Protection Commission)", "https://www.ppc.go.jp"),
  KR: authority("개인정보보호위원회 (Personal Information Protection Commission)", "https://www.pipc.go.kr"),
  NZ: authority(
    "Office of the Privacy Commissioner",
    "https://www.privacy.org.nz",
    ...["PO Box 10 094", "Wellington 6143"],
  ),
  TH: authority("Personal Data Protection Committee", "https://www.pdpc.or.th"),
  IN: authority("Data Protection Board of India", "https://www.meity.gov.in"),
};

/**
 * The authority of a person's place: their part's own before the country's; null where none is known. `isEuropean`: the
 * GDPR applies and the country is not known, so they are led to the list of all.
 */
export function authorityOf(country: string | null, part: string | null, isEuropean = false): Authority | null {
  const own = AUTHORITIES[`${country ?? ""}-${part ?? ""}`] ?? AUTHORITIES[country ?? ""];
  return own ?? (isEuropean ? EUROPEAN_LIST : null);
}
