import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { z } from "zod";
import { isPlace } from "../../law/places.ts";
import { BEHALVES } from "../../law/requests.ts";
import { isAddress, neutraliseNote } from "../../mail/neutralise.ts";
import { enterRequest } from "../../requests/enter-request.server.ts";
import { readProof } from "../../requests/shopper/read-proof.server.ts";
import { FORM_KINDS } from "../../requests/shopper/read-form.ts";
import { LARGEST_FILE } from "../../requests/shopper/sniff-media.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { readFormData } from "../../shopify/read-form-data.server.ts";
import { knowStaff } from "../../staff/know-staff.server.ts";
import { may, MAY_NOT } from "../../staff/roles.ts";
import type { Answer } from "../../ui/answer.ts";
import { NewRequestPage } from "../../ui/requests/new-request-page.tsx";

export const meta: MetaFunction = () => [{ title: "New request · Candor" }];

/** Proves that staff knocks; the page needs nothing. */
export async function loader({ request }: LoaderFunctionArgs): Promise<null> {
  await merchantRequest(request);
  return null;
}

const address = z.string().trim().refine(isAddress);
const none = z.literal("").transform(() => null);
const asked = z
  .object({
    kind: z.enum(FORM_KINDS),
    behalf: z.enum(BEHALVES),
    email: z.union([none, address]),
    phone: z.union([none, z.string().trim().max(40)]),
    asker: z.union([none, address]),
    region: z.union([none, z.string().refine(isPlace)]),
    language: z.string().max(20),
    receivedOn: z.iso.date(),
    message: z.string().max(4_000).transform(neutraliseNote),
    identity: z.enum(["staff", "link"]),
    reason: z.string().trim().max(2_000),
  })
  .refine(({ email, phone }) => email !== null || phone !== null)
  .refine(({ behalf, asker }) => behalf === "self" || asker !== null)
  .refine(({ identity, reason }) => identity === "link" || reason.length >= 3)
  .refine(({ identity, email, asker }) => identity === "staff" || (asker ?? email) !== null);

const MEND: Answer = {
  ok: false,
  message: "Fill in what was asked, an address or telephone number, the day it arrived, and how you know who asks",
};

/** Opens a request that reached the store by mail, letter or telephone. */
export async function action({ request }: ActionFunctionArgs): Promise<Answer | Response> {
  const knock = await merchantRequest(request);
  const now = new Date();
  if (!may((await knowStaff(knock, now)).role, "work")) return { ok: false, message: MAY_NOT.work };
  const sent = await readFormData(request, LARGEST_FILE + 256 * 1024);
  if (!(sent instanceof FormData)) return { ok: false, message: "The file must be at most 5 MB" };
  const form = asked.safeParse(Object.fromEntries([...sent].filter(([, value]) => typeof value === "string")));
  if (!form.success) return MEND;
  const file = await readProof(sent.get("file"));
  if (file === "bad") return { ok: false, message: "The file must be a PDF, PNG or JPEG of at most 5 MB" };
  const { receivedOn, identity, reason, ...rest } = form.data;
  const receivedAt = new Date(Math.min(now.getTime(), Date.parse(`${receivedOn}T00:00:00Z`)));
  const knownBecause = identity === "staff" ? reason : null;
  const id = await enterRequest(knock.shop, { ...rest, receivedAt, file, knownBecause }, { staff: knock.staff, now });
  return redirect(`/app/requests/${id}`);
}

/** The page. */
export default function NewRequest() {
  return <NewRequestPage />;
}
