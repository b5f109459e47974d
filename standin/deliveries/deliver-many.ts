import { chance } from "../shop/random.ts";
import type { DeliveryRecord } from "../state.ts";
import type { World } from "../world.ts";
import { attempt, plan, type Delivery, type DeliveryOptions } from "./deliver.ts";

export interface ManyOptions extends Pick<DeliveryOptions, "retry" | "family"> {
  /** Share (0 … 1) of deliveries that arrive twice. */
  duplicateShare?: number;
  /** A seed: they are sent in an order of chance, the same for the same seed. Absent: in the order given. */
  shuffle?: string;
  /** How many are under way at once; 20 when absent. */
  concurrency?: number;
}

function shuffled<T>(items: readonly T[], seed: string): T[] {
  const roll = chance(seed);
  return items
    .map((item) => ({ item, at: roll.next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

/** Delivers many, out of order and partly twice if asked to. Resolves with every first try, in the order sent. */
export async function deliverMany(
  world: World,
  deliveries: readonly Delivery[],
  options: ManyOptions = {},
): Promise<DeliveryRecord[]> {
  const planned = deliveries.map((delivery) => plan(world, delivery));
  const twice = planned.slice(0, Math.round(planned.length * (options.duplicateShare ?? 0)));
  const all = [...planned, ...twice.map((copy) => ({ ...copy }))];
  const queue = options.shuffle === undefined ? all : shuffled(all, options.shuffle);
  const records: DeliveryRecord[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let what = queue[next++]; what !== undefined; what = queue[next++])
      records.push(await attempt(world, what, options));
  };
  await Promise.all(Array.from({ length: options.concurrency ?? 20 }, work));
  return records;
}
