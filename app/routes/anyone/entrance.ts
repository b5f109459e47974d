import { redirect, type LoaderFunctionArgs } from "@remix-run/node";

/** Shopify opens the app at its root, with a query that says for whom: it is carried on to the dashboard. */
export function loader({ request }: LoaderFunctionArgs): Response {
  const { search } = new URL(request.url);
  return redirect(`/app${search}`);
}
