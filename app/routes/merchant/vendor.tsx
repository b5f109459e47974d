import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { applyBanner } from "../../consent/save-decisions.server.ts";
import { withFact, withoutFact } from "../../register/change-facts.ts";
import { changeRegister, readStoreRegister } from "../../register/change-register.server.ts";
import { vendorDraft } from "../../register/vendor-draft.ts";
import { parseVendor } from "../../register/parse-vendor.server.ts";
import { PLATFORM_VENDORS } from "../../register/office-vendors.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { refuseRole } from "../../staff/refuse-role.server.ts";
import { VendorPage } from "../../ui/register/vendor-page.tsx";

export const meta: MetaFunction = () => [{ title: "Vendor · Candor" }];

/** A vendor as the register has it, as it was seen or is known, or an empty one to be described. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = await merchantRequest(request);
  const id = params["vendor"] ?? "";
  const draft = vendorDraft(await readStoreRegister(shop), id);
  if (!draft) throw new Response(null, { status: 404 });
  return { ...draft, isPlatform: PLATFORM_VENDORS.some((one) => one.id === id) };
}

/** Keeps what staff say of a vendor, or takes it out of the register. */
export async function action({ request, params }: ActionFunctionArgs) {
  const knock = await merchantRequest(request);
  const { shop, staff } = knock;
  const refusal = await refuseRole(knock, "work");
  if (refusal) return { problem: refusal.message };
  const form = await request.formData();
  const id = params["vendor"] ?? "";
  const now = new Date();
  const by = { staff, now, origin: "staff", setBanner: setBannerAt(now) } as const;
  if (form.get("intent") === "remove") {
    const removed = await changeRegister(shop, (register) => withoutFact(register, `vendors/${id}`), by);
    return removed.kind === "wrong" ? { problem: removed.why } : redirect("/app/register");
  }
  const vendor = parseVendor(shop, id, form.get("vendor"));
  if (vendor === undefined) return { problem: "Give it a name, and addresses that begin with https://." };
  const kept = await changeRegister(shop, (register) => withoutFact(withFact(register, vendor), `sightings/${id}`), by);
  return kept.kind === "wrong" ? { problem: kept.why } : redirect("/app/register");
}

const setBannerAt =
  (now: Date) =>
  (...[tx, shop, banner]: Parameters<NonNullable<Parameters<typeof changeRegister>[2]["setBanner"]>>) =>
    applyBanner(tx, shop, banner, now);

/** The page of one vendor. */
export default function Vendor() {
  const problem = useActionData<typeof action>()?.problem ?? null;
  return <VendorPage {...useLoaderData<typeof loader>()} problem={problem} />;
}
