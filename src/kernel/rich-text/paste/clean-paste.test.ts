import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeDropped } from '../dropped.ts';
import { attacks, findOutsideSubset, givenFileId } from '../given.ts';
import { sanitiseRichText } from '../sanitise.ts';
import { cleanPastedMarkup, cleanPastedText } from './clean-paste.ts';
import { excelSheet, oldSitePage, weChatArticle, wordDocument, wpsDocument } from './given.ts';
import { isPicturePlaceholder } from './pictures.ts';

const paste = (html: string) => cleanPastedMarkup(html).html;

describe('what programs put on the clipboard', () => {
  it('reads Word: outline, numbering, merged cells, no comments, no hidden text', () => {
    const { html, dropped } = cleanPastedMarkup(wordDocument);
    expect(html).toBe(
      [
        '<h2 data-align="center">关于做好2026年防汛工作的通知</h2>',
        '<h3>一、工作目标</h3>',
        '<p>各乡镇人民政府：为做好今年防汛工作，现通知如下。</p>',
        '<p>（一）压实责任。主要负责人为<strong>第一责任人</strong>。</p>',
        '<ol><li><p>修订预案；</p><ul><li><p>含山洪预案；</p></li><li><p>含水库预案。</p></li></ul></li><li><p>开展演练。</p></li></ol>',
        '<table><caption>物资储备表</caption><thead><tr><th scope="col"><p>品名</p></th><th scope="col"><p>数量</p></th><th scope="col"><p>单位</p></th></tr></thead>',
        '<tbody><tr><td rowspan="2"><p>编织袋</p></td><td><p>1200</p></td><td><p>条</p></td></tr><tr><td colspan="2"><p>另备</p></td></tr></tbody></table>',
        '<p>面积3m<sup>2</sup>，见<a href="https://www.wanglan.gov.cn/fx?id=1&amp;p=2">防汛专栏</a>。</p>',
        '<p data-align="right">2026年5月8日</p>',
      ].join(''),
    );
    expect(describeDropped(dropped)).toEqual([
      '1张图片没有带进来，请单独上传。',
      '去掉了1处看不见的文字。',
      '去掉了1处已标记删除的文字。',
    ]);
  });

  it('reads WPS: its numbering, indents by full-width blanks, empty lines', () => {
    expect(paste(wpsDocument)).toBe(
      [
        '<h2>第一章　总则</h2>',
        '<p>第一条为规范管理，制定本办法。</p>',
        '<ol><li><p>公开事项；</p></li><li><p>公开时限。</p></li></ol>',
        '<p>附件：名单</p>',
      ].join(''),
    );
  });

  it('reads Excel: merges, the title above the table, hidden rows left out', () => {
    const { html, dropped } = cleanPastedMarkup(excelSheet);
    expect(html).toBe(
      [
        '<table><caption>2026年一季度救助资金发放表</caption>',
        '<thead><tr><th scope="col"><p>乡镇</p></th><th scope="col"><p>户数</p></th><th scope="col"><p>金额（元）</p></th></tr></thead>',
        '<tbody><tr><td rowspan="2"><p>青溪镇</p></td><td><p data-align="right">12</p></td><td><p>3600.50</p></td></tr><tr><td><p>8</p></td><td><p>2400.00</p></td></tr>',
        '<tr><td><p>合计</p></td><td><p>20</p></td><td><p>6000.50</p></td></tr></tbody></table>',
      ].join(''),
    );
    expect(describeDropped(dropped)).toEqual(['去掉了1处看不见的文字。']);
  });

  it('reads the WeChat editor: sections become paragraphs, typed marks a list, pictures are told', () => {
    const { html, dropped } = cleanPastedMarkup(weChatArticle);
    expect(html).toBe(
      '<p data-align="center"><strong>一图读懂</strong></p><p>办理社会救助，记住三点：</p>' +
        '<ul><li><p>带身份证</p></li><li><p>带户口簿</p></li></ul><p>咨询电话：0555-1234567</p>',
    );
    expect(describeDropped(dropped)).toEqual([
      '去掉了1处脚本、表单或嵌入的内容。',
      '2张图片没有带进来，请单独上传。',
    ]);
  });

  it('reads old sites: layout tables, font tags, breaks for paragraphs, a data table inside', () => {
    expect(paste(oldSitePage)).toBe(
      [
        '<p data-align="center"><strong>望澜县人民政府办公室文件</strong></p>',
        '<p>各单位：</p><p>现将有关事项通知如下。</p><p>一、抓紧落实<br>二、及时上报</p>',
        '<table><tbody><tr><td><p>单位</p></td><td><p>时限</p></td></tr><tr><td><p>财政局</p></td><td><p>5日</p></td></tr></tbody></table>',
        '<p data-align="right">2009年3月2日</p>',
      ].join(''),
    );
  });

  it('keeps what is pasted within the house as it is', () => {
    const own = `<h3>乙</h3><p>甲<em>丙</em></p><ol start="2"><li><p>丁</p></li></ol><figure><img data-file="${givenFileId}" alt="图"></figure>`;
    expect(paste(own)).toBe(own);
  });

  it('gives pictures inside the markup a place and their bytes', () => {
    const { html, pictures } = cleanPastedMarkup(
      '<p>甲<img alt="image001.png" src="data:image/png;base64,iVBO\nRw0K"></p><p><img src="data:image/svg+xml;base64,AAAA"></p>',
    );
    const [picture] = pictures;
    expect(pictures).toHaveLength(1);
    expect(picture).toMatchObject({ mediaType: 'image/png', base64: 'iVBORw0K' });
    expect(html).toBe(`<p>甲</p><figure><img data-file="${picture?.placeholder}" alt=""></figure>`);
    expect(isPicturePlaceholder(picture?.placeholder ?? '')).toBe(true);
    expect(isPicturePlaceholder(givenFileId)).toBe(false);
    expect(paste(html)).toBe('<p>甲</p>');
  });
});

