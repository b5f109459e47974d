import { PRODUCTS, type Product } from "../shop/products.ts";
import { chance, type Chance } from "../shop/random.ts";

/** Metals: light, middle, dark. */
const METALS = {
  gold: ["#fff3cf", "#d9a94a", "#8a5a17"],
  rose: ["#ffe9df", "#d99a80", "#8c4a35"],
  silver: ["#ffffff", "#b9bdc4", "#6c727c"],
} as const;
const STONES = ["#e9f3ff", "#9d1f3c", "#2f6f73", "#cfd9f5", "#3a2a63", "#f6efe6"] as const;
const GROUNDS = ["#efe6dd", "#e6e3dc", "#ecdfd9", "#dfe2dc", "#e9e2d3"] as const;

type Metal = keyof typeof METALS;

interface Sketch {
  metal: Metal;
  stone: string;
  ground: string;
  roll: Chance;
  /** Title and description, in small letters. */
  words: string;
}

/** What a product is made of, by what is written about it. */
function metalOf(words: string, roll: Chance): Metal {
  if (words.includes("silver")) return "silver";
  if (words.includes("gold")) return "gold";
  return roll.pick(["gold", "rose", "silver"] as const);
}

const NAMED_STONES: readonly (readonly [string, string])[] = [
  ["diamond", "#e3edf8"],
  ["moonstone", "#cfd9f5"],
  ["garnet", "#9d1f3c"],
  ["sapphire", "#dfe9fb"],
  ["enamel", "#2f6f93"],
];

function defs({ metal, stone, ground }: Sketch): string {
  const [light, middle, dark] = METALS[metal];
  return `<defs>
<linearGradient id="m" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${light}"/><stop offset=".35" stop-color="${middle}"/><stop offset=".55" stop-color="${light}"/><stop offset="1" stop-color="${dark}"/></linearGradient>
<radialGradient id="s" cx=".35" cy=".3" r=".9"><stop offset="0" stop-color="#fff"/><stop offset=".35" stop-color="${stone}"/><stop offset="1" stop-color="${stone}" stop-opacity=".75"/></radialGradient>
<radialGradient id="p" cx=".35" cy=".3" r=".8"><stop offset="0" stop-color="#fff"/><stop offset=".6" stop-color="#f1e8df"/><stop offset="1" stop-color="#c4b3a6"/></radialGradient>
<radialGradient id="g" cx=".5" cy=".4" r=".9"><stop offset="0" stop-color="#fffdfa"/><stop offset="1" stop-color="${ground}"/></radialGradient>
<filter id="b" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="16"/></filter></defs>`;
}

const shadow = (x: number, y: number, wide: number): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${wide}" ry="${Math.round(wide / 6)}" fill="#5b463b" opacity=".28" filter="url(#b)"/>`;
const pearl = (x: number, y: number, r: number): string => `<circle cx="${x}" cy="${y}" r="${r}" fill="url(#p)"/>`;
const line = (path: string, wide: number): string =>
  `<path d="${path}" fill="none" stroke="url(#m)" stroke-width="${wide}" stroke-linecap="round"/>`;

