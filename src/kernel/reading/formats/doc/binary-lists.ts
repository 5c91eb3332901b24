/** List definitions of the binary Word format ([MS-DOC] 2.9.131, 2.9.150): levels, number formats, overrides. */
import type { NumberingLevel, NumberingList } from '../list-numberer.ts';

const listSize = 28;
const levelHeader = 28;
const overrideSize = 16;
const mostLists = 4_000;

/** Number formats by their code; others are Arabic digits. */
const formatNames: ReadonlyMap<number, string> = new Map([
  [1, 'upperRoman'],
  [2, 'lowerRoman'],
  [3, 'upperLetter'],
  [4, 'lowerLetter'],
  [10, 'ideographDigital'],
  [11, 'japaneseCounting'],
  [14, 'decimalFullWidth'],
  [18, 'decimalEnclosedCircle'],
  [19, 'decimalFullWidth2'],
  [22, 'decimalZero'],
  [23, 'bullet'],
  [26, 'decimalEnclosedFullstop'],
  [27, 'decimalEnclosedParen'],
  [28, 'decimalEnclosedCircleChinese'],
  [29, 'ideographEnclosedCircle'],
  [30, 'ideographTraditional'],
  [31, 'ideographZodiac'],
  [33, 'taiwaneseCounting'],
  [34, 'ideographLegalTraditional'],
  [35, 'taiwaneseCountingThousand'],
  [36, 'taiwaneseDigital'],
  [37, 'chineseCounting'],
  [38, 'chineseLegalSimplified'],
  [39, 'chineseCountingThousand'],
  [255, 'none'],
]);

/** Levels are written one after another behind the definitions; each tells the sizes of its own lists. */
function levelAt(bytes: Buffer, at: number): { level: NumberingLevel; next: number } | undefined {
  if (at + levelHeader + 2 > bytes.length) return undefined;
  const flags = bytes[at + 5] ?? 0;
  const runSize = bytes[at + 24] ?? 0;
  const paragraphSize = bytes[at + 25] ?? 0;
  const textAt = at + levelHeader + paragraphSize + runSize;
  if (textAt + 2 > bytes.length) return undefined;
  const next = textAt + 2 + bytes.readUInt16LE(textAt) * 2;
  if (next > bytes.length) return undefined;
  const text = bytes.toString('utf16le', textAt + 2, next);
  const pattern = [...text]
    .map((sign) => (sign.charCodeAt(0) < 9 ? `%${sign.charCodeAt(0) + 1}` : sign))
    .join('');
  const level: NumberingLevel = {
    start: bytes.readInt32LE(at),
    format: formatNames.get(bytes[at + 4] ?? 0) ?? 'decimal',
    pattern,
    arabic: (flags & 0x04) !== 0,
    restartAfter: (flags & 0x08) === 0 ? undefined : (bytes[at + 26] ?? 0),
  };
  return { level, next };
}

/** Lists by their number in paragraphs (from 1, as text). */
export function binaryLists(
  lists: Buffer,
  overrides: Buffer,
  behindLists: Buffer,
): Map<string, NumberingList> {
  const byId = new Map<number, NumberingList>();
  const count = lists.length >= 2 ? Math.min(lists.readUInt16LE(0), mostLists) : 0;
  let at = 0;
  for (let index = 0; index < count; index++) {
    const entry = 2 + index * listSize;
    if (entry + listSize > lists.length) break;
    const id = lists.readUInt32LE(entry);
    const levelCount = ((lists[entry + 26] ?? 0) & 1) === 1 ? 1 : 9;
    const levels = new Map<number, NumberingLevel>();
    for (let number = 0; number < levelCount; number++) {
      const read = levelAt(behindLists, at);
      if (read === undefined) break;
      levels.set(number, read.level);
      at = read.next;
    }
    byId.set(id, { counterKey: String(id), levels, startOverrides: new Map() });
  }
  const byNumber = new Map<string, NumberingList>();
  const overrideCount = overrides.length >= 4 ? Math.min(overrides.readUInt32LE(0), mostLists) : 0;
  for (let index = 0; index < overrideCount; index++) {
    const entry = 4 + index * overrideSize;
    if (entry + overrideSize > overrides.length) break;
    const list = byId.get(overrides.readUInt32LE(entry));
    if (list !== undefined) byNumber.set(String(index + 1), list);
  }
  return byNumber;
}
