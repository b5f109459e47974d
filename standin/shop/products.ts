/** A piece of jewellery on sale. `price` is in cents of US dollars; each variant has its own name. */
export interface Product {
  index: number;
  handle: string;
  title: string;
  type: string;
  description: string;
  price: number;
  variants: readonly string[];
  tags: readonly string[];
}

type Row = [title: string, type: string, price: number, variants: string, description: string];

const RINGS = "Size 5,Size 6,Size 7,Size 8";

const ROWS: readonly Row[] = [
  [
    "Hazel Signet Ring",
    "Ring",
    14800,
    RINGS,
    "A small oval signet in recycled 9k gold, made to be engraved with one initial.",
  ],
  [
    "Twig Stacking Ring",
    "Ring",
    6200,
    RINGS,
    "Cast from an apple twig picked behind the workshop, in sterling silver.",
  ],
  [
    "Briar Rose Engagement Ring",
    "Ring",
    186000,
    RINGS,
    "A 0.5 ct lab-grown diamond between two hand-carved leaves, 18k yellow gold.",
  ],
  ["Comfort Band 3 mm", "Ring", 54000, RINGS, "A plain wedding band with a rounded inside, in 14k gold."],
  ["Moonstone Halo Ring", "Ring", 23500, RINGS, "A cabochon moonstone in a milgrain setting."],
  [
    "Lantern Drop Earrings",
    "Earrings",
    9800,
    "Silver,Gold vermeil",
    "Open lanterns with a freshwater pearl inside; 34 mm long.",
  ],
  ["Seed Pearl Studs", "Earrings", 4800, "Silver,Gold vermeil", "Tiny pearls, 4 mm, for every day."],
  ["Foundry Hoops", "Earrings", 12400, "20 mm,30 mm,40 mm", "Hollow hoops, light enough to forget."],
  ["Kingfisher Enamel Studs", "Earrings", 7600, "Blue,Teal", "Vitreous enamel over fine silver, fired four times."],
  ["Fern Ear Climbers", "Earrings", 8800, "Silver,Gold vermeil", "A fern frond that follows the ear."],
  ["Compass Pendant", "Necklace", 13200, "45 cm,50 cm", "A turning needle under sapphire glass on a fine cable chain."],
  ["Letter Locket", "Necklace", 21000, "45 cm,50 cm", "Opens on a hidden hinge and holds two photographs, 15 mm each."],
  ["Tidal Pearl Strand", "Necklace", 39500, "42 cm,46 cm", "Baroque pearls, knotted by hand on silk."],
  ["Sunday Chain", "Necklace", 17600, "42 cm,46 cm,50 cm", "A paper-clip chain in recycled 9k gold."],
  ["Garnet Drop Necklace", "Necklace", 15900, "45 cm", "One pear-cut garnet, the colour of good Port."],
  ["Rope Bracelet", "Bracelet", 11200, "Small,Medium,Large", "Twisted by hand from three silver wires."],
  [
    "Tennis Bracelet, White Sapphire",
    "Bracelet",
    64000,
    "16 cm,18 cm",
    "Fifty-two white sapphires in a four-claw setting.",
  ],
  ["Engraved Bar Bracelet", "Bracelet", 8400, "Silver,Gold vermeil", "Room for twelve letters or a date."],
  ["Oak Leaf Brooch", "Brooch", 13800, "Silver", "A pressed leaf, cast and oxidised; no two alike."],
  ["Heirloom Cleaning Kit", "Care", 2400, "One size", "Brush, cloth and pH-neutral soap, with refills for two years."],
  ["Ring Sizer", "Care", 500, "One size", "A reusable plastic sizer; its price comes off your first ring."],
  ["Walnut Jewellery Box", "Care", 7200, "Small,Large", "Oiled walnut, lined with wool felt."],
];

/** What the stand-in's shops sell, in a fixed order. */
export const PRODUCTS: readonly Product[] = ROWS.map(([title, type, price, variants, description], index) => ({
  index,
  handle: title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/-$/, ""),
  title,
  type,
  description,
  price,
  variants: variants.split(","),
  tags: [type.toLowerCase(), price > 30000 ? "fine" : "everyday"],
}));
