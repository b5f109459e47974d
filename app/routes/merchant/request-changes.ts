import { data, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { approveChanges, reviewChanges } from "../../requests/approve-changes.server.ts";
import { problemWith } from "../../requests/change-set.ts";
import { CORRECTABLE_FIELDS, fieldsOf, type Changes } from "../../shopify/customer-changes.ts";
import { merchantRequest } from "../../shopify/merchant-request.server.ts";
import { knowStaff } from "../../staff/know-staff.server.ts";
import { may, MAY_NOT } from "../../staff/roles.ts";
import type { ChangesAnswer } from "../../ui/request/changes-answer.ts";

/** Shows what a person wants corrected, or keeps what of it a member of staff approved. */
export async function action({ request, params }: ActionFunctionArgs) {
  const knock = await merchantRequest(request);
  const { shop, staff } = knock;
  const id = z.uuid().safeParse(params["request"]);
  if (!id.success) throw new Response(null, { status: 404 });
  const form = await request.formData();
  const acting = { staff, now: new Date() };
  if (!may((await knowStaff(knock, acting.now)).role, "work")) return { ok: false, message: MAY_NOT.work };
  if (form.get("intent") === "approve") return approve(shop, id.data, readChanges(form), acting);
  const review = await reviewChanges(shop, id.data, acting);
  const answer: ChangesAnswer =
    review === "gone"
      ? { ok: false, message: "The customer is erased: nothing is left" }
      : { ok: true, message: "Shown, and recorded as evidence", review };
  // who it is, for this one answer: no cache may keep it
  return data(answer, { headers: { "Cache-Control": "no-store" } });
}

async function approve(
  shop: string,
  id: string,
  changes: Changes,
  acting: { staff: string; now: Date },
): Promise<ChangesAnswer> {
  const problems = Object.fromEntries(
    fieldsOf(changes).flatMap((field) => {
      const problem = problemWith(field, changes[field] ?? "");
      return problem === null ? [] : [[field, problem]];
    }),
  );
  if (fieldsOf(changes).length === 0)
    return { ok: false, message: "Choose at least one change, or refuse the request" };
  if (Object.keys(problems).length > 0) return { ok: false, message: "Some values can't be written", problems };
  const result = await approveChanges(shop, id, changes, acting);
  return result === "approved"
    ? { ok: true, message: "Approved: Candor writes the corrections and looks that they are there" }
    : { ok: false, message: "This was decided already" };
}

/** The fields that were ticked, with the values beside them. */
function readChanges(form: FormData): Changes {
  const ticked = form.getAll("field").map(String);
  const values = CORRECTABLE_FIELDS.filter((field) => ticked.includes(field)).map((field) => {
    const value = form.get(`value-${field}`);
    return [field, typeof value === "string" ? value.trim() : ""] as const;
  });
  return Object.fromEntries(values);
}
