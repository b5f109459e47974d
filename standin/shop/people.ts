/** One invented person: first name, last name, e-mail, phone, language, and where they live. */
export interface Person {
  first: string;
  last: string;
  email: string;
  phone: string | null;
  locale: string;
  country: string;
  countryCode: string;
  province: string | null;
  provinceCode: string | null;
  city: string;
  zip: string;
  street: string;
}

/**
 * First name, last name, e-mail, phone, language, country, its code, province, its code, postcode, city, street.
 * All invented; e-mail hosts are reserved for examples (RFC 2606).
 */
const TABLE = `
Ava | Thompson | ava.thompson@example.com | +12065550142 | en | United States | US | Washington | WA | 98101 | Seattle | 1420 Pike Street, Apt 5
Mateo | Rivera | mateo.rivera@example.com | +13105550119 | en | United States | US | California | CA | 90026 | Los Angeles | 2217 Sunset Boulevard
Grace | O’Connor | grace.oconnor@example.org | +17205550188 | en | United States | US | Colorado | CO | 80202 | Denver | 909 Larimer Street
Darnell | Washington | darnell.w@example.com | +18045550133 | en | United States | US | Virginia | VA | 23220 | Richmond | 31 West Grace Street
Hannah | Goldberg | hannah.goldberg@example.net | +12035550175 | en | United States | US | Connecticut | CT | 06510 | New Haven | 88 Chapel Street
Tyler | Jensen | tyler.jensen@example.com | | en | United States | US | Utah | UT | 84101 | Salt Lake City | 455 South Main Street
Nguyễn | Thị Minh Anh | minhanh.nguyen@example.com | +17135550104 | en | United States | US | Texas | TX | 77002 | Houston | 610 Travis Street
Brooke | Larsen | brooke.larsen@example.org | +15035550151 | en | United States | US | Oregon | OR | 97209 | Portland | 1240 NW Lovejoy Street
Caleb | Whitfield | caleb.whitfield@example.com | +14065550167 | en | United States | US | Montana | MT | 59801 | Missoula | 320 Higgins Avenue
Priya | Raman | priya.raman@example.com | +12125550198 | en | United States | US | New York | NY | 10011 | New York | 201 West 18th Street
Émilie | Tremblay | emilie.tremblay@courriel.example | +15145550136 | fr | Canada | CA | Québec | QC | H2W 1Y5 | Montréal | 4120 rue Saint-Denis
Liam | MacKenzie | liam.mackenzie@example.com | +16045550121 | en | Canada | CA | British Columbia | BC | V6B 1A1 | Vancouver | 770 Homer Street
Valentina | Hernández Ríos | valentina.hr@correo.example | +525555010123 | es | Mexico | MX | Ciudad de México | CDMX | 06700 | Ciudad de México | Calle Colima 184
João | Conceição da Silva | joao.conceicao@correio.example | +5511955501234 | pt-BR | Brazil | BR | São Paulo | SP | 01310-200 | São Paulo | Avenida Paulista 1578
Beatriz | Araújo | bia.araujo@correio.example | +5521955504321 | pt-BR | Brazil | BR | Rio de Janeiro | RJ | 22070-011 | Rio de Janeiro | Rua Barata Ribeiro 502
Martín | Echeverría | martin.echeverria@correo.example | +541155501122 | es | Argentina | AR | Buenos Aires | C | C1425 | Buenos Aires | Avenida Santa Fe 3253
Antonia | Fuentes | antonia.fuentes@correo.example | +56955501199 | es | Chile | CL | Santiago | RM | 7500000 | Providencia | Avenida Providencia 2124
Charlotte | Ashworth | charlotte.ashworth@example.co.uk | +447700900121 | en | United Kingdom | GB | England | ENG | BS1 4DJ | Bristol | 14 Queen Square
Rhys | Llewellyn | rhys.llewellyn@example.org | +447700900342 | en | United Kingdom | GB | Wales | WLS | CF10 1EP | Cardiff | 7 Castle Street
Isla | Campbell | isla.campbell@example.com | +447700900415 | en | United Kingdom | GB | Scotland | SCT | EH1 1QS | Edinburgh | 52 Cockburn Street
Aoife | Ní Bhriain | aoife.nibhriain@example.org | +353850550123 | en | Ireland | IE | Dublin | D | D02 XY45 | Dublin | 19 Merrion Row
Jürgen | Groß | juergen.gross@beispiel.example | +4915155501234 | de | Germany | DE | | | 80331 | München | Sendlinger Straße 12
Friederike | Müller-Lüdenscheidt | f.mueller@beispiel.example | +4917055504411 | de | Germany | DE | | | 10119 | Berlin | Torstraße 98
Lukas | Weiß | lukas.weiss@beispiel.example | | de | Austria | AT | | | 1070 | Wien | Lindengasse 31
Zoë | Bürgi | zoe.buergi@beispiel.example | +41795550132 | de | Switzerland | CH | | | 8004 | Zürich | Langstrasse 77
François | Lefèvre | francois.lefevre@courriel.example | +33655501298 | fr | France | FR | | | 69002 | Lyon | 23 rue Mercière
Maëlle | Le Goff | maelle.legoff@courriel.example | +33655507766 | fr | France | FR | | | 29200 | Brest | 5 rue de Siam
Saskia | van den Berg | saskia.vandenberg@voorbeeld.example | +31655501234 | nl | Netherlands | NL | | | 1016 DK | Amsterdam | Keizersgracht 221
Lotte | De Smet | lotte.desmet@voorbeeld.example | +32475550123 | nl | Belgium | BE | | | 9000 | Gent | Korenlei 8
Íñigo | Etxeberria | inigo.etxeberria@correo.example | +34655501234 | es | Spain | ES | Bizkaia | BI | 48005 | Bilbao | Bidebarrieta Kalea 4
Chiara | D’Angelo | chiara.dangelo@posta.example | +393355501234 | it | Italy | IT | Firenze | FI | 50125 | Firenze | Via de’ Guicciardini 18
Inês | Gonçalves | ines.goncalves@correio.example | +351915550123 | pt-PT | Portugal | PT | Lisboa | PT-11 | 1200-192 | Lisboa | Rua da Boavista 62
Søren | Kjærgaard | soeren.kjaergaard@eksempel.example | +4555501234 | da | Denmark | DK | | | 2200 | København N | Blågårdsgade 15
Åsa | Lindström | asa.lindstrom@exempel.example | +46705550123 | sv | Sweden | SE | | | 411 06 | Göteborg | Haga Nygata 9
Ingeborg | Ødegård | ingeborg.odegard@eksempel.example | +4795550123 | nb | Norway | NO | | | 5003 | Bergen | Strandgaten 44
Päivi | Hämäläinen | paivi.hamalainen@esimerkki.example | +358405550123 | fi | Finland | FI | | | 00150 | Helsinki | Iso Roobertinkatu 20
Guðrún | Þórsdóttir | gudrun.thorsdottir@daemi.example | +3545550123 | en | Iceland | IS | | | 101 | Reykjavík | Laugavegur 36
Małgorzata | Wójcik | malgorzata.wojcik@przyklad.example | +48555501234 | pl | Poland | PL | | | 31-010 | Kraków | ul. Floriańska 22
Jiří | Dvořák | jiri.dvorak@priklad.example | +420605550123 | cs | Czechia | CZ | | | 110 00 | Praha | Dlouhá 35
Zsófia | Szűcs | zsofia.szucs@pelda.example | +36205550123 | hu | Hungary | HU | | | 1053 | Budapest | Kossuth Lajos utca 11
Ștefan | Ionescu | stefan.ionescu@exemplu.example | +40725550123 | ro | Romania | RO | București | B | 030167 | București | Strada Lipscani 27
Мария | Иванова | maria.ivanova@primer.example | +359885550123 | bg | Bulgaria | BG | | | 1000 | София | ул. „Граф Игнатиев“ 14
Олександр | Шевченко | oleksandr.shevchenko@pryklad.example | +380505550123 | uk | Ukraine | UA | | | 01001 | Київ | вул. Хрещатик 22
Ελένη | Παπαδοπούλου | eleni.papadopoulou@paradeigma.example | +306955501234 | el | Greece | GR | | | 105 51 | Αθήνα | Οδός Ερμού 40
Ayşe | Yıldırım | ayse.yildirim@ornek.example | +905055501234 | tr | Türkiye | TR | | | 34433 | İstanbul | İstiklal Caddesi 112
ليلى | الحداد | layla.alhaddad@mithal.example | +971505550123 | ar | United Arab Emirates | AE | Dubai | DU | 00000 | دبي | شارع الوصل 45
عمر | بن يوسف | omar.benyoussef@mithal.example | +212655501234 | ar | Morocco | MA | | | 20250 | الدار البيضاء | شارع محمد الخامس 88
נועה | לוי | noa.levy@dugma.example | +972505550123 | he | Israel | IL | | | 6578401 | תל אביב-יפו | שדרות רוטשילד 61
さくら | 田中 | sakura.tanaka@rei.example | +819055501234 | ja | Japan | JP | 東京都 | JP-13 | 150-0001 | 渋谷区 | 神宮前4丁目12-10
健太 | 小林 | kenta.kobayashi@rei.example | +818055504321 | ja | Japan | JP | 大阪府 | JP-27 | 530-0001 | 大阪市北区 | 梅田3丁目1-3
서연 | 김 | seoyeon.kim@yesi.example | +821055501234 | ko | South Korea | KR | 서울특별시 | KR-11 | 04524 | 중구 | 세종대로 110
민준 | 박 | minjun.park@yesi.example | +821055504321 | ko | South Korea | KR | 부산광역시 | KR-26 | 48058 | 해운대구 | 센텀중앙로 90
雨桐 | 陈 | yutong.chen@lizi.example | +8613055501234 | zh-CN | China | CN | Shanghai | SH | 200040 | 上海市静安区 | 南京西路1266号
怡君 | 林 | yijun.lin@liju.example | +886905550123 | zh-TW | Taiwan | TW | | | 106 | 臺北市大安區 | 忠孝東路四段216號
अनन्या | शर्मा | ananya.sharma@udaharan.example | +919055501234 | hi | India | IN | Delhi | DL | 110001 | नई दिल्ली | कनॉट प्लेस, ब्लॉक बी 12
Arjun | Iyer | arjun.iyer@example.com | +919155501234 | en | India | IN | Karnataka | KA | 560001 | Bengaluru | 42 Church Street
Kiri | Ngata | kiri.ngata@example.org | +6421555012 | en | New Zealand | NZ | Wellington | WGN | 6011 | Wellington | 118 Cuba Street
Oliver | Fitzgerald | oliver.fitzgerald@example.com | +61455550123 | en | Australia | AU | Victoria | VIC | 3000 | Melbourne | 27 Flinders Lane
Thandiwe | Nkosi | thandiwe.nkosi@example.org | +27825550123 | en | South Africa | ZA | Western Cape | WC | 8001 | Cape Town | 66 Long Street
Chidinma | Okonkwo | chidinma.okonkwo@example.com | +2348055501234 | en | Nigeria | NG | Lagos | LA | 101233 | Lagos | 15 Adeola Odeku Street
Atelier | Rosewood Test Buyer | test.buyer@rosewood.example | +12025550100 | en | United States | US | Maryland | MD | 21201 | Baltimore | 1 Rosewood Yard
`;

/** Everyone the stand-in's shops know as a customer, in a fixed order. */
export const PEOPLE: readonly Person[] = TABLE.trim()
  .split("\n")
  .map((row) => {
    const cells = row.split("|").map((cell) => cell.trim());
    const cell = (at: number): string => cells[at] ?? "";
    return {
      first: cell(0),
      last: cell(1),
      email: cell(2),
      phone: cell(3) || null,
      locale: cell(4),
      country: cell(5),
      countryCode: cell(6),
      province: cell(7) || null,
      provinceCode: cell(8) || null,
      city: cell(10),
      zip: cell(9),
      street: cell(11),
    };
  });

/** Someone who never became a customer: an e-mail address and an abandoned checkout, nothing else. */
export const GUEST = {
  email: "noemi.keller@beispiel.example",
  first: "Noemi",
  last: "Keller",
  country: "Germany",
  countryCode: "DE",
  city: "Leipzig",
  zip: "04109",
  street: "Thomasgasse 6",
} as const;
