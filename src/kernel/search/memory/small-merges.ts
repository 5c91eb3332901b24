/** Decides which small segments of changes become one. Pure. */
import type { HeldSegment } from './memory-index.ts';

/** Segments of about the same size that are merged as soon as there are so many. */
const fanIn = 8;
/** Larger ones are merged beside the searching, by the thread that builds. */
const largestSmall = 4096;

/** Size class: 0 for one to seven documents, 1 for eight to 63 and so on. */
function sizeClass(docCount: number): number {
  return Math.floor(Math.log(Math.max(docCount, 1)) / Math.log(fanIn) + 1e-9);
}

/** Segments to be merged now; none when there are few enough. */
export function pickSmallMerge(segments: readonly HeldSegment[]): HeldSegment[] {
  const byClass = new Map<number, HeldSegment[]>();
  for (const held of segments) {
    if (held.segment.docCount >= largestSmall) continue;
    const size = sizeClass(held.segment.docCount);
    byClass.set(size, [...(byClass.get(size) ?? []), held]);
  }
  for (const group of byClass.values()) if (group.length >= fanIn) return group;
  return [];
}
