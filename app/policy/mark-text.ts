/** A piece of a text, and which of the stretches cover it, by their numbers. */
export interface Piece {
  start: number;
  text: string;
  covered: readonly number[];
}

/** Cuts a text where stretches begin and end. The pieces together are the text. */
export function cutText(text: string, stretches: readonly { start: number; end: number }[]): Piece[] {
  const edges = new Set([0, text.length]);
  for (const { start, end } of stretches)
    for (const edge of [start, end]) if (edge > 0 && edge < text.length) edges.add(edge);
  const cuts = [...edges].toSorted((one, other) => one - other);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const covered = stretches.flatMap((stretch, number) =>
      stretch.start <= start && end <= stretch.end ? [number] : [],
    );
    return { start, text: text.slice(start, end), covered };
  });
}
