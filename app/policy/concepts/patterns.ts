/** What is told by the shape of the text rather than by its words. Each pattern is looked for in one passage. */
export const PATTERNS = {
  "a firm's name":
    /\p{Lu}[\p{L}\p{N}&'’.-]*(?:[ ,]+[\p{L}\p{N}&'’.-]+){0,5}[ ,]+(?:LLC|L\.L\.C\.|Inc\b\.?|Incorporated|Ltd\b\.?|Limited|LTD|GmbH|UG|AG|KG|OHG|GbR|e\.\s?K\.|e\.\s?Kfm\.|SARL|S\.à\s?r\.l\.|SAS|SASU|EURL|S\.?r\.?l\.?|S\.?p\.?A\.?|B\.?V\.?|N\.?V\.?|ApS|A\/S|AS|Oy|AB|DAC|PLC|plc|LLP|Corp\b\.?|Corporation|Pty|Pte|S\.?L\.?U?\.?|S\.?A\.?|inc\.|Co\.|ltée|Kft|d\.o\.o\.|s\.r\.o\.|sp\. z o\.o\.|Lda)(?=[\s,.;:)"”’(<]|$)/u,
  "a postal address":
    /\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b|\b[A-CEGHJ-NPR-TVXY]\d[A-Z]\s?\d[A-Z]\d\b|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b|\bP\.?\s?O\.?\s?Box\b|\b(?!123 Main)\d{1,5}[a-z]?(?:-\d{1,4})?,?\s+(?:\p{Lu}[\p{L}'’.-]*\s+|rue |de |la |du |quai |via ){0,5}(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Lane|Ln\.?|Drive|Dr\.?|Boulevard|Blvd\.?|Way|Court|Ct\.?|Place|Pl\.?|Square|Row|Quay|Wharf|Highway|Hwy\.?|Parkway|Terrace|Close|Crescent|Pier|Broadway|Suite)\b|\b\d{1,4}(?: bis)?,?\s+(?:rue|avenue|boulevard|quai|place|chemin|allée|impasse|cours|route)\s|\b(?:Calle|Via|Viale|Piazza|Rua|Avenida|Carrer|Paseo|Plaza)\s+\p{Lu}[\p{L} .'’-]{1,40},?\s*\d|\p{Lu}[\p{L}.-]*(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse|damm|ring|deich|straat|laan|gracht|plein|kade|gade|vej|gatan|vägen|katu)\s+\d|\bAm\s+\p{Lu}\p{L}+\s+\d{1,4}|\b\d{5}\s+\p{Lu}\p{L}+,?\s+(?:Germany|Deutschland|France|Italy|Spain|Austria)/u,
  "a cookie's name":
    /(?<![\p{L}\p{N}_])(?:_(?:ga|gid|gat|fbp|fbc|gcl_au|ttp|pin_unauth|scid|y|s|hj\w*|uetsid|uetvid|clck|clsk|pk_id|pk_ses|shopify\w*|secure\w*|session_id|orig_referrer|landing_page|tracking_consent|cmp_a|ab|checkout\w*|kla_id)|cart_(?:sig|ts|currency|ver)|secure_customer_sig|storefront_digest|PHPSESSID|woocommerce_\w+|wp_woocommerce\w*|wordpress_\w+|IDE|NID|CookieConsent|keep_alive|checkout_token)(?![\p{L}\p{N}])/u,
  "us in quotes":
    /["“(]\s*(?:the\s|collectively,?\s|hereinafter,?\s|hereafter,?\s|or\s)*["“‘']?(?:we|us|our|the company|company|seller|store|shop)\b/iu,
  "an opt-out portal's address":
    /aboutads\.info|youradchoices|youronlinechoices|edaa\.eu|optout\.networkadvertising|networkadvertising\.org\/(?:choices|managing|opt)|thenai\.org\/opt/i,
  "an address that explains ads":
    /networkadvertising\.org\/(?:understanding|consumer|how)|thenai\.org\/(?:about|how|understanding)/i,
  "an advertising platform's address":
    /facebook\.com\/(?:settings|ads?|adpref|help)|google\.[a-z]+\/(?:settings\/ads|ads|policies\/technologies\/ads)|adssettings|myadcenter|bingads|(?:choice|account)\.microsoft|twitter\.com\/personali|pinterest\.com\/(?:settings|_\/_\/help)|tiktok\.com\/setting|linkedin\.com\/psettings/i,
  "an address about cookies": /aboutcookies|cookiepedia|cookiesandyou|cookies?-?(?:policy|notice)/i,
  "quoted term": /["“«'‘](?:\p{Lu}[\p{L}-]*\s){0,3}\p{Lu}[\p{L}-]*["”»'’]/u,
  "a label":
    /^\W*(?:\*\*)?(?:\p{L}+\s+){0,4}\p{L}+(?:\*\*)?\s*(?:[:–—-]|\.\s|\bincluding\b|\bsuch as\b|, such|, that is|\()/u,
  "a web address": /https?:\/\/|www\.|\b[a-z0-9-]+\.(?:com|org|net|info|eu|ca|uk|gov|example)\b/i,
} as const;

/** The name of a pattern. */
export type Pattern = keyof typeof PATTERNS;
