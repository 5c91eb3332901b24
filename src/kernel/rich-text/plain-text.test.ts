import { describe, expect, it } from 'vitest';
import { givenFileId } from './given.ts';
import { judgeRichText } from './judge-body.ts';
import { countBody, listBodyLinks, readOutline } from './outline.ts';
import { describePiece, pieceAtOffset, readPlainText } from './plain-text.ts';
import { readRichText } from './sanitise.ts';

const bodyOf = (html: string) => readRichText(html).body;

const sample = bodyOf(
  [
    '<h2>一、总则</h2><p>甲<br>乙</p><ul><li>丙<ul><li>丁</li></ul></li></ul>',
    '<table><caption>收支表</caption><tr><th>科目</th><th colspan="2">金额</th></tr>',
    '<tr><td rowspan="2"><p>教育</p><p>支出</p></td><td>1</td><td></td></tr><tr><td>2</td><td>3</td></tr></table>',
    `<figure><img data-file="${givenFileId}" alt="柱状图"><figcaption>图1</figcaption></figure>`,
    '<blockquote>戊<a href="https://a.example/">己</a></blockquote>',
  ].join(''),
);

describe('a body as plain text', () => {
  const plain = readPlainText(sample);

  it('writes leaves on lines and tables with tabs', () => {
    expect(plain.text).toBe(
      '一、总则\n甲\n乙\n丙\n丁\n收支表\n科目\t金额\t\n教育 支出\t1\t\n\t2\t3\n柱状图\n图1\n戊己',
    );
  });

  it.each([
    ['总则', '第1段（标题）', 0],
    ['乙', '第2段', 1],
    ['丁', '第4段（列表）', 2],
    ['收支表', '表1的标题', 3],
    ['支出', '表1第2行第1列', 3],
    ['3', '表1第3行第3列', 3],
    ['柱状图', '图片说明', 4],
    ['己', '第7段（引用）', 5],
  ])('leads from %s back to its place', (words, place, block) => {
    const piece = pieceAtOffset(plain, plain.text.indexOf(words));
    expect(piece?.block).toBe(block);
    expect(piece === undefined ? '' : describePiece(plain, piece)).toBe(place);
  });

  it('gives every piece its own words', () => {
    for (const { start, end } of plain.pieces) expect(plain.text.slice(start, end)).not.toMatch(/\t/u);
    expect(pieceAtOffset(readPlainText([]), 0)).toBeUndefined();
  });

  it('counts', () => {
    expect(countBody(bodyOf('<p>政府公开 2026年 abc def。</p>'))).toMatchObject({ characters: 16, words: 9 });
    expect(countBody(sample)).toMatchObject({ pictures: 1, tables: 1, links: 1 });
    expect(listBodyLinks(sample)).toEqual(['https://a.example/']);
  });
});

describe('the outline', () => {
  it('keeps an anchor when headings come before it and numbers change', () => {
    const before = readOutline(bodyOf('<h2>一、工作目标</h2><h3>（一）范围</h3><h2>二、保障</h2>'));
    const after = readOutline(
      bodyOf('<h2>一、背景</h2><h2>二、工作目标</h2><h3>（一）范围</h3><h2>三、保障</h2>'),
    );
    expect(after.slice(1).map(({ anchor }) => anchor)).toEqual(before.map(({ anchor }) => anchor));
    expect(before.map(({ level, block }) => [level, block])).toEqual([
      [2, 0],
      [3, 1],
      [2, 2],
    ]);
  });

  it('tells like headings apart', () => {
    const anchors = readOutline(bodyOf('<h2>附则</h2><h2>附则</h2><h2>2026</h2>')).map(
      ({ anchor }) => anchor,
    );
    expect(new Set(anchors).size).toBe(3);
    expect(anchors[1]).toBe(`${anchors[0]}-2`);
  });
});

describe('what readers would miss', () => {
  it('finds pictures without words, tables without headings, levels left out', () => {
    const body = bodyOf(
      `<h2>甲</h2><h4>乙</h4><img data-file="${givenFileId}"><table><tr><td>1<td>2<tr><td>3<td>4</table>`,
    );
    expect(judgeRichText(body).map(({ kind, block }) => [kind, block])).toEqual([
      ['headingSkipsLevel', 1],
      ['pictureWithoutText', 2],
      ['tableWithoutHead', 3],
    ]);
    expect(judgeRichText(sample)).toEqual([]);
  });
});
