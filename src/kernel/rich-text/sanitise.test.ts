import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestRichText } from './body.ts';
import { describeDropped } from './dropped.ts';
import { attacks, findOutsideSubset, givenFileId } from './given.ts';
import { acceptHref } from './links.ts';
import { readRichText, sanitiseRichText } from './sanitise.ts';

const clean = (html: string) => sanitiseRichText(html).html;

describe('the form of a body', () => {
  it.each([
    ['bold and slanted words', '<p>甲<b>乙<i>丙</i></b></p>', '<p>甲<strong>乙<em>丙</em></strong></p>'],
    ['marks said by style', '<p><span style="FONT-WEIGHT: 700">乙</span></p>', '<p><strong>乙</strong></p>'],
    ['runs of one look joined', '<p><b>甲</b><strong>乙</strong></p>', '<p><strong>甲乙</strong></p>'],
    ['one order of marks', '<p><em><strong>甲</strong></em></p>', '<p><strong><em>甲</em></strong></p>'],
    ['a break between like words', '<p><b>甲<br>乙</b></p>', '<p><strong>甲<br>乙</strong></p>'],
    ['blanks and indents', '<p>　　 中\n   文 &nbsp; end　</p><p>&nbsp;</p>', '<p>中文 end</p>'],
    ['a full-width blank inside', '<p>第一章　总则</p>', '<p>第一章　总则</p>'],
    ['unseen signs', '<p>公\u200b开\u202e政\ufeff府</p>', '<p>公开政府</p>'],
    ['headings h1 to h6', '<h1><b>题</b></h1><h3>款</h3><h6>项</h6>', '<h2>题</h2><h3>款</h3><h4>项</h4>'],
    [
      'alignment',
      '<p align=center>甲</p><p style="text-align:justify">乙</p>',
      '<p data-align="center">甲</p><p>乙</p>',
    ],
    ['loose words', '甲<div>乙<div>丙</div></div>丁', '<p>甲</p><p>乙</p><p>丙</p><p>丁</p>'],
    [
      'a list number',
      '<ol start=3><li>甲<li>乙</ol>',
      '<ol start="3"><li><p>甲</p></li><li><p>乙</p></li></ol>',
    ],
    [
      'a list in a list',
      '<ul><li>甲<ul><li>乙</ul></ul>',
      '<ul><li><p>甲</p><ul><li><p>乙</p></li></ul></li></ul>',
    ],
    [
      'a list beside its item',
      '<ul><li>甲</li><ul><li>乙</li></ul></ul>',
      '<ul><li><p>甲</p><ul><li><p>乙</p></li></ul></li></ul>',
    ],
    [
      'a quote with a heading',
      '<blockquote><h2>甲</h2>乙</blockquote>',
      '<blockquote><p>甲</p><p>乙</p></blockquote>',
    ],
    [
      'a picture',
      `<p>甲<img data-file="${givenFileId}" alt=" 图 "></p>`,
      `<p>甲</p><figure><img data-file="${givenFileId}" alt="图"></figure>`,
    ],
    ['deleted words', '<p>甲<del>乙</del><s>丙</s></p>', '<p>甲</p>'],
    ['hidden words', '<p>甲<span style="display:none">乙</span><i hidden>丙</i></p>', '<p>甲</p>'],
    ['sup and sub', '<p>m<sup>2</sup>H<sub>2</sub>O</p>', '<p>m<sup>2</sup>H<sub>2</sub>O</p>'],
    ['signs of markup', '<p>a &lt; b &amp; "c"</p>', '<p>a &lt; b &amp; &quot;c&quot;</p>'],
  ])('%s', (_, given, expected) => {
    expect(clean(given)).toBe(expected);
    expect(findOutsideSubset(expected)).toEqual([]);
  });

  it('keeps tables on their grid, whatever spans are claimed', () => {
    const html = clean(
      '<table><caption>表1</caption><tr><th>名<th colspan=2>数</tr><tr><td rowspan=9>甲<td>1</tr><tr><td colspan=99>2</tr></table>',
    );
    expect(html).toBe(
      '<table><caption>表1</caption><thead><tr><th scope="col"><p>名</p></th><th scope="col"><p>数</p></th></tr></thead>' +
        '<tbody><tr><td rowspan="2"><p>甲</p></td><td><p>1</p></td></tr><tr><td><p>2</p></td></tr></tbody></table>',
    );
    expect(clean('<table><tr><td>甲<td>乙</tr><tr><td>丙</tr></table>')).toContain(
      '<td><p>丙</p></td><td><p></p></td>',
    );
  });

  it('takes a table out of an item and goes on counting behind it', () => {
    expect(clean('<ol><li>甲<table><tr><td>1</table></li><li>乙</ol>')).toBe(
      '<ol><li><p>甲</p></li></ol><table><tbody><tr><td><p>1</p></td></tr></tbody></table><ol start="2"><li><p>乙</p></li></ol>',
    );
  });

  it('turns a table inside a cell into paragraphs and says so', () => {
    const { html, dropped } = sanitiseRichText(
      '<table><tr><td>甲<table><tr><td>1<td>2</table></td></tr></table>',
    );
    expect(html).toBe('<table><tbody><tr><td><p>甲</p><p>1</p><p>2</p></td></tr></tbody></table>');
    expect(describeDropped(dropped)).toEqual(['1个表格嵌在别的表格里，已改为单元格中的段落。']);
  });

  it('says what it left out', () => {
    const { dropped } = sanitiseRichText(
      '<p onclick="x()">甲<script>x</script><a href="javascript:x">乙</a><img src="data:image/png;base64,AAAA"></p>',
    );
    expect(dropped).toEqual([
      { kind: 'active', name: 'script', count: 1 },
      { kind: 'attribute', name: 'onclick', count: 1 },
      { kind: 'attribute', name: 'src', count: 1 },
      { kind: 'link', name: 'javascript:x', count: 1 },
      { kind: 'picture', name: 'data:image/png', count: 1 },
    ]);
  });

  it('refuses markup made to keep a parser busy', () => {
    const bombs = [
      '<p>'.repeat(longestRichText),
      '<div>'.repeat(5000),
      Array.from({ length: 1000 }, (_, index) => `<b x=${index}>`).join(''),
    ];
    for (const bomb of bombs) {
      const { html, dropped } = sanitiseRichText(bomb);
      expect(html).toBe('');
      expect(dropped).toEqual([{ kind: 'tooLarge', name: '正文', count: 1 }]);
    }
  });
});

