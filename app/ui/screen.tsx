import { Page, type PageProps } from "@shopify/polaris";
import { TitleBar } from "@shopify/app-bridge-react";

/** A page of the dashboard: its heading, also in the bar of Shopify admin, and what is below. */
export function Screen({ title, ...rest }: Omit<PageProps, "title"> & { title: string }) {
  return (
    <>
      <TitleBar title={title} />
      <Page title={title} {...rest} />
    </>
  );
}
