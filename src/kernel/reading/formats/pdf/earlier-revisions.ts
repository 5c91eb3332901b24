/**
 * A PDF that was changed by appending keeps its earlier states: everything up to an earlier end mark is the file as it
 * was (ISO 32000-1, 7.5.6). Finds the text that stood there and stands there no more.
 */
import type { SourceBlock } from '../../source.ts';
import type { FormatRun } from '../format-run.ts';

const endMark = '%%EOF';
/** States read at most; each costs as much as the file itself. */
const mostStates = 6;
const shortestPiece = 2;

/** Lengths of the file at its earlier states, oldest first. */
export function earlierLengths(bytes: Uint8Array): number[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ends: number[] = [];
  for (let at = buffer.indexOf(endMark); at >= 0; at = buffer.indexOf(endMark, at + endMark.length)) {
    ends.push(at + endMark.length);
  }
  // A file arranged for the web has an end mark behind its first part, which is no state of the file.
  const isArranged = buffer.subarray(0, 2048).includes('/Linearized');
  return ends.slice(isArranged ? 1 : 0, -1).slice(0, mostStates);
}

interface PlacedText {
  readonly text: string;
  readonly page: number | undefined;
}

function textsOfBlocks(blocks: readonly SourceBlock[]): PlacedText[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [{ text: block.text, page: block.place.page }]
      : block.rows.flatMap((row) => row.cells.map((cell) => ({ text: cell.text, page: cell.place.page }))),
  );
}

const squeezed = (text: string) => text.replace(/\s/gu, '');

/** Records texts of earlier states that the file shows no more. */
export async function gatherEarlierRevisions(
  bytes: Uint8Array,
  blocks: readonly SourceBlock[],
  run: FormatRun,
  read: (bytes: Uint8Array) => Promise<readonly SourceBlock[]>,
): Promise<void> {
  const lengths = earlierLengths(bytes);
  if (lengths.length === 0) return;
  const shown = squeezed(
    textsOfBlocks(blocks)
      .map(({ text }) => text)
      .join(''),
  );
  const told = new Set<string>();
  for (const [index, length] of lengths.entries()) {
    await run.breathe();
    for (const { text, page } of textsOfBlocks(await read(bytes.subarray(0, length)))) {
      const pieces = squeezed(text).split(/(?<=[。；！？])/u);
      const isGone = pieces.some((piece) => piece.length >= shortestPiece && !shown.includes(piece));
      if (!isGone || told.has(text)) continue;
      told.add(text);
      run.note('earlierRevision', '文件中保留着先前版本，其中有现在已看不到的文字。');
      run.aside('earlierRevision', text, page === undefined ? {} : { page }, `第${index + 1}版`);
    }
  }
}
