import { Link, useLocation, useNavigation } from "@remix-run/react";
import { NavMenu } from "@shopify/app-bridge-react";
import { Banner, Box } from "@shopify/polaris";
import { AppProvider } from "@shopify/shopify-app-remix/react";
import type { ReactNode } from "react";
import { MAY_NOT, type StaffRole } from "../staff/roles.ts";
import { LoadingScreen } from "./loading-screen.tsx";
import { RoleContext } from "./use-may.ts";

interface Props {
  /** The app's client id, which App Bridge wants to know. */
  apiKey: string;
  /** Another address for the App Bridge script; only for local development. */
  appBridgeUrl: string | undefined;
  /** Of who reads the page. */
  role: StaffRole;
  children: ReactNode;
}

/** The frame of every page inside Shopify admin: App Bridge, Polaris, the menu, and a skeleton between two pages. */
export function EmbeddedApp({ apiKey, appBridgeUrl, role, children }: Props) {
  const { pathname } = useLocation();
  const navigation = useNavigation();
  const isLeaving = navigation.state === "loading" && navigation.location.pathname !== pathname;
  return (
    <AppProvider isEmbeddedApp apiKey={apiKey} {...(appBridgeUrl !== undefined && { __APP_BRIDGE_URL: appBridgeUrl })}>
      <NavMenu>
        <Link to="/app" rel="home">
          Home
        </Link>
        <Link to="/app/requests">Requests</Link>
        <Link to="/app/consent">Consent</Link>
        <Link to="/app/processors">Processors</Link>
        <Link to="/app/register">Register</Link>
        <Link to="/app/policy">Policy</Link>
        <Link to="/app/mails">Mails</Link>
        <Link to="/app/deliveries">Deliveries</Link>
        <Link to="/app/evidence">Evidence</Link>
        <Link to="/app/settings">Settings</Link>
      </NavMenu>
      <RoleContext.Provider value={role}>
        {role === "read-only" && (
          <Box padding="400" paddingBlockEnd="0">
            <Banner>You can look at everything here, with customers masked. {MAY_NOT.work}.</Banner>
          </Box>
        )}
        <main>{isLeaving ? <LoadingScreen /> : children}</main>
      </RoleContext.Provider>
    </AppProvider>
  );
}
