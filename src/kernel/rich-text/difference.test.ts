import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignSequences } from './difference/align-sequences.ts';
import { compareWords } from './difference/compare-words.ts';
import { compareBodies, composeFromDifference } from './difference.ts';
import { readRichText } from './sanitise.ts';

const bodyOf = (html: string) => readRichText(html).body;
const marked = (before: string, after: string) =>
  compareWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`))
    .join('');

describe('words', () => {
  it.each([
    ['公开政府信息', '公开政府信息', '公开政府信息'],
    ['在20个工作日内公开', '在15个工作日内公开', '在-20-+15+个工作日内公开'],
    ['由县财政局负责', '由县财政局牵头负责', '由县财政局+牵头+负责'],
    ['按照规定执行', '依照法定施行', '-按照规定执-+依照法定施+行'],
    ['', '新增', '+新增+'],
    ['金额1,200.50元', '金额1,300.50元', '金额-1,200.50-+1,300.50+元'],
  ])('%s → %s', (before, after, expected) => {
    expect(marked(before, after)).toBe(expected);
  });

  it('gives back both texts', () => {
    const text = fc
      .array(fc.constantFrom('甲', '乙', '丙', '12', ' ', 'ab', '。'), { maxLength: 25 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = compareWords(before, after);
        const side = (gone: string) =>
          parts
            .filter(({ kind }) => kind !== gone)
            .map((part) => part.text)
            .join('');
        expect(side('added')).toBe(before);
        expect(side('removed')).toBe(after);
      }),
      { seed: 3 },
    );
  });
});

describe('bodies', () => {
  it('finds what stayed, changed, came, went and moved', () => {
    const before = bodyOf(
      '<h2>一、目标</h2><p>全县范围。</p><p>到2026年底完成八成。</p><p>旧的一段。</p><p>由办公室负责解释。</p>',
    );
    const after = bodyOf(
      '<p>由办公室负责解释。</p><h2>一、目标</h2><p>全县范围。</p><p>到2027年底完成八成。</p><ul><li>甲</li></ul>',
    );
    const { blocks, ...counts } = compareBodies(before, after);
    expect(blocks.map((block) => [block.kind, 'moved' in block && block.moved])).toEqual([
      ['added', true],
      ['same', false],
      ['same', false],
      ['changed', false],
      ['removed', false],
      ['removed', true],
      ['added', false],
    ]);
    expect(counts).toEqual({ added: 2, removed: 2, changed: 1 });
  });

  it('compares tables by row and cell, lists by item', () => {
    const table = (rows: string) =>
      bodyOf(`<table><caption>表</caption><tr><th>单位<th>数</tr>${rows}</table>`);
    const [block] = compareBodies(
      table('<tr><td>财政局<td>12</tr><tr><td>教育局<td>3</tr>'),
      table('<tr><td>财政局<td>15</tr><tr><td>民政局<td>7</tr><tr><td>教育局<td>3</tr>'),
    ).blocks;
    const lines = block?.kind === 'changed' ? (block.lines ?? []) : [];
    expect(lines.map(({ kind }) => kind)).toEqual(['same', 'same', 'changed', 'added', 'same']);
    expect(lines[2]?.cells).toEqual([
      [{ kind: 'same', text: '财政局' }],
      [
        { kind: 'removed', text: '12' },
        { kind: 'added', text: '15' },
      ],
    ]);
    const [list] = compareBodies(
      bodyOf('<ul><li>甲乙丙<li>丁</ul>'),
      bodyOf('<ul><li>甲乙戊<li>丁</ul>'),
    ).blocks;
    expect(list?.kind === 'changed' ? list.lines?.map(({ kind }) => kind) : undefined).toEqual([
      'changed',
      'same',
    ]);
  });

  it('tells a change of look from a change of words', () => {
    const [block] = compareBodies(
      bodyOf('<p>必须公开</p>'),
      bodyOf('<p><strong>必须</strong>公开</p>'),
    ).blocks;
    expect(block).toMatchObject({ kind: 'changed', isLookOnly: true });
  });

  it('composes either side, and a mixture block by block', () => {
    const before = bodyOf('<p>甲一二三</p><p>乙</p>');
    const after = bodyOf('<p>甲一二四</p><p>乙</p><p>丙</p>');
    const difference = compareBodies(before, after);
    expect(composeFromDifference(difference, () => 'before')).toEqual(before);
    expect(composeFromDifference(difference, () => 'after')).toEqual(after);
    expect(composeFromDifference(difference, (index) => (index === 0 ? 'before' : 'after'))).toEqual(
      bodyOf('<p>甲一二三</p><p>乙</p><p>丙</p>'),
    );
  });

  it('keeps within bounds for long documents', () => {
    const long = (change: (index: number) => string) =>
      bodyOf(Array.from({ length: 3000 }, (_, index) => `<p>${change(index)}</p>`).join(''));
    const before = long((index) => `第${index}条公开事项`);
    const after = long((index) => (index % 500 === 7 ? `第${index}条公开事项有变` : `第${index}条公开事项`));
    expect(compareBodies(before, after)).toMatchObject({ added: 0, removed: 0, changed: 6 });
    const pairs = alignSequences(
      before.map((_, index) => `a${index}`),
      before.map((_, index) => `a${3000 - index}`),
    );
    expect(pairs.length).toBeGreaterThan(0);
  });
});
