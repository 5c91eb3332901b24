/**
 * The proof that a released copy holds nothing that was taken out: judged from what was read back out of its bytes, never
 * from how it was made. Pure.
 */
import type { SourceDocument } from '#kernel/reading/source.ts';
import { comparableWords, type RemovedWords } from './redacted-text.ts';

export interface RedactionProof {
  readonly holds: boolean;
  /** What was compared, for the record; without any of the words. */
  readonly done: readonly string[];
  /** Why the copy must not be released. */
  readonly faults: readonly string[];
}

function countSigns(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const sign of comparableWords(text)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
}

/** How many signs one text has that the other lacks. */
function surplus(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let extra = 0;
  for (const [sign, count] of one) extra += Math.max(0, count - (other.get(sign) ?? 0));
  return extra;
}

/** Text of the body in reading order. */
export function bodyWordsOf(document: SourceDocument): string {
  return document.blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? `${block.listLabel ?? ''}${block.text}`
        : block.rows.map(({ cells }) => cells.map(({ text }) => text).join('\n')).join('\n'),
    )
    .join('\n');
}

function countWords(text: string, words: string): number {
  return text.split(words).length - 1;
}

/** Notes of the reader that speak of layers or things a released copy must not have. */
const harmlessNotes: readonly string[] = ['tablesRebuilt'];

/**
 * Compares what was read out of the released file with the text meant to be released: the same signs, none of the removed
 * words (or no more of them than were meant to stay), nothing beside the body but the title.
 */
export function proveTextRedaction(
  expected: string,
  title: string,
  removed: readonly RemovedWords[],
  reread: SourceDocument,
): RedactionProof {
  const faults: string[] = [];
  const body = bodyWordsOf(reread);
  const more = surplus(countSigns(body), countSigns(expected));
  const fewer = surplus(countSigns(expected), countSigns(body));
  if (more > 0) faults.push(`公开版比应公开的文字多出${more}个字符`);
  if (fewer > 0) faults.push(`公开版比应公开的文字缺少${fewer}个字符，可能有字库没有的字`);
  const [readBody, meant] = [comparableWords(body), comparableWords(expected)];
  const stillThere = removed.filter(({ words }) => countWords(readBody, words) > countWords(meant, words));
  const unmarked = removed.filter(({ words, keepElsewhere }) => !keepElsewhere && meant.includes(words));
  if (stillThere.length > 0) faults.push(`已遮盖的文字仍能读出${stillThere.length}处`);
  if (unmarked.length > 0) faults.push(`有${unmarked.length}种已遮盖的文字在别处没有遮盖`);
  const asides = reread.asides ?? [];
  const allowed = comparableWords(title);
  const strange = asides.filter(({ text }) => {
    const words = comparableWords(text);
    return words !== '' && !allowed.includes(words) && /[\p{L}\p{N}]/u.test(words);
  });
  const leaking = asides.filter(({ text }) =>
    removed.some(({ words }) => comparableWords(text).includes(words)),
  );
  if (leaking.length > 0) faults.push('正文之外（属性、批注或者早先版本）含有已遮盖的文字');
  const hidden = strange.filter(({ kind }) => kind !== 'property');
  if (hidden.length > 0) faults.push(`正文之外还有${hidden.length}处文字`);
  const notes = reread.notes.filter(({ code }) => !harmlessNotes.includes(code));
  if (notes.length > 0) faults.push(...notes.map(({ sentence }) => sentence));
  return {
    holds: faults.length === 0,
    done: [
      `逐字符比对正文，共${[...comparableWords(body)].length}个字符`,
      `检索${removed.length}种已遮盖的文字`,
      `核对正文之外的内容${asides.length}处`,
    ],
    faults,
  };
}
