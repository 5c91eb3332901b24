/** Two texts compared by word, as people mark changes: Chinese signs one by one, other words and figures whole. */
import { alignSequences } from './align-sequences.ts';

export interface WordPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

const word = /[A-Za-z\u00c0-\u024f]+|\d+(?:[.,]\d+)*%?|\s+|[\s\S]/gu;
/** What stayed between two changes and is shorter than this hides more than it shows. */
const shortestIsland = 2;

function partsOf(before: readonly string[], after: readonly string[]): WordPart[] {
  const parts: WordPart[] = [];
  const put = (kind: WordPart['kind'], words: readonly string[]) => {
    if (words.length > 0) parts.push({ kind, text: words.join('') });
  };
  let atBefore = 0;
  let atAfter = 0;
  let same: string[] = [];
  for (const [index, other] of [...alignSequences(before, after), [before.length, after.length] as const]) {
    if (index > atBefore || other > atAfter) {
      put('same', same);
      same = [];
      put('removed', before.slice(atBefore, index));
      put('added', after.slice(atAfter, other));
    }
    if (index < before.length) same.push(before[index] ?? '');
    atBefore = index + 1;
    atAfter = other + 1;
  }
  put('same', same);
  return parts;
}

/** Changes parted by a sign or two become one change. */
function joinIslands(parts: readonly WordPart[]): WordPart[] {
  const joined: WordPart[] = [];
  let removed = '';
  let added = '';
  const close = () => {
    if (removed !== '') joined.push({ kind: 'removed', text: removed });
    if (added !== '') joined.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [index, part] of parts.entries()) {
    const isIsland =
      part.kind === 'same' &&
      part.text.trim().length < shortestIsland &&
      removed + added !== '' &&
      index < parts.length - 1;
    if (part.kind !== 'added' && (part.kind === 'removed' || isIsland)) removed += part.text;
    if (part.kind !== 'removed' && (part.kind === 'added' || isIsland)) added += part.text;
    if (part.kind === 'same' && !isIsland) {
      close();
      joined.push(part);
    }
  }
  close();
  return joined;
}

/** What stayed, went and came, in reading order; what went stands before what came in its place. */
export function compareWords(before: string, after: string): readonly WordPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  return joinIslands(partsOf(before.match(word) ?? [], after.match(word) ?? []));
}

/** How alike two texts are, 0 to 1, by pairs of neighbouring signs. */
export function likenessOfTexts(left: string, right: string): number {
  if (left === right) return 1;
  const pairsOf = (text: string) => {
    const pairs = new Map<string, number>();
    for (let at = 0; at < text.length - 1; at++) {
      const pair = text.slice(at, at + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
    return pairs;
  };
  const inRight = pairsOf(right);
  let shared = 0;
  for (const [pair, count] of pairsOf(left)) shared += Math.min(count, inRight.get(pair) ?? 0);
  const all = left.length + right.length - 2;
  return all <= 0 ? 0 : (2 * shared) / all;
}
