import type { Connector } from "./connector.server.ts";
import { byHand } from "./by-hand.ts";

/**
 * A processor without any interface: staff does it on the processor's own pages, and proves it. Nothing is called, so a
 * repeat changes nothing.
 */
export const byHandOnly: Connector = {
  run: ({ processor, errand }) => Promise.resolve(byHand(processor, errand.act)),
  check: ({ processor }) => Promise.resolve(`Nothing to check: ${processor.name} is done by hand.`),
};
