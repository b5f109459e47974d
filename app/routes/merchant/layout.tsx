import type { HeadersFunction, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useLoaderData, useRouteError, useRouteLoaderData } from "@remix-run/react";
import polarisStyles from "@shopify/polaris/build/esm/styles.css?url";
import { settings } from "../../env.server.ts";
import { merchantBoundary, merchantRequest } from "../../shopify/merchant-request.server.ts";
import { knowStaff } from "../../staff/know-staff.server.ts";
import { EmbeddedApp } from "../../ui/embedded-app.tsx";
import { ErrorScreen } from "../../ui/error-screen.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: polarisStyles }];

export const meta: MetaFunction = () => [{ title: "Candor" }];

/** Every page shows a store's own data: nothing of it is kept by a cache. */
export const headers: HeadersFunction = (args) => {
  const all = merchantBoundary.headers(args);
  all.set("Cache-Control", "no-store");
  return all;
};

/** Proves that staff knocks, before any page is shown, and says what they may do. */
export async function loader({ request }: LoaderFunctionArgs) {
  const knock = await merchantRequest(request);
  const { role } = await knowStaff(knock, new Date());
  const { apiKey, appBridgeUrl } = settings();
  return { apiKey, appBridgeUrl, role };
}

/** The frame around every page of the dashboard. */
export default function Layout() {
  return (
    <EmbeddedApp {...useLoaderData<typeof loader>()}>
      <Outlet />
    </EmbeddedApp>
  );
}

/**
 * What Shopify's library throws to lead the browser on (a page that fetches a session token) is shown as it is; every
 * other error gets a page of ours.
 */
export function ErrorBoundary() {
  const error = useRouteError();
  const frame = useRouteLoaderData<typeof loader>("routes/merchant/layout");
  const page: unknown = isRouteErrorResponse(error) ? error.data : undefined;
  if (typeof page === "string" && page.includes("<script")) return <div dangerouslySetInnerHTML={{ __html: page }} />;
  return frame ? (
    <EmbeddedApp {...frame}>
      <ErrorScreen error={error} />
    </EmbeddedApp>
  ) : (
    <h1>Candor could not be opened. Open it again from your Shopify admin.</h1>
  );
}
