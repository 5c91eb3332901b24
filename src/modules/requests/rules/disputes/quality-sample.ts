/**
 * Drawing cases for a quality check: the same cases and the same seed give the same sample, so that anybody can draw it
 * again and compare. Pure; the seed comes from outside and is kept with the sample.
 */

/** A 32-bit number from a text (FNV-1a). */
function numberOfSeed(seed: string): number {
  let hash = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(seed)) hash = Math.imul(hash ^ unit, 0x01000193);
  return hash >>> 0;
}

/** Numbers in [0, 1) from a seed (mulberry32). */
function drawingOf(seed: string): () => number {
  let state = numberOfSeed(seed);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/**
 * Draws `size` of the keys, all equally likely, in the order drawn. The order in which the keys are handed in
 * does not matter; fewer keys than asked for are all drawn.
 */
export function drawSample(keys: readonly string[], size: number, seed: string): readonly string[] {
  const pool = [...new Set(keys)].sort();
  const draw = drawingOf(seed);
  const drawn: string[] = [];
  while (drawn.length < size && pool.length > 0) {
    const at = Math.floor(draw() * pool.length);
    drawn.push(...pool.splice(at, 1));
  }
  return drawn;
}

export interface ScoredItem {
  readonly id: string;
  /** Points it is worth at most. */
  readonly points: number;
}

/**
 * What a quality check of a handled request looks at, 100 points together. The weights are this house's proposal; a county
 * may look at them as a start.
 */
export const qualityItems = [
  { id: 'registration', points: 10, article: '政府信息公开条例第三十一条' },
  { id: 'deadline', points: 20, article: '政府信息公开条例第三十三条' },
  { id: 'search', points: 15, article: '政府信息公开条例第三十六条' },
  { id: 'ground', points: 20, article: '政府信息公开条例第十四条至第十六条、第三十六条' },
  { id: 'reasons', points: 15, article: '政府信息公开条例第三十六条、第三十七条' },
  { id: 'remedy', points: 10, article: '行政复议法第二十条、第二十三条' },
  { id: 'service', points: 5, article: '国办公开办函〔2016〕235号' },
  { id: 'file', points: 5, article: '政府信息公开条例第四十五条' },
] as const satisfies readonly (ScoredItem & { readonly article: string })[];
export type QualityItem = (typeof qualityItems)[number]['id'];

export type QualityScores = Readonly<Record<QualityItem, number>>;

export type QualityFault = { readonly item: QualityItem; readonly most: number };

/** Items whose points are no whole number between nothing and their most. */
export function judgeQualityScores(scores: QualityScores): readonly QualityFault[] {
  return qualityItems.flatMap(({ id, points }) => {
    const given = scores[id];
    return Number.isInteger(given) && given >= 0 && given <= points ? [] : [{ item: id, most: points }];
  });
}

export function sumQualityScores(scores: QualityScores): number {
  return qualityItems.reduce((sum, { id }) => sum + scores[id], 0);
}
