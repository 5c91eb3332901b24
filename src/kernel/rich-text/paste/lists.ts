/** Real lists from what office programs number by themselves and from marks people type before their lines. */
import type { ParagraphHint, RawBlock, RawList, RawParagraph } from '../raw-body.ts';
import { inEveryContainer, withOpening, withoutOpening, wordsOfParagraph } from './paragraphs.ts';

interface ListMark {
  readonly ordered: boolean;
  readonly number: number;
  readonly depth: number;
  /** Units of the paragraph's words that are the mark. */
  readonly length: number;
}

interface Marked {
  readonly mark: ListMark;
  readonly paragraph: RawParagraph;
}

const decimalLabel = /^(\d{1,3})[.．、)）]?$/u;
const typedNumber = /^(\d{1,2})(?:[.．](?!\d)|[、)）])[ \u3000]*(?=\S)/u;
const typedBullet = /^(?:[·•●○■□◆◇▪➢※\uf000-\uf0ff]|[-–*](?= ))[ \u3000]*(?=\S)/u;

/**
 * A number like 3. is drawn by the list itself. Others (一、 （一） 第一条) are words of the document, which other texts
 * cite: they stay words.
 */
function markOfLabel(label: NonNullable<ParagraphHint['label']>): ListMark | undefined {
  if (label.isBullet) return { ordered: false, number: 1, depth: label.depth, length: 0 };
  const number = decimalLabel.exec(label.text)?.[1];
  return number === undefined
    ? undefined
    : { ordered: true, number: Number(number), depth: label.depth, length: 0 };
}

function markOfWords(words: string): ListMark | undefined {
  const number = typedNumber.exec(words);
  if (number !== null)
    return { ordered: true, number: Number(number[1]), depth: 1, length: number[0].length };
  const bullet = typedBullet.exec(words);
  return bullet === null ? undefined : { ordered: false, number: 1, depth: 1, length: bullet[0].length };
}

/** Items of one depth in a row; deeper ones belong to the item before them. */
function listsOfRun(run: readonly Marked[], depth: number): RawBlock[] {
  const lists: { ordered: boolean; start: number; items: RawBlock[][] }[] = [];
  for (let index = 0; index < run.length; ) {
    const one = run[index];
    if (one === undefined) break;
    if (one.mark.depth > depth) {
      let end = index;
      while ((run[end]?.mark.depth ?? 0) > depth) end++;
      const deeper = listsOfRun(run.slice(index, end), depth + 1);
      const item = lists.at(-1)?.items.at(-1);
      if (item === undefined) lists.push({ ordered: false, start: 1, items: [deeper] });
      else item.push(...deeper);
      index = end;
      continue;
    }
    const { ordered, number, length } = one.mark;
    const { paragraph } = one;
    const item: RawBlock[] = [
      { kind: 'paragraph', align: paragraph.align, inlines: withoutOpening(paragraph.inlines, length) },
    ];
    const last = lists.at(-1);
    const continues = last?.ordered === ordered && (!ordered || number === last.start + last.items.length);
    if (last !== undefined && continues) last.items.push(item);
    else lists.push({ ordered, start: ordered ? number : 1, items: [item] });
    index += 1;
  }
  return lists.map((list): RawList => ({ kind: 'list', ...list }));
}

function gatherRuns(
  blocks: readonly RawBlock[],
  markOf: (paragraph: RawParagraph) => ListMark | undefined,
  isRun: (run: readonly Marked[]) => boolean,
): RawBlock[] {
  const out: RawBlock[] = [];
  let run: Marked[] = [];
  const close = () => {
    if (isRun(run)) out.push(...listsOfRun(run, 1));
    else out.push(...run.map(({ paragraph }) => paragraph));
    run = [];
  };
  for (const block of blocks) {
    const mark = block.kind === 'paragraph' ? markOf(block) : undefined;
    if (block.kind === 'paragraph' && mark !== undefined) run.push({ mark, paragraph: block });
    else {
      if (run.length > 0) close();
      out.push(block);
    }
  }
  if (run.length > 0) close();
  return out;
}

/** Numbers that count on from 1, or bullets, on at least two lines that follow each other. */
function isTypedList(run: readonly Marked[]): boolean {
  if (run.length < 2) return false;
  const ordered = run[0]?.mark.ordered;
  return run.every(({ mark }, index) => mark.ordered === ordered && (!ordered || mark.number === index + 1));
}

/** Lists an office program numbers; a label that is no list mark goes before the words. */
export function gatherOfficeLists(blocks: readonly RawBlock[]): readonly RawBlock[] {
  return inEveryContainer(blocks, (run) => {
    const labelled = run.map((block): RawBlock => {
      const label = block.kind === 'paragraph' ? block.hint?.label : undefined;
      if (block.kind !== 'paragraph' || label === undefined || markOfLabel(label) !== undefined) return block;
      return { ...block, inlines: withOpening(label.text, block.inlines) };
    });
    return gatherRuns(
      labelled,
      ({ hint }) =>
        hint?.label === undefined || hint.outline !== undefined ? undefined : markOfLabel(hint.label),
      (marked) => marked.length > 0,
    );
  });
}

/** Lists people typed: their marks become the list's own. Lines with text between them stay as they are. */
export function gatherTypedLists(blocks: readonly RawBlock[]): readonly RawBlock[] {
  return inEveryContainer(blocks, (run) =>
    gatherRuns(run, (paragraph) => markOfWords(wordsOfParagraph(paragraph)), isTypedList),
  );
}
