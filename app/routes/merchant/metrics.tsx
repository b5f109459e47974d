import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listYears, readMetrics } from "../../requests/read-metrics.server.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { MetricsPage } from "../../ui/requests/metrics-page.tsx";

export const meta: MetaFunction = () => [{ title: "Figures of a year · Candor" }];

/** A year's figures; the newest year unless `?year=` names another. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await merchantRequest(request);
  const years = await listYears(shop, new Date());
  const asked = Number(new URL(request.url).searchParams.get("year"));
  const year = years.find((one) => one === asked) ?? years[0] ?? new Date().getUTCFullYear();
  return { year, years, rows: await readMetrics(shop, year) };
}

/** The page of a year's figures. */
export default function Metrics() {
  return <MetricsPage {...useLoaderData<typeof loader>()} />;
}
