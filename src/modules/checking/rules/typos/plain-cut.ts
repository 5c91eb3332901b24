/** How probable a stretch of text is by its words alone, without their company: a second opinion that no subject bends. Pure. */
import type { TypoModel } from './typo-model.ts';

const longestWord = 7;

/** Best sum of logarithms over all ways to cut a run of Han characters into words. */
export function plainScore(model: TypoModel, run: string): number {
  const best = new Float64Array(run.length + 1).fill(Number.NEGATIVE_INFINITY);
  best[0] = 0;
  for (let start = 0; start < run.length; start++) {
    const from = best[start] ?? 0;
    let node = 0;
    let hasSign = false;
    for (let at = start; at < run.length && at < start + longestWord; at++) {
      node = model.childOf(node, run.charCodeAt(at));
      if (node < 0) break;
      if (!model.isWord(node)) continue;
      if (at === start) hasSign = true;
      best[at + 1] = Math.max(best[at + 1] ?? 0, from + model.logOf(node));
    }
    if (!hasSign) best[start + 1] = Math.max(best[start + 1] ?? 0, from + model.logOf(-1));
  }
  return best[run.length] ?? 0;
}
