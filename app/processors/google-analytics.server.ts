import { byHand } from "./by-hand.ts";
import type { Connector } from "./connector.server.ts";
import { done } from "./errand.ts";
import { googleApi } from "./google-api.server.ts";
import { usersOf } from "./google-users.ts";

/**
 * Google Analytics 4. Erasure goes by the Admin API's `submitUserDeletion`, which replaced the User Deletion API v3 and
 * also takes e-mail addresses and telephone numbers. Nothing else can be done for one person by an API.
 *
 * Repeats are harmless: a second order only moves the moment up to which everything is erased.
 */
export const googleAnalytics: Connector = {
  async run(visit) {
    const { errand, processor, now } = visit;
    if (errand.act !== "delete")
      return byHand(
        processor,
        errand.act,
        "Google Analytics has no interface for this; its User explorer shows one person.",
      );
    const users = usersOf(errand.identity, processor.settings.hasCustomerIds === true);
    if (users.length === 0)
      return byHand(processor, "delete", "Nothing by which Google Analytics could know this person.");
    await visit.noteRound();
    const google = await googleApi(visit, now);
    for (const user of users) await google.submitDeletion(user);
    await visit.noteAsked();
    return done("unreadable");
  },

  async check(target, now) {
    return `Google lets us in: the property is called “${await (await googleApi(target, now)).propertyName()}”.`;
  },
};