/** A cut stone seen from above: facets around a table. */
function gem(x: number, y: number, r: number): string {
  const at = (turn: number, far: number): string =>
    `${(x + far * Math.cos(turn)).toFixed(1)},${(y + far * Math.sin(turn)).toFixed(1)}`;
  const facets = Array.from({ length: 16 }, (_, index) => {
    const from = (index * Math.PI) / 8;
    const to = from + Math.PI / 8;
    const light = (0.12 + 0.5 * Math.abs(Math.sin(index * 1.9))).toFixed(2);
    return `<polygon points="${at(from, r)} ${at(to, r)} ${at((from + to) / 2, r * 0.55)}" fill="#fff" opacity="${light}"/>`;
  });
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="url(#s)"/>${facets.join("")}<circle cx="${x}" cy="${y}" r="${(r * 0.5).toFixed(1)}" fill="#fff" opacity=".35"/>`;
}

function chain(fromX: number, toX: number, deep: number): string {
  const links = Array.from({ length: 56 }, (_, index) => {
    const t = index / 55;
    const x = fromX + (toX - fromX) * t;
    const y = 90 + deep * (1 - (2 * t - 1) ** 2);
    return `<ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="9" ry="5" fill="none" stroke="url(#m)" stroke-width="3" transform="rotate(${((t - 0.5) * -70 + (index % 2) * 60).toFixed(0)} ${x.toFixed(1)} ${y.toFixed(1)})"/>`;
  });
  return links.join("");
}

const leaf = (x: number, y: number, turn: number): string =>
  `<path d="M${x - 46} ${y}q46-44 92 0q-46 44-92 0z" fill="url(#m)" stroke="#8a5a17" stroke-opacity=".4" transform="rotate(${turn} ${x} ${y})"/>`;

const halo = (x: number, y: number, far: number): string =>
  Array.from({ length: 18 }, (_, index) => {
    const turn = (index * Math.PI) / 9;
    return `<circle cx="${(x + far * Math.cos(turn)).toFixed(1)}" cy="${(y + far * Math.sin(turn)).toFixed(1)}" r="11" fill="url(#m)"/>`;
  }).join("");

function band(set: string): string {
  return `${shadow(400, 640, 190)}<ellipse cx="400" cy="450" rx="170" ry="178" fill="none" stroke="url(#m)" stroke-width="38"/><ellipse cx="400" cy="450" rx="150" ry="158" fill="none" stroke="#5a3a12" stroke-opacity=".25" stroke-width="4"/>${set}`;
}

const SHAPES: Readonly<Record<string, (sketch: Sketch) => string>> = {
  Ring: ({ words }) => {
    if (words.includes("signet"))
      return band(
        `<ellipse cx="400" cy="268" rx="84" ry="62" fill="url(#m)"/><ellipse cx="400" cy="262" rx="64" ry="44" fill="#fff" opacity=".28"/>`,
      );
    if (words.includes("band")) return band("");
    if (words.includes("twig"))
      return band(line("M250 330q60-70 150-58t160 70M300 300q10-40 46-52M470 290q6-44 44-58", 12));
    if (words.includes("halo")) return band(`${halo(400, 250, 66)}${gem(400, 250, 48)}`);
    return band(`${gem(400, 250, 50)}${leaf(322, 288, -35)}${leaf(478, 288, 215)}`);
  },
  Earrings: ({ roll }) => {
    const drop = roll.happens(0.5);
    const one = (x: number): string =>
      drop
        ? `${line(`M${x} 210q26-40 0-66`, 8)}${gem(x, 262, 40)}${line(`M${x} 302v40`, 6)}${pearl(x, 402, 58)}`
        : `<circle cx="${x}" cy="400" r="118" fill="none" stroke="url(#m)" stroke-width="26"/>${gem(x, 282, 22)}`;
    return `${shadow(270, 600, 100)}${shadow(530, 600, 100)}${one(270)}${one(530)}`;
  },
  Necklace: ({ roll }) =>
    roll.happens(0.4)
      ? `${shadow(400, 640, 200)}${Array.from({ length: 33 }, (_, index) => {
          const t = index / 32;
          return pearl(Math.round(130 + 540 * t), Math.round(150 + 400 * (1 - (2 * t - 1) ** 2)), 19 + (index % 3));
        }).join("")}`
      : `${chain(130, 670, 380)}${shadow(400, 690, 110)}<path d="M400 470c70 40 96 90 60 140s-90 40-120 0-10-100 60-140z" fill="url(#m)"/>${gem(400, 566, 50)}`,
  Bracelet: () =>
    `${shadow(400, 580, 260)}<ellipse cx="400" cy="400" rx="250" ry="150" fill="none" stroke="url(#m)" stroke-width="30"/>${Array.from(
      { length: 13 },
      (_, index) => {
        const turn = Math.PI * (0.15 + (0.7 * index) / 12);
        return gem(Math.round(400 + 250 * Math.cos(turn)), Math.round(400 + 150 * Math.sin(turn)), 19);
      },
    ).join("")}`,
};

const BOX = (): string =>
  `${shadow(400, 640, 240)}<path d="M190 330h420v270H190z" fill="#7a4a2c"/><path d="M190 330l60-90h300l60 90z" fill="#935b37"/><path d="M190 330h420v28H190z" fill="#5f3820"/><rect x="372" y="392" width="56" height="44" rx="6" fill="url(#m)"/><path d="M210 470q190 40 380 0" fill="none" stroke="#5f3820" stroke-width="3" opacity=".5"/>`;

const speckles = (roll: Chance): string =>
  Array.from({ length: 90 }, () => {
    const light = roll.happens(0.5) ? "#fff" : "#8a7466";
    return `<circle cx="${roll.below(800)}" cy="${roll.below(800)}" r="${1 + roll.below(2)}" fill="${light}" opacity=".16"/>`;
  }).join("");

const VIEWS: Readonly<Record<string, string>> = {
  "": "",
  "-worn": "rotate(-14 400 400) translate(80 80) scale(.82)",
  "-close": "translate(-300 -140) scale(1.75)",
};

function drawProduct(product: Product, view: string): string {
  const roll = chance(`drawing/${product.handle}`);
  const words = `${product.title} ${product.description}`.toLowerCase();
  const stone = NAMED_STONES.find(([name]) => words.includes(name))?.[1] ?? roll.pick(STONES);
  const sketch: Sketch = { metal: metalOf(words, roll), stone, ground: roll.pick(GROUNDS), roll, words };
  const shape = (SHAPES[product.type] ?? BOX)(sketch);
  const turned = view === "" ? shape : `<g transform="${VIEWS[view] ?? ""}">${shape}</g>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" width="800" height="800">${defs(sketch)}<rect width="800" height="800" fill="url(#g)"/>${speckles(roll)}${turned}</svg>`;
}

function drawHero(): string {
  const sketch: Sketch = {
    metal: "gold",
    stone: "#9d1f3c",
    ground: "#c9b3a3",
    roll: chance("drawing/hero"),
    words: "",
  };
  const leaves = Array.from({ length: 26 }, (_, index) => {
    const [x, y] = [900 + sketch.roll.below(700), sketch.roll.below(800)];
    return `<path d="M${x} ${y}q60-50 120 0q-60 50-120 0z" fill="${index % 3 === 0 ? "#7a2e3a" : "#6d5a4c"}" opacity="${(0.06 + (index % 5) / 50).toFixed(2)}" transform="rotate(${sketch.roll.below(360)} ${x} ${y})"/>`;
  });
  const ring = band(`<path d="M340 285l22-42h76l22 42-60 34z" fill="url(#m)"/>${gem(400, 232, 70)}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 800" width="1600" height="800" preserveAspectRatio="xMidYMid slice">${defs(sketch)}<rect width="1600" height="800" fill="url(#g)"/>${leaves.join("")}<g transform="translate(1000 40) scale(.95)">${ring}</g><g transform="translate(760 330) scale(.5) rotate(12)">${chain(130, 670, 380)}</g>${pearl(880, 640, 30)}${pearl(940, 668, 22)}${pearl(850, 690, 18)}${speckles(sketch.roll)}</svg>`;
}

/** The picture of this name: `hero.svg`, `<product>.svg`, `<product>-worn.svg`, `<product>-close.svg`; undefined when there is none. */
export function drawFile(name: string): string | undefined {
  if (name === "hero.svg") return drawHero();
  const [, handle, view = ""] = /^(.*?)(-worn|-close)?\.svg$/.exec(name) ?? [];
  const product = PRODUCTS.find((one) => one.handle === handle);
  return product && drawProduct(product, view);
}
