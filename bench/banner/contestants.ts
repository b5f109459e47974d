import { BOUNDS } from "./bounds.ts";
import type { PageParts } from "./shop-page.ts";

/** What a contestant is: the page without any banner, a hand-written lower bound, somebody's library, or Candor. */
export type Role = "bare" | "bound" | "peer" | "candor";

/** Where a banner's parts are found on the page. CSS selectors. */
export interface Selectors {
  banner: string;
  accept: string;
  reject: string;
  /** Opens the dialog with the categories; "" where a library has none. */
  manage: string;
  dialog: string;
}

/** One page to measure. */
export interface Contestant {
  name: string;
  role: Role;
  version: string;
  parts: PageParts;
  find: Selectors | null;
  /** Matches what is configuration, not library, in `parts`: counted on its own, as the libraries' configuration files are. */
  inlineConfig?: RegExp;
  /** Matches CSS text within `parts`. */
  inlineCss?: RegExp;
  /** The link that leads to the choices without JavaScript. CSS selector. */
  noJs?: string;
}

/** A library: how it is put into the head, and what to look for. `package` names the folder in node_modules. */
interface Peer {
  package: string;
  styles: readonly string[];
  scripts: readonly string[];
  find: Selectors;
}

const OSANO = ".cc-window";
const OREJIME = ".orejime-Banner";
const KLARO = "#klaro .cookie-notice";
const VANILLA = "#cc-main .cm";

/**
 * The libraries as their own instructions install them: stylesheet and deferred scripts in the head, default look, four
 * categories where they know any, three actions on the first layer. "config" stands for contestants/<name>.js.
 */
const PEERS: Readonly<Record<string, Peer>> = {
  "vanilla-cookieconsent": {
    package: "vanilla-cookieconsent",
    styles: ["dist/cookieconsent.css"],
    scripts: ["dist/cookieconsent.umd.js", "config"],
    find: {
      banner: VANILLA,
      accept: `${VANILLA} [data-role=all]`,
      reject: `${VANILLA} [data-role=necessary]`,
      manage: `${VANILLA} [data-role=show]`,
      dialog: "#cc-main .pm",
    },
  },
  klaro: {
    package: "klaro",
    styles: [],
    scripts: ["config", "dist/klaro.js"],
    find: {
      banner: KLARO,
      accept: `${KLARO} .cm-btn-success`,
      reject: `${KLARO} .cn-decline`,
      manage: `${KLARO} .cm-link`,
      dialog: "#klaro .cookie-modal .cm-modal",
    },
  },
  tarteaucitron: {
    package: "tarteaucitronjs",
    styles: [],
    scripts: ["tarteaucitron.min.js", "config"],
    find: {
      banner: "#tarteaucitronAlertBig",
      accept: "#tarteaucitronPersonalize2",
      reject: "#tarteaucitronAllDenied2",
      manage: "#tarteaucitronCloseAlert",
      dialog: "#tarteaucitron",
    },
  },
  osano: {
    package: "cookieconsent",
    styles: ["build/cookieconsent.min.css"],
    scripts: ["build/cookieconsent.min.js", "config"],
    find: { banner: OSANO, accept: `${OSANO} .cc-allow`, reject: `${OSANO} .cc-deny`, manage: "", dialog: "" },
  },
  orejime: {
    package: "orejime",
    styles: ["dist/orejime-standard.css"],
    scripts: ["config", "dist/orejime-standard-en.js"],
    find: {
      banner: OREJIME,
      accept: `${OREJIME}-saveButton`,
      reject: `${OREJIME}-declineButton`,
      manage: `${OREJIME}-learnMoreButton`,
      dialog: ".orejime-Modal",
    },
  },
  c15t: {
    package: "@c15t/react",
    styles: ["/built/c15t.css"],
    scripts: ["/built/c15t.js"],
    find: {
      banner: "[data-testid=consent-banner-card]",
      accept: "[data-testid=consent-banner-accept-button]",
      reject: "[data-testid=consent-banner-reject-button]",
      manage: "[data-testid=consent-banner-customize-button]",
      dialog: "[data-testid=consent-dialog-card]",
    },
  },
};

/** All pages but Candor's own. @param versionOf answers the installed version of a package */
export function othersThanCandor(versionOf: (name: string) => string): Contestant[] {
  const bare: Contestant = { name: "none", role: "bare", version: "–", parts: {}, find: null };
  const bounds = BOUNDS.map(({ name, parts, find }) => {
    return { name, role: "bound" as const, version: "hand-written", parts, find };
  });
  const peers = Object.entries(PEERS).map(([name, peer]) => {
    const { find } = peer;
    return { name, role: "peer" as const, version: versionOf(peer.package), parts: { head: headOf(name, peer) }, find };
  });
  return [bare, ...bounds, ...peers];
}

function headOf(name: string, peer: Peer): string {
  const path = (file: string) => {
    if (file.startsWith("/")) return file;
    return file === "config" ? `/config/${name}.js` : `/library/${peer.package}/${file}`;
  };
  const tag = name === "klaro" ? ' data-config="klaroConfig"' : "";
  return [
    ...peer.styles.map((file) => `<link rel="stylesheet" href="${path(file)}">`),
    ...peer.scripts.map((file) => `<script src="${path(file)}" defer${file.endsWith("klaro.js") ? tag : ""}></script>`),
  ].join("\n");
}