describe('links of a body', () => {
  it.each([
    ['https://www.gov.cn/a?b=1&c=2#d', 'https://www.gov.cn/a?b=1&c=2#d'],
    ['HTTP://WWW.GOV.CN', 'http://www.gov.cn/'],
    ['www.gov.cn/zhengce', 'https://www.gov.cn/zhengce'],
    ['/zfxxgk/../files/1.pdf', '/files/1.pdf'],
    ['#h-1', '#h-1'],
    ['mailto:xxgk@wanglan.gov.cn', 'mailto:xxgk@wanglan.gov.cn'],
    ['tel:0555-1234567', 'tel:0555-1234567'],
    ['//evil.example', undefined],
    ['/\\evil.example', undefined],
    ['javascript:alert(1)', undefined],
    ['ftp://a.example/', undefined],
    ['附件1.doc', undefined],
    ['', undefined],
  ])('%s', (given, expected) => {
    expect(acceptHref(given)).toBe(expected);
    if (expected !== undefined) expect(acceptHref(expected)).toBe(expected);
  });
});

describe('attacks', () => {
  it.each(attacks)('%s', (attack) => {
    for (const html of [clean(attack), clean(`<p>甲${attack}乙</p>`), clean(`<table><tr><td>${attack}`)]) {
      expect(findOutsideSubset(html)).toEqual([]);
      expect(clean(html)).toBe(html);
    }
  });
});

const tags =
  'p div h1 h2 h4 ul ol li table tr td th thead tbody caption blockquote figure figcaption b strong i em sup sub a span br img pre center font script svg math section dl dt dd'.split(
    ' ',
  );
const attributes = [
  '',
  ' align=center',
  ' style="text-align:right;font-weight:bold"',
  ' colspan=3',
  ' rowspan=2',
  ' rowspan=0 colspan=abc',
  ' href="https://x.example/a\'b"',
  ' href="javascript:x"',
  ` data-file="${givenFileId}" alt="a<b"`,
  ' start=7',
  ' onclick=x',
  ' hidden',
];
const markup = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc
          .tuple(fc.constantFrom(...tags), fc.constantFrom(...attributes))
          .map(([tag, more]) => `<${tag}${more}>`),
      },
      { weight: 2, arbitrary: fc.constantFrom(...tags).map((tag) => `</${tag}>`) },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          '甲',
          'ab ',
          ' ',
          '\n',
          '　',
          '&nbsp;',
          '一、',
          '<!--',
          '-->',
          '\u200b',
          '\ud83d',
          '&lt;p&gt;',
          '😀',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

describe('any markup', () => {
  it('stays in the subset and is the same when cleaned again', () => {
    fc.assert(
      fc.property(markup, (html) => {
        const once = clean(html);
        expect(findOutsideSubset(once)).toEqual([]);
        expect(sanitiseRichText(once)).toEqual({ html: once, dropped: [] });
      }),
      { numRuns: 1500, seed: 20261120 },
    );
  });

  it('is read as the body that is written', () => {
    fc.assert(
      fc.property(markup, (html) => {
        expect(readRichText(clean(html)).body).toEqual(readRichText(html).body);
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
