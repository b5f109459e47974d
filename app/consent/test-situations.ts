/** Random situations for tests of what `choose` promises. */
import fc from "fast-check";
import { ALL_PURPOSES } from "../law/purposes.ts";
import { CHOICE_FORMS, type Situation } from "./choice.ts";

const DAY = 864e5;
const NOW = Date.UTC(2026, 10, 24, 12);

/** Places of each model, the twelve signal states, places that nobody looked up, and none. */
const REGIONS = [
  ..."DE FR ES IT GB CH NO IS CA-QC BR KR US-CA US-CO US-CT US-TX US-NJ US-VA US-UT CA CA-ON US US-WY JP NZ AU ZZ".split(
    " ",
  ),
  null,
];

const purposes = fc.integer({ min: 0, max: ALL_PURPOSES });
const policy = fc.integer({ min: 1, max: 5 });

const kept = fc.record({
  form: fc.constantFrom(...CHOICE_FORMS),
  allowed: purposes,
  at: fc.integer({ min: -900, max: 5 }).map((days) => NOW + days * DAY),
  policy,
  signal: fc.boolean(),
  noTrack: fc.boolean(),
});

const terms = fc.record({
  policy,
  changes: fc.array(fc.tuple(policy, purposes), { maxLength: 2 }),
  offered: purposes,
  honoursNoTrack: fc.boolean(),
  forMinors: fc.boolean(),
});

/** Any situation at all. */
export const situations: fc.Arbitrary<Situation> = fc.record({
  region: fc.constantFrom(...REGIONS),
  signal: fc.boolean(),
  noTrack: fc.boolean(),
  kept: fc.option(kept),
  terms,
  now: fc.integer({ min: 0, max: 800 }).map((days) => NOW + days * DAY),
});
