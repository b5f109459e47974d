import type { Answer } from "../answer.ts";
import { placeName } from "./place-name.ts";

/** What became of writing Shopify's region policies. */
type Written = { kind: "banner-on" } | { kind: "written"; written: readonly string[]; refused: readonly string[] };

const NAMED = 3;

/** The same as a sentence for staff. */
export function writtenAnswer(result: Written): Answer {
  if (result.kind === "banner-on")
    return {
      ok: false,
      message: "Shopify takes no region policies while its own cookie banner is on. Turn that off first.",
    };
  const { written, refused } = result;
  if (refused.length > 0) {
    const more = refused.length > NAMED ? ` and ${String(refused.length - NAMED)} more` : "";
    return {
      ok: false,
      message: `Shopify refused the policy for ${refused.slice(0, NAMED).map(placeName).join("; ")}${more}`,
    };
  }
  if (written.length === 0) return { ok: true, message: "Every region had its policy already" };
  return {
    ok: true,
    message: `Wrote the policy of ${String(written.length)} ${written.length === 1 ? "region" : "regions"}`,
  };
}
