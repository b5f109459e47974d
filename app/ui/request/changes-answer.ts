import type { Review } from "../../requests/change-set.ts";
import type { Answer } from "../answer.ts";

/** What the door of corrections answers. `problems`: by field, why a value can't be written. */
export interface ChangesAnswer extends Answer {
  review?: Review;
  problems?: Readonly<Record<string, string>>;
}
