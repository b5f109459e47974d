/** What an action of the dashboard answers: whether it was done, in a sentence. */
export interface Answer {
  ok: boolean;
  message: string;
}
