/** The so many positions with the highest scores, highest first; of equal ones the first in the table. Costs little more than a look at each. */
export function bestFirst(positions: readonly number[], scores: Float32Array, most: number): readonly number[] {
  const best: number[] = [];
  const scoreAt = (i: number): number => scores[best[i] ?? 0] ?? 0;
  for (const position of positions) {
    const score = scores[position] ?? 0;
    if (best.length === most && score <= scoreAt(most - 1)) continue;
    let at = best.length;
    while (at > 0 && scoreAt(at - 1) < score) at--;
    best.splice(at, 0, position);
    if (best.length > most) best.pop();
  }
  return best;
}