describe('typed structure', () => {
  it.each([
    ['1．甲\n2．乙', '<ol><li><p>甲</p></li><li><p>乙</p></li></ol>'],
    ['1.甲\n说明\n2.乙', '<p>1.甲</p><p>说明</p><p>2.乙</p>'],
    ['1.5万元\n2.5万元', '<p>1.5万元</p><p>2.5万元</p>'],
    ['· 甲\n· 乙', '<ul><li><p>甲</p></li><li><p>乙</p></li></ul>'],
    ['一、甲\n二、乙', '<p>一、甲</p><p>二、乙</p>'],
    ['2026年\n\n　　甲 ', '<p>2026年</p><p>甲</p>'],
    [
      '名\t数\n甲\t1',
      '<table><tbody><tr><td><p>名</p></td><td><p>数</p></td></tr><tr><td><p>甲</p></td><td><p>1</p></td></tr></tbody></table>',
    ],
    ['甲\t乙', '<p>甲</p><p>乙</p>'],
  ])('%j', (text, expected) => {
    expect(cleanPastedText(text).html).toBe(expected);
  });

  it('makes headings of numbers only when asked', () => {
    const text = '一、目标\n（一）范围\n（二）适用于全县。\n第二章 管理\n二、要求各单位做到：';
    expect(cleanPastedText(text).html).not.toContain('<h');
    expect(cleanPastedText(text, { headingsByNumber: true }).html).toBe(
      '<h2>一、目标</h2><h3>（一）范围</h3><p>（二）适用于全县。</p><h2>第二章 管理</h2><p>二、要求各单位做到：</p>',
    );
  });
});

describe('any paste', () => {
  it.each(attacks)('%s', (attack) => {
    for (const around of [attack, `${wordDocument}${attack}`, `<table><tr><td>${attack}</td><td>乙`]) {
      const html = paste(around);
      expect(findOutsideSubset(html)).toEqual([]);
      expect(sanitiseRichText(html).html).toBe(html);
    }
  });

  it('never leaves the subset, and what it gives is canonical', () => {
    const samples = [wordDocument, wpsDocument, excelSheet, weChatArticle, oldSitePage];
    const pieces = samples.flatMap((sample) => sample.split(/(?=<)/u));
    const mixed = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...attacks)), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(mixed, fc.boolean(), (parts, headingsByNumber) => {
        const { html } = cleanPastedMarkup(parts.join(''), { headingsByNumber });
        expect(findOutsideSubset(html)).toEqual([]);
        expect(sanitiseRichText(html)).toEqual({ html, dropped: [] });
      }),
      { numRuns: 600, seed: 5 },
    );
  });
});
