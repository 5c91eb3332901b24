/**
 * What changed between two bodies, as data that desk and portal draw alike: blocks that stayed, came, went or changed,
 * with the words, rows and items inside them.
 */

import type { RichBlock, RichBody, RichFlow } from './body.ts';
import { alignSequences } from './difference/align-sequences.ts';
import { compareWords, likenessOfTexts, type WordPart } from './difference/compare-words.ts';
import { readPlainText } from './plain-text.ts';
import { writeRichText } from './write-body.ts';

/** A row of a table, an item of a list, a block of a quote. */
export interface LineDifference {
  readonly kind: 'same' | 'added' | 'removed' | 'changed';
  /** One for each cell of a row; one in all for items and blocks. */
  readonly cells: readonly (readonly WordPart[])[];
}

export type BlockDifference =
  | { readonly kind: 'same'; readonly before: RichBlock; readonly after: RichBlock }
  /** `moved`: the very same block stands elsewhere in the other body. */
  | { readonly kind: 'added'; readonly after: RichBlock; readonly moved: boolean }
  | { readonly kind: 'removed'; readonly before: RichBlock; readonly moved: boolean }
  | {
      readonly kind: 'changed';
      readonly before: RichBlock;
      readonly after: RichBlock;
      /** Words of a paragraph or heading; null where lines tell it. */
      readonly words: readonly WordPart[] | null;
      readonly lines: readonly LineDifference[] | null;
      /** The words are the same; only weight, level, alignment, an address or a form changed. */
      readonly isLookOnly: boolean;
    };

