import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listCandidates } from "../../consent/candidates.server.ts";
import { allProcessors } from "../../processors/list-processors.server.ts";
import type { Saved } from "../../processors/draft.ts";
import { offerVendors } from "../../processors/offer-vendors.server.ts";
import { presetFor } from "../../processors/presets.ts";
import { readProcessorForm } from "../../processors/read-form.server.ts";
import { saveProcessor } from "../../processors/save-processor.server.ts";
import { openTarget } from "../../processors/target.server.ts";
import { merchantRequest, type MerchantRequest } from "../../shopify/merchant-request.server.ts";
import { knowStaff } from "../../staff/know-staff.server.ts";
import { may } from "../../staff/roles.ts";
import { enteredSettings } from "../../ui/processors/entered.ts";
import { ProcessorForm } from "../../ui/processors/processor-form.tsx";

export const meta: MetaFunction = () => [{ title: "Processor · Candor" }];

const NEW = "new";

/** The form of a processor; "new" for one to be added, with what is known of the service in `?vendor=`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const knock = await ownerOnly(request);
  const { shop } = knock;
  const id = params["processor"] ?? "";
  const other = presetFor(null);
  if (id !== NEW) return { ...(await existing(shop, id)), offers: [], other };
  const [processors, seen] = await Promise.all([allProcessors(shop), listCandidates(shop, new Date())]);
  const offers = await offerVendors(shop, { taken: processors.map(({ vendor }) => vendor), seen });
  const wanted = new URL(request.url).searchParams.get("vendor");
  const offer = offers.find((one) => one.id === wanted);
  const { connector, acts, link } = offer ?? other;
  const start = {
    ...{ name: offer?.name ?? "", vendor: offer?.id ?? "", connector, acts, contact: "", credential: "" },
    ...enteredSettings({ link }),
  };
  return { id: null, start, isActive: true, hasCredential: false, offers, other };
}

async function existing(shop: string, id: string) {
  const target = await openTarget(shop, id);
  if (!target) throw new Response(null, { status: 404 });
  const { processor, contact, credential } = target;
  const { name, connector, vendor, acts, settings, isActive } = processor;
  const start = {
    ...{ name, connector, vendor: vendor ?? "", acts, contact, credential: "" },
    ...enteredSettings(settings),
  };
  // of a credential the browser learns only whether there is one
  return { id, start, isActive, hasCredential: credential !== "" };
}

/** Keeps what was entered. */
export async function action({ request, params }: ActionFunctionArgs): Promise<Saved> {
  const knock = await ownerOnly(request);
  const id = params["processor"] ?? "";
  const draft = readProcessorForm(await request.formData(), id === NEW ? null : id);
  if (!draft) throw new Response(null, { status: 400 });
  const saved = await saveProcessor(knock.shop, draft, { by: knock.by, now: new Date() });
  if (saved.kind === "unknown") throw new Response(null, { status: 404 });
  return saved;
}

/** Throws 403 for others: keys of other companies are an owner's. */
async function ownerOnly(request: Request): Promise<MerchantRequest & { by: string }> {
  const knock = await merchantRequest(request);
  const me = await knowStaff(knock, new Date());
  if (!may(me.role, "rule")) throw new Response(null, { status: 403 });
  return { ...knock, by: me.staff };
}

/** The form's page. */
export default function EditProcessor() {
  return <ProcessorForm {...useLoaderData<typeof loader>()} />;
}
