import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Processors } from "./processors/processors.ts";

/** A saved address as it is now. */
export interface AddressEdit {
  id: number;
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  zip: string | null;
  provinceCode: string | null;
  countryCode: string | null;
  phone: string | null;
}

/** What was changed about a customer since the shop was made. An erased customer keeps id and orders, nothing else. */
export interface CustomerEdit {
  firstName?: string | null;
  lastName?: string | null;
  email?: string | null;
  phone?: string | null;
  note?: string | null;
  tags?: string[];
  saleOptOut?: boolean;
  emailMarketing?: { state: string; at: string };
  smsMarketing?: { state: string; at: string };
  /** All of them, the default first, once one was changed. */
  addresses?: AddressEdit[];
  redacted?: boolean;
}

export interface StoredMetafield {
  id: number;
  namespace: string;
  key: string;
  type: string;
  value: string;
  createdAt: string;
  updatedAt: string;
}

/** A merchant's wish to erase a customer, and when Shopify tells the apps (milliseconds of stand-in time). */
export interface Erasure {
  customer: number;
  requestedAt: number;
  dueAt: number;
  status: "pending" | "cancelled" | "done";
}

export interface BulkState {
  id: number;
  query: string;
  status: "CREATED" | "RUNNING" | "COMPLETED" | "FAILED" | "CANCELED";
  createdAt: string;
  completedAt: string | null;
  objectCount: number;
  rootObjectCount: number;
  fileSize: number;
  grouped: boolean;
  errorCode: string | null;
}

/** Countries that the merchant sells to as one. Liquid knows the visitor's market, never where they are. */
export interface MarketState {
  handle: string;
  name: string;
  /** ISO 3166-1 codes. */
  countries: string[];
  active: boolean;
}

/** What the merchant set up in the theme editor, under Markets and under Languages. */
export interface StorefrontState {
  /** App embeds that were ever switched on, by the name of their block. */
  embeds: Record<string, { disabled: boolean; settings: Record<string, unknown> }>;
  /** The first one is the primary market; its first country is everybody's who has not chosen another. */
  markets: MarketState[];
  /** Published languages; the first one is the shop's own. */
  locales: string[];
  /** Vendors (standin/tags/vendors.ts) whose snippets are pasted into `layout/theme.liquid`. */
  tags: string[];
  /** Whether they stand before `content_for_header`, where no embed can hold them. */
  tagsAboveEmbed: boolean;
}

/** A page of the online store. `body`: HTML; times: ISO 8601. */
export interface StoredPage {
  title: string;
  handle: string;
  body: string;
  isPublished: boolean;
  createdAt: string;
  updatedAt: string;
}

export interface ShopState {
  domain: string;
  name: string;
  id: number;
  /** Which staff member sits at the admin. */
  staff: number;
  installedAt: string | null;
  uninstalledAt: string | null;
  scopes: string[];
  edits: Record<string, CustomerEdit>;
  /** Metafields by the id of their owner. */
  metafields: Record<string, StoredMetafield[]>;
  erasures: Erasure[];
  policies: Record<string, { body: string; createdAt: string; updatedAt: string }>;
  /** Pages of the online store by their number, where somebody made one. */
  pages?: Record<string, StoredPage>;
  consentPolicies: {
    countryCode: string;
    regionCode: string | null;
    consentRequired: boolean;
    dataSaleOptOutRequired: boolean;
  }[];
  disabledFeatures: string[];
  /** The published theme's files by their path, where somebody set them. */
  themeFiles?: Record<string, string>;
  /** Absent: as a shop begins. */
  storefront?: StorefrontState;
  bulk: BulkState[];
}

export interface AccessToken {
  shop: string;
  scopes: string[];
  /** Milliseconds of stand-in time; null for a token that never ends. */
  expiresAt: number | null;
  /** Set for online tokens. */
  staff: number | null;
  /** Refresh token that stays good until this access token is first used. */
  replaces: string | null;
}

interface RefreshToken {
  shop: string;
  expiresAt: number;
  replaces: string | null;
}

/** A webhook in the future: `shop/redact` 48 h after uninstall, or the next try of a failed delivery. */
export interface Planned {
  at: number;
  shop: string;
  topic: string;
  body: string;
  eventId: string;
  webhookId: string;
  triggeredAt: string;
  /** 0 for the first try. */
  attempt: number;
}

/** One attempt at a delivery, as shown in the log. Never the body. */
export interface DeliveryRecord {
  at: string;
  shop: string;
  topic: string;
  eventId: string;
  webhookId: string;
  attempt: number;
  /** Status of the answer; 0 when there was none. */
  status: number;
  milliseconds: number;
  outcome: "delivered" | "will retry" | "given up" | "sent once";
  error: string | null;
}

export interface State {
  /** Milliseconds that the stand-in's clock is ahead of real time. */
  ahead: number;
  /** Midnight (ISO) on which the generated shop's dates rest. */
  today: string;
  shops: Record<string, ShopState>;
  tokens: Record<string, AccessToken>;
  refreshTokens: Record<string, RefreshToken>;
  planned: Planned[];
  log: DeliveryRecord[];
  nextId: number;
  /** Other companies that hold the customers; absent: as they begin. */
  processors?: Processors;
}

/** A stand-in that nobody has used yet. */
export function emptyState(today: Date): State {
  const midnight = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()));
  return {
    ahead: 0,
    today: midnight.toISOString(),
    shops: {},
    tokens: {},
    refreshTokens: {},
    planned: [],
    log: [],
    nextId: 1,
  };
}

/** Keeps state in `<folder>/standin.json`; without a folder it lives in memory only. */
export interface StateFile {
  state: State;
  /** Something changed: it is written within half a second. */
  changed(): void;
  /** Writes what is outstanding, now. */
  flush(): void;
}

/** Opens the state of this folder, or a fresh one. */
export function openState(folder: string | undefined): StateFile {
  if (folder === undefined) return { state: emptyState(new Date()), changed: () => undefined, flush: () => undefined };
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "standin.json");
  const state = readState(file) ?? emptyState(new Date());
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    // Written beside and renamed, so that a killed process leaves a whole file.
    writeFileSync(`${file}.new`, JSON.stringify({ ...state, log: state.log.slice(-500) }));
    renameSync(`${file}.new`, file);
  };
  return {
    state,
    flush,
    changed: () => {
      timer ??= setTimeout(flush, 500);
    },
  };
}

function readState(file: string): State | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as State;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
