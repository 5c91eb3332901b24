/**
 * What the answer to a review body or court is made of: the papers of the case file and the dispute in the order of an
 * evidence list, numbered, each with what it is to prove. Pure; bytes are gathered elsewhere.
 */
import type { Day } from '#kernel/day.ts';

/** Groups of an evidence list in the order in which they are bound. */
export const bundleGroups = [
  'answer',
  'request',
  'handling',
  'reply',
  'delivery',
  'ground',
  'dispute',
] as const;
export type BundleGroup = (typeof bundleGroups)[number];

export interface BundlePaper {
  readonly group: BundleGroup;
  readonly title: string;
  readonly day: Day | null;
  /** What it is to prove; empty where the title says it. */
  readonly proves: string;
  /** Name of the file with its ending; null for a fact recorded without a paper. */
  readonly fileName: string | null;
}

export type BundleEntry<Paper extends BundlePaper = BundlePaper> = Paper & {
  readonly number: number;
  /** Path inside the archive; null without a file. */
  readonly path: string | null;
};

/** What must not stand in the name of a file on any system. */
function safeFileName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not stand there
  return name.replaceAll(/[\\/:*?"<>|\u0000-\u001f]/g, '_').slice(0, 120);
}

/** Numbers the papers: by group, inside it by day, papers without a day last; equal ones keep their order. */
export function orderBundle<Paper extends BundlePaper>(
  papers: readonly Paper[],
): readonly BundleEntry<Paper>[] {
  const placeOf = (paper: BundlePaper) => bundleGroups.indexOf(paper.group);
  const sorted = papers
    .map((paper, index) => ({ paper, index }))
    .sort((a, b) => {
      const byGroup = placeOf(a.paper) - placeOf(b.paper);
      if (byGroup !== 0) return byGroup;
      const [left, right] = [a.paper.day ?? '9999', b.paper.day ?? '9999'];
      if (left !== right) return left < right ? -1 : 1;
      return a.index - b.index;
    });
  return sorted.map(({ paper }, index) => {
    const number = index + 1;
    const path =
      paper.fileName === null ? null : `${String(number).padStart(3, '0')}-${safeFileName(paper.fileName)}`;
    return { ...paper, number, path };
  });
}
