/** Reads the officers' guide (the part of Markdown it uses) into blocks. Pure; knows nothing of the screen. */

export type GuideBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'picture'; readonly words: string; readonly path: string };

const chinese = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;

/** Joins wrapped lines; no blank between two Chinese signs. */
function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const glued = text === '' || (chinese.test(text.at(-1) ?? '') && chinese.test(line[0] ?? ''));
    return glued ? text + line : `${text} ${line}`;
  }, '');
}

const cellsOf = (line: string): readonly string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

const itemStart = /^(?:([-*])|\d+\.)\s+/;

function blockOf(lines: readonly string[]): GuideBlock {
  const [first = ''] = lines;
  const heading = /^(#{1,4})\s+(.*)$/.exec(first);
  if (heading !== null) {
    return { kind: 'heading', level: heading[1]?.length ?? 1, text: heading[2] ?? '' };
  }
  const picture = /^!\[([^\]]*)\]\(([^)]+)\)$/.exec(first);
  if (picture !== null) return { kind: 'picture', words: picture[1] ?? '', path: picture[2] ?? '' };
  if (first.startsWith('|') && /^\|[\s:|-]+\|$/.test(lines[1] ?? '')) {
    return { kind: 'table', head: cellsOf(first), rows: lines.slice(2).map(cellsOf) };
  }
  const marker = itemStart.exec(first);
  if (marker !== null) return { kind: 'list', ordered: marker[1] === undefined, items: itemsOf(lines) };
  return { kind: 'paragraph', text: joinLines(lines.map((line) => line.replace(/^>\s?/, '').trim())) };
}

function itemsOf(lines: readonly string[]): readonly string[] {
  const items: string[][] = [];
  for (const line of lines) {
    if (itemStart.test(line)) items.push([line.replace(itemStart, '')]);
    else items.at(-1)?.push(line.trim());
  }
  return items.map(joinLines);
}

/** The blocks of a guide, in order. */
export function readGuide(text: string): readonly GuideBlock[] {
  const blocks: GuideBlock[] = [];
  let lines: string[] = [];
  let fenced = false;
  const close = () => {
    if (lines.length > 0) blocks.push(blockOf(lines));
    lines = [];
  };
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('```')) {
      if (fenced) blocks.push({ kind: 'code', text: lines.join('\n') });
      else close();
      lines = [];
      fenced = !fenced;
    } else if (fenced) lines.push(line);
    else if (line.trim() === '') close();
    else {
      if (line.startsWith('#') || line.startsWith('![')) close();
      lines.push(line);
      if (line.startsWith('#') || line.startsWith('![')) close();
    }
  }
  close();
  return blocks;
}
