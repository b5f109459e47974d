import { gid, installationId } from "../../shop/ids.ts";
import type { Arguments, Context, Fields } from "../context.ts";
import { emptyPage } from "../paginate.ts";
import { metafieldsOf } from "./metafields.ts";

const APP_ID = 4711;

const scopeFields = (scopes: readonly string[]): Fields[] =>
  scopes.map((handle) => ({ handle, description: handle.replaceAll("_", " ") }));

/** The `App` that is asking: ours. */
export function appFields(context: Context): Fields {
  const { app, settings } = context.world;
  return {
    __typename: "App",
    id: gid("App", APP_ID),
    apiKey: settings.apiKey,
    handle: app.name.toLowerCase(),
    title: app.name,
    embedded: true,
    published: false,
    developerName: "Stand-in",
    developerType: "PARTNER",
    features: [],
    failedRequirements: [],
    isPostPurchaseAppInUse: false,
    previouslyInstalled: context.shop.uninstalledAt !== null,
    shopifyDeveloped: false,
    webhookApiVersion: app.apiVersion,
    availableAccessScopes: () => scopeFields(app.scopes),
    requestedAccessScopes: () => scopeFields(app.scopes),
    optionalAccessScopes: [],
    installation: () => installationFields(context),
  };
}

/** The `AppInstallation` of ours in this shop. */
export function installationFields(context: Context): Fields {
  const id = installationId;
  return {
    __typename: "AppInstallation",
    id,
    accessScopes: () => scopeFields(context.shop.scopes),
    app: () => appFields(context),
    launchUrl: `${context.world.urls.admin}/store/${context.shop.domain.split(".")[0] ?? ""}/apps/candor`,
    uninstallUrl: null,
    activeSubscriptions: [],
    allSubscriptions: emptyPage,
    oneTimePurchases: emptyPage,
    credits: emptyPage,
    revenueAttributionRecords: emptyPage,
    ...metafieldsOf(id),
  };
}

export const ownApp = (_: Arguments, context: Context): Fields => appFields(context);
