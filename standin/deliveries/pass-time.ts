import { finishErasure } from "../control/erase-customer.ts";
import type { World } from "../world.ts";
import { attempt } from "./deliver.ts";

/** The next thing that waits for its time: a delivery or an erasure. */
function nextDue(world: World, until: number): { at: number; run: () => Promise<unknown> } | undefined {
  const { planned, shops } = world.state;
  const waiting = planned.map((what) => ({
    at: what.at,
    run: () => {
      world.state.planned = world.state.planned.filter((other) => other !== what);
      return attempt(world, what);
    },
  }));
  const erasures = Object.values(shops).flatMap((shop) =>
    shop.erasures
      .filter((erasure) => erasure.status === "pending")
      .map((erasure) => ({ at: erasure.dueAt, run: () => finishErasure(world, shop.domain, erasure) })),
  );
  return [...waiting, ...erasures].filter((item) => item.at <= until).sort((one, other) => one.at - other.at)[0];
}

let running = Promise.resolve();

/** Does everything that is due by now, in order. */
export function runDue(world: World): Promise<void> {
  return passTime(world, 0);
}

/**
 * Lets stand-in time pass: each retry, erasure and `shop/redact` happens at its own moment, so a delivery that fails
 * again is tried again further along.
 */
export function passTime(world: World, milliseconds: number): Promise<void> {
  const pass = async (): Promise<void> => {
    const until = world.clock.now() + milliseconds;
    for (let due = nextDue(world, until); due !== undefined; due = nextDue(world, until)) {
      world.clock.advance(Math.max(0, due.at - world.clock.now()));
      await due.run();
    }
    world.clock.advance(Math.max(0, until - world.clock.now()));
    world.state.ahead = world.clock.ahead();
    world.changed();
  };
  // One after the other: two people pressing the button do not send the same retry twice.
  running = running.then(pass, pass);
  return running;
}