export interface BodyDifference {
  readonly blocks: readonly BlockDifference[];
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** Below this, two texts are different ones and not two states of one. */
const leastLikeness = 0.3;
const mostPaired = 80;

const textOfBlock = (block: RichBlock) => readPlainText([block]).text;

/** Lines of what has lines; null for words and pictures. */
function linesOfBlock(block: RichBlock): readonly (readonly string[])[] | null {
  const textOf = (blocks: readonly RichFlow[]) => readPlainText(blocks).text;
  switch (block.kind) {
    case 'table': {
      const rows = block.rows.map((row) => row.map((cell) => textOf(cell.blocks).replaceAll('\n', ' ')));
      return block.caption === '' ? rows : [[block.caption], ...rows];
    }
    case 'list':
      return block.items.map((item) => [textOf(item)]);
    case 'quote':
      return block.blocks.map((inner) => [textOf([inner])]);
    default:
      return null;
  }
}

interface Matched {
  readonly before: number | null;
  readonly after: number | null;
}

/** In a gap between things that stayed: pairs of like things in order, the rest alone. */
function pairInGap(
  gap: { readonly before: readonly number[]; readonly after: readonly number[] },
  likeness: (before: number, after: number) => number,
): Matched[] {
  const { before, after } = gap;
  const width = after.length + 1;
  const isSmall = before.length <= mostPaired && after.length <= mostPaired;
  const gain = (row: number, column: number) => {
    const value = likeness(before[row] ?? 0, after[column] ?? 0);
    return value >= leastLikeness ? value : 0;
  };
  if (!isSmall)
    return [
      ...before.map((index): Matched => ({ before: index, after: null })),
      ...after.map((index): Matched => ({ before: null, after: index })),
    ];
  const gains = before.map((_, row) => after.map((__, column) => gain(row, column)));
  const best = new Float64Array((before.length + 1) * width);
  const at = (row: number, column: number) => best[row * width + column] ?? 0;
  const gainAt = (row: number, column: number) => gains[row]?.[column] ?? 0;
  for (let row = before.length - 1; row >= 0; row--)
    for (let column = after.length - 1; column >= 0; column--) {
      const own = gainAt(row, column);
      const paired = own > 0 ? own + at(row + 1, column + 1) : 0;
      best[row * width + column] = Math.max(paired, at(row + 1, column), at(row, column + 1));
    }
  const matched: Matched[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    const own = gainAt(row, column);
    if (own > 0 && at(row, column) === own + at(row + 1, column + 1))
      matched.push({ before: before[row++] ?? null, after: after[column++] ?? null });
    else if (row < before.length && at(row, column) === at(row + 1, column))
      matched.push({ before: before[row++] ?? null, after: null });
    else matched.push({ before: null, after: after[column++] ?? null });
  }
  return matched;
}

/** Both sequences matched: the same first, then the like ones between them. */
function matchSequences(
  before: readonly string[],
  after: readonly string[],
  likeness: (before: number, after: number) => number,
): Matched[] {
  const range = (from: number, to: number) =>
    Array.from({ length: Math.max(to - from, 0) }, (_, index) => from + index);
  const matched: Matched[] = [];
  let atBefore = 0;
  let atAfter = 0;
  for (const [index, other] of [...alignSequences(before, after), [before.length, after.length] as const]) {
    const gap = { before: range(atBefore, index), after: range(atAfter, other) };
    matched.push(...pairInGap(gap, likeness));
    if (index < before.length) matched.push({ before: index, after: other });
    atBefore = index + 1;
    atAfter = other + 1;
  }
  return matched;
}

function compareLines(
  before: readonly (readonly string[])[],
  after: readonly (readonly string[])[],
): LineDifference[] {
  const keys = (lines: readonly (readonly string[])[]) => lines.map((line) => line.join('\t'));
  const beforeKeys = keys(before);
  const afterKeys = keys(after);
  const likeness = (index: number, other: number) =>
    likenessOfTexts(beforeKeys[index] ?? '', afterKeys[other] ?? '');
  return matchSequences(beforeKeys, afterKeys, likeness).map((match): LineDifference => {
    const was = match.before === null ? undefined : before[match.before];
    const is = match.after === null ? undefined : after[match.after];
    const kind =
      was === undefined
        ? 'added'
        : is === undefined
          ? 'removed'
          : was.join('\t') === is.join('\t')
            ? 'same'
            : 'changed';
    const width = Math.max(was?.length ?? 0, is?.length ?? 0);
    const cells = Array.from({ length: width }, (_, cell) =>
      compareWords(was?.[cell] ?? '', is?.[cell] ?? ''),
    );
    return { kind, cells };
  });
}

function compareBlocks(before: RichBlock, after: RichBlock): BlockDifference {
  if (writeRichText([before]) === writeRichText([after])) return { kind: 'same', before, after };
  const was = textOfBlock(before);
  const is = textOfBlock(after);
  const linesBefore = linesOfBlock(before);
  const linesAfter = linesOfBlock(after);
  const lines =
    linesBefore === null || linesAfter === null || before.kind !== after.kind
      ? null
      : compareLines(linesBefore, linesAfter);
  return {
    kind: 'changed',
    before,
    after,
    words: lines === null ? compareWords(was, is) : null,
    lines,
    isLookOnly: was === is,
  };
}

/** Compares two bodies. Bounded: long rewritten stretches are shown as gone and come. */
export function compareBodies(before: RichBody, after: RichBody): BodyDifference {
  const beforeKeys = before.map((block) => writeRichText([block]));
  const afterKeys = after.map((block) => writeRichText([block]));
  const beforeTexts = before.map(textOfBlock);
  const afterTexts = after.map(textOfBlock);
  const likeness = (index: number, other: number) => {
    const was = before[index];
    const is = after[other];
    const isTable = (block: RichBlock | undefined) => block?.kind === 'table';
    if (was === undefined || is === undefined || isTable(was) !== isTable(is)) return 0;
    if (was.kind === 'picture' && is.kind === 'picture') return was.fileId === is.fileId ? 1 : 0;
    return likenessOfTexts(beforeTexts[index] ?? '', afterTexts[other] ?? '');
  };
  const inBefore = new Set(beforeKeys);
  const inAfter = new Set(afterKeys);
  const blocks = matchSequences(beforeKeys, afterKeys, likeness).flatMap((match): BlockDifference[] => {
    const was = match.before === null ? undefined : before[match.before];
    const is = match.after === null ? undefined : after[match.after];
    if (was !== undefined && is !== undefined) return [compareBlocks(was, is)];
    if (is !== undefined)
      return [{ kind: 'added', after: is, moved: inBefore.has(afterKeys[match.after ?? 0] ?? '') }];
    return was === undefined
      ? []
      : [{ kind: 'removed', before: was, moved: inAfter.has(beforeKeys[match.before ?? 0] ?? '') }];
  });
  const countOf = (kind: BlockDifference['kind']) => blocks.filter((block) => block.kind === kind).length;
  return { blocks, added: countOf('added'), removed: countOf('removed'), changed: countOf('changed') };
}

/**
 * A body put together from both sides of a difference: `choose` says for every block that is not the same whether the
 * state before or after it is taken.
 */
export function composeFromDifference(
  { blocks }: BodyDifference,
  choose: (index: number) => 'before' | 'after',
): RichBody {
  return blocks.flatMap((block, index): RichBlock[] => {
    if (block.kind === 'same') return [block.after];
    const side = choose(index);
    if (block.kind === 'changed') return [side === 'before' ? block.before : block.after];
    if (block.kind === 'added') return side === 'after' ? [block.after] : [];
    return side === 'before' ? [block.before] : [];
  });
}
