import { describe, expect, it } from 'vitest';
import { documentGiven, paragraphTexts, refusalCodeGiven, spreadGrid, tablesOf } from '../given.ts';

const page = (body: string) => new TextEncoder().encode(`<!DOCTYPE html><html><body>${body}</body></html>`);
const read = (body: string) => documentGiven(page(body), '要点.html');

describe('paragraphs of a page', () => {
  it('reads headings, centring, bold and lists', async () => {
    const { blocks } = await read(
      '<h2 align="center">望澜县要点</h2><p style="text-align: center"><strong>附件</strong></p><ol start="3"><li>公开预算</li><li>公开决算</li></ol>',
    );
    expect(blocks).toMatchObject([
      { text: '望澜县要点', headingLevel: 2, centred: true },
      { text: '附件', centred: true, bold: true },
      { text: '公开预算', listLabel: '3.' },
      { text: '公开决算', listLabel: '4.' },
    ]);
  });

  it('joins lines of the markup, parts lines at line breaks and drops blanks', async () => {
    const { blocks } = await read('<div>县政府\n  办公室&nbsp;2031 年<br>&emsp;第二段<span>续</span></div>');
    expect(paragraphTexts(blocks)).toEqual(['县政府办公室 2031 年', '第二段续']);
  });

  it('leaves scripts, navigation and hidden content out', async () => {
    const document = await read(
      '<nav>首页</nav><ul><li><a href="#">政务公开</a></li></ul><script>x()</script><p style="display:none">草稿</p><p>正文见<a href="#">附件</a>。</p><footer>备案号</footer>',
    );
    expect(paragraphTexts(document.blocks)).toEqual(['正文见附件。']);
    expect(document.notes.map((note) => note.code)).toEqual(['hiddenText']);
  });

  it('leaves text out that is set so that nobody sees it, and keeps white text on a painted ground', async () => {
    const document = await read(
      [
        '<p>正文<span style="color: #fff">白字</span></p>',
        '<p><font color="white">白字二</font>正文二</p>',
        '<p style="background:#C00"><span style="color:#fff">红底白字</span></p>',
        '<p style="background-color:rgb(204,0,0)"><span style="color:#cc0000">红底红字</span>正文三</p>',
        '<p><span style="font-size: 1px">小字</span>正文四<span style="font-size:0.5pt">更小</span></p>',
        '<div class="banner"><span style="color:#fff">由样式表上底色</span></div>',
      ].join(''),
    );
    expect(paragraphTexts(document.blocks)).toEqual([
      '正文',
      '正文二',
      '红底白字',
      '正文三',
      '正文四',
      '由样式表上底色',
    ]);
    expect(document.notes.map((note) => note.code)).toContain('hiddenText');
  });

  it('reads a page in GBK that says so, and text kept in its own lines', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<html><head><meta charset="gb2312"></head><body><pre>'),
      Buffer.from([0xcf, 0xd8, 0x0a, 0xd5, 0xfe]),
      Buffer.from('</pre></body></html>'),
    ]);
    expect(paragraphTexts((await documentGiven(bytes)).blocks)).toEqual(['县', '政']);
  });

  it('recognises a page that calls itself .doc', async () => {
    const document = await documentGiven(page('<p>公开预算</p>'), '要点.doc');
    expect(document.format).toBe('html');
    expect(document.notes.map((note) => note.code)).toEqual(['wrongExtension']);
  });

  it('refuses endless nesting', async () => {
    expect(await refusalCodeGiven(page('<div>'.repeat(3000)))).toBe('damaged');
  });
});

describe('tables of a page', () => {
  it('reads row and column spans, head rows and paragraphs in cells', async () => {
    const document = await read(
      `<table><caption>分解表</caption><thead><tr><th colspan=2>任务</th><th>单位</th></tr></thead>
       <tr><td rowspan=3>公开</td><td><p>预算</p><p>报告</p></td><td rowspan=2>县财政局</td></tr>
       <tr><td>决算</td></tr><tr style="display:none"><td>草稿</td></tr><tr><td>规划</td><td>县发改局</td></tr></table>`,
    );
    expect(paragraphTexts(document.blocks)).toEqual(['分解表']);
    expect(spreadGrid(tablesOf(document)[0])).toEqual([
      ['任务', '任务', '单位'],
      ['公开', '预算\n报告', '县财政局'],
      ['公开', '决算', '县财政局'],
      ['公开', '规划', '县发改局'],
    ]);
    expect(tablesOf(document)[0]?.rows[0]?.repeatedHeader).toBe(true);
  });

  it('keeps spans that reach below or beside the table inside it', async () => {
    const document = await read(
      '<table><tr><td rowspan="900000">公开</td><td rowspan=2>甲</td></tr><tr><td colspan="3">乙</td></tr></table>',
    );
    expect(spreadGrid(tablesOf(document)[0]).map((row) => row.slice(0, 3))).toEqual([
      ['公开', '甲', null],
      ['公开', '甲', '乙'],
    ]);
  });

  it('takes the content out of tables that only lay out the page', async () => {
    const document = await read(
      '<table><tr><td><p>县要点</p><table><tr><td>一</td><td>二</td></tr><tr><td>三</td><td>四</td></tr></table></td></tr></table>',
    );
    expect(paragraphTexts(document.blocks)).toEqual(['县要点']);
    expect(tablesOf(document).map(spreadGrid)).toEqual([
      [
        ['一', '二'],
        ['三', '四'],
      ],
    ]);
  });
});
