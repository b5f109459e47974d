/** Companies that hold the demo shop's customers: three that do their part, one that is in trouble. */
import { KLAVIYO_KEY } from "../../standin/processors/klaviyo.ts";
import { MAILCHIMP_KEY } from "../../standin/processors/mailchimp.ts";
import { RECEIVER_SECRET, setMood } from "../../standin/processors/processors.ts";
import type { Standin } from "../../standin/start.ts";
import { processorsState } from "../../standin/world.ts";
import { askAsStaff } from "./ask-as-staff.ts";

const EVERYTHING = [
  ...["access", "portability", "correct", "delete", "restrict", "object"],
  ...["opt-out-of-sale", "limit-sensitive", "withdraw-consent"],
];
const USUAL = ["access", "portability", "correct", "delete"];

/** Has staff add them and check each, then two customers ask: one for her data, one to be forgotten. */
export async function fillProcessors({ urls, control, world }: Standin): Promise<void> {
  const add = (fields: Record<string, string | readonly string[]>) =>
    askAsStaff(urls, "/app/processors/new", { isActive: "yes", ...fields });
  await add({
    ...{ name: "Klaviyo", vendor: "klaviyo", connector: "klaviyo", acts: EVERYTHING, credential: KLAVIYO_KEY },
    link: "https://www.klaviyo.com/people",
  });
  await add({
    ...{ name: "Mailchimp", vendor: "mailchimp", connector: "mailchimp", acts: EVERYTHING, credential: MAILCHIMP_KEY },
    link: "https://admin.mailchimp.com/audience/contacts",
  });
  await add({
    ...{ name: "Rosewood Rewards", connector: "webhook", acts: EVERYTHING, credential: RECEIVER_SECRET },
    ...{ url: `${urls.processors}/receiver`, contact: "it@rewards.example" },
  });
  await add({
    ...{ name: "Hofmann Engraving", connector: "email", acts: USUAL, contact: "privacy@hofmann.example" },
  });
  // its page in the stand-in makes it well again; then "Try again" on the request goes through
  setMood(processorsState(world), "mailchimp", { name: "failing" });
  for (const processor of ["klaviyo", "mailchimp", "rosewood-rewards", "hofmann-engraving"])
    await askAsStaff(urls, "/app/processors", { intent: "check", processor });
  await control.requestData("grace.oconnor@example.org");
  await control.eraseCustomer("hannah.goldberg@example.net", "now");
}
