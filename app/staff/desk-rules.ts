/** How a store's staff work on requests. */
export interface DeskRules {
  /** A deletion that staff can still stop needs the yes of two of them. */
  fourEyes: boolean;
}
