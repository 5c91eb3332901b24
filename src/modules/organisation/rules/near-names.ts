/** How alike two names are and why, for a person to decide: edit distance, same sound, abbreviation. Pure. */
import { pinyin } from 'pinyin-pro';

export interface Likeness {
  /** 0 to 1; 1 would be the same text. */
  readonly likeness: number;
  readonly reason: string;
}

/** Characters to insert, delete or replace to turn one text into the other. */
export function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let line = 1; line <= left.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (left[line - 1] === right[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}

/** Whether the characters of `short` stand in `long` in this order. */
function isAbbreviationOf(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
}

const soundsByText = new Map<string, string>();

function soundOf(text: string): string {
  const known = soundsByText.get(text);
  if (known !== undefined) return known;
  const sound = pinyin(text, { toneType: 'none', type: 'array' }).join(' ');
  if (soundsByText.size > 20_000) soundsByText.clear();
  soundsByText.set(text, sound);
  return sound;
}

/**
 * Compares two keys. Undefined when they have too little in common: at most one character in three may differ, and a
 * single different character in a name of three is a candidate still (县教育局 and 县体育局: a person looks).
 */
export function compareNameKeys(printed: string, registered: string): Likeness | undefined {
  if (printed.length < 2 || registered.length < 2) return undefined;
  const longest = Math.max(printed.length, registered.length);
  const lengths = Math.abs(printed.length - registered.length);
  if (lengths === 0 && soundOf(printed) === soundOf(registered)) {
    return { likeness: 0.95, reason: `与“${registered}”读音相同，可能是错别字` };
  }
  const [short, long] = printed.length < registered.length ? [printed, registered] : [registered, printed];
  if (short.length >= 3 && short.at(-1) === long.at(-1) && isAbbreviationOf(short, long)) {
    return {
      likeness: 0.6 + (0.3 * short.length) / long.length,
      reason:
        printed.length < registered.length ? `可能是“${registered}”的缩写` : `可能是“${registered}”的全称`,
    };
  }
  if (lengths > longest / 3) return undefined;
  const distance = editDistance(printed, registered);
  if (distance > Math.max(1, Math.floor(longest / 3))) return undefined;
  return { likeness: 1 - distance / longest, reason: `与“${registered}”相差${distance}个字` };
}
