import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import {
  documentGiven,
  givenArchive,
  goldRowsOfChangqing,
  goldRowsOfYinzhou,
  paragraphTexts,
  realPlan,
  realPlansPresent,
  refusalCodeGiven,
  spreadGrid,
  squeezedTaskRows,
  tablesOf,
} from '../given.ts';

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function givenWordFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const related = Object.keys(parts).map(
    (name) => `<Relationship Id="${name}" Type="http://x/relationships/${name}" Target="${name}.xml"/>`,
  );
  const members: Record<string, string> = {
    'word/document.xml': `<w:document ${namespace}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships>${related.join('')}</Relationships>`,
  };
  for (const [name, content] of Object.entries(parts)) members[`word/${name}.xml`] = content;
  return givenArchive(members);
}

const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inner: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inner}</w:p>`;
const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(run(text))}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;

describe('paragraphs of a Word document', () => {
  it('reads headings, centring and bold from styles and from the paragraph', async () => {
    const file = await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              new Paragraph({ text: '望澜县要点', heading: HeadingLevel.HEADING_2, alignment: 'center' }),
              new Paragraph({ children: [new TextRun({ text: '一、总体', bold: true })] }),
              new Paragraph({ children: [new TextRun('公开'), new TextRun({ text: '预算', bold: true })] }),
            ],
          },
        ],
      }),
    );
    const { blocks } = await documentGiven(file, '要点.docx');
    expect(blocks).toMatchObject([
      { text: '望澜县要点', headingLevel: 2, centred: true },
      { text: '一、总体', bold: true },
      { text: '公开预算' },
    ]);
    expect(blocks[2]).not.toHaveProperty('bold');
  });

  it('takes the final text of tracked changes, leaves hidden text out, and says so', async () => {
    const file = givenWordFile(
      paragraph(
        `${run('年底前')}<w:del><w:r><w:delText>公布</w:delText></w:r></w:del><w:ins>${run('公开')}</w:ins>${run('机密', '<w:vanish/>')}`,
      ) +
        paragraph(run('前半'), '<w:rPr><w:del/></w:rPr>') +
        paragraph(run('后半')),
    );
    const document = await documentGiven(file);
    expect(paragraphTexts(document.blocks)).toEqual(['年底前公开', '前半后半']);
    expect(document.notes.map((note) => note.code)).toEqual(['trackedChanges', 'hiddenText']);
  });

  it('keeps results of fields and drops their instructions', async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const file = givenWordFile(
      paragraph(
        `${field('begin')}${run('DATE \\@')}${field('separate')}${run('2030年3月')}${field('end')}${run('印发')}`,
      ),
    );
    expect(paragraphTexts((await documentGiven(file)).blocks)).toEqual(['2030年3月印发']);
  });

  it('reads text boxes once, soft line breaks as line breaks, and content controls', async () => {
    const box = `<w:txbxContent>${paragraph(run('附件2'))}</w:txbxContent>`;
    const file = givenWordFile(
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('上')}<w:r><w:br/></w:r>${run('下')}`,
      ) +
        `<w:sdt><w:sdtContent>${paragraph(run('控件里'))}</w:sdtContent></w:sdt>` +
        `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph(run('单击输入'))}</w:sdtContent></w:sdt>`,
    );
    expect(paragraphTexts((await documentGiven(file)).blocks)).toEqual(['上\n下', '附件2', '控件里']);
  });

  it('draws automatic numbers, restarting deeper levels', async () => {
    const level = (index: number, format: string, pattern: string) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
    const numbering = `<w:numbering ${namespace}><w:abstractNum w:abstractNumId="7">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'decimal', '（%2）')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
    const numbered = (text: string, depth: number) =>
      paragraph(run(text), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="3"/></w:numPr>`);
    const body = ['甲:0', '乙:1', '丙:1', '丁:0', '戊:1'].map((item) => {
      const [text = '', depth] = item.split(':');
      return numbered(text, Number(depth));
    });
    const table = `<w:tbl>${row(`<w:tc>${numbered('', 0)}</w:tc>`, cell('在表内'))}</w:tbl>`;
    const document = await documentGiven(givenWordFile(body.join('') + table, { numbering }));
    expect(document.blocks.map((block) => (block.kind === 'paragraph' ? block.listLabel : ''))).toEqual([
      '一、',
      '（1）',
      '（2）',
      '二、',
      '（1）',
      '',
    ]);
    expect(spreadGrid(tablesOf(document)[0])).toEqual([['三、', '在表内']]);
  });
});

describe('tables of a Word document', () => {
  it('reads spans, merges downwards, header rows and cells of several paragraphs', async () => {
    const file = await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              new Table({
                rows: [
                  new TableRow({
                    tableHeader: true,
                    children: [
                      new TableCell({ columnSpan: 2, children: [new Paragraph('任务')] }),
                      new TableCell({ children: [new Paragraph('单位')] }),
                    ],
                  }),
                  new TableRow({
                    children: [
                      new TableCell({ rowSpan: 2, children: [new Paragraph('公开')] }),
                      new TableCell({ children: [new Paragraph('预算'), new Paragraph('决算')] }),
                      new TableCell({ children: [new Paragraph('县财政局')] }),
                    ],
                  }),
                  new TableRow({
                    children: [
                      new TableCell({ children: [new Paragraph('规划')] }),
                      new TableCell({ children: [new Paragraph('县发改局')] }),
                    ],
                  }),
                ],
              }),
            ],
          },
        ],
      }),
    );
    const [table] = tablesOf(await documentGiven(file));
    expect(spreadGrid(table)).toEqual([
      ['任务', '任务', '单位'],
      ['公开', '预算\n决算', '县财政局'],
      ['公开', '规划', '县发改局'],
    ]);
    expect(table?.rows.map((each) => each.repeatedHeader === true)).toEqual([true, false, false]);
    expect(table?.rows[1]?.cells[0]).toMatchObject({ rowSpan: 2, place: { cell: 'table 1 R2C1' } });
  });

  it('leaves deleted and hidden rows out', async () => {
    const marked = (mark: string) => `<w:tr><w:trPr>${mark}</w:trPr>${cell('不要')}</w:tr>`;
    const document = await documentGiven(
      givenWordFile(
        `<w:tbl>${row(cell('留下'), cell('二'))}${marked('<w:del/>')}${marked('<w:hidden/>')}</w:tbl>`,
      ),
    );
    expect(spreadGrid(tablesOf(document)[0])).toEqual([['留下', '二']]);
    expect(document.notes.map((note) => note.code)).toEqual(['trackedChanges', 'hiddenRows']);
  });

  it('takes a table out of a table that only frames it, and keeps a small one inside its cell', async () => {
    const inner = `<w:tbl>${row(cell('一'), cell('二'))}</w:tbl>`;
    const framed = await documentGiven(givenWordFile(`<w:tbl>${row(`<w:tc>${inner}<w:p/></w:tc>`)}</w:tbl>`));
    expect(spreadGrid(tablesOf(framed)[0])).toEqual([['一', '二']]);
    const outer = row(cell('甲'), cell('乙'), cell('丙'), `<w:tc>${inner}</w:tc>`);
    const kept = await documentGiven(givenWordFile(`<w:tbl>${outer}</w:tbl>`));
    expect(spreadGrid(tablesOf(kept)[0])).toEqual([['甲', '乙', '丙', '一\t二']]);
  });
});

describe('bad Word documents', () => {
  it('refuses broken markup, declared entities and endless nesting as damaged', async () => {
    expect(await refusalCodeGiven(givenArchive({ 'word/document.xml': '<w:document><w:body>' }))).toBe(
      'damaged',
    );
    const bomb = '<!DOCTYPE d [<!ENTITY a "公开">]><w:document><w:body>&a;</w:body></w:document>';
    expect(await refusalCodeGiven(givenArchive({ 'word/document.xml': bomb }))).toBe('damaged');
    expect(await refusalCodeGiven(givenWordFile('<w:sdt>'.repeat(5000) + '</w:sdt>'.repeat(5000)))).toBe(
      'damaged',
    );
  });

  it('refuses a zip bomb while it unpacks', async () => {
    const bomb = givenArchive({ 'word/document.xml': '<a>'.padEnd(8 * 1024 * 1024, ' ') });
    expect(await refusalCodeGiven(bomb)).toBe('archiveBomb');
    const large = givenWordFile(paragraph(run('公开')).repeat(2000));
    expect(await refusalCodeGiven(large, '', { limits: { unpackedSize: 50_000 } })).toBe('archiveBomb');
  });

  it('refuses encrypted members, cut archives and other archives', async () => {
    expect(await refusalCodeGiven(givenArchive({ 'word/document.xml': '<a/>' }, 1))).toBe('encrypted');
    expect(await refusalCodeGiven(givenWordFile(paragraph(run('公开'))).subarray(0, 200))).toBe('damaged');
    expect(await refusalCodeGiven(givenArchive({ 'a.txt': '公开' }))).toBe('unsupported');
  });

  it('refuses a document without text as empty and notes a wrong extension', async () => {
    expect(await refusalCodeGiven(givenWordFile('<w:p/>'))).toBe('empty');
    const document = await documentGiven(givenWordFile(paragraph(run('公开'))), '清单.pdf');
    expect(document.format).toBe('docx');
    expect(document.notes.map((note) => note.code)).toEqual(['wrongExtension']);
  });
});

describe('long Word documents', () => {
  it('reports progress without going back and can be cancelled on the way', async () => {
    const file = givenWordFile(`<w:tbl>${row(cell('公开'), cell('县财政局')).repeat(20_000)}</w:tbl>`);
    const seen: number[] = [];
    const document = await documentGiven(file, '', { onProgress: (fraction) => seen.push(fraction) });
    expect(tablesOf(document)[0]?.rows.length).toBe(20_000);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual([...seen].sort((left, right) => left - right));
    const control = new AbortController();
    const code = refusalCodeGiven(file, '', { signal: control.signal, onProgress: () => control.abort() });
    expect(await code).toBe('cancelled');
  });
});

describe.runIf(realPlansPresent)('the real plans as Word documents', () => {
  it('gives the grid of 长清 exactly', async () => {
    const document = await documentGiven(realPlan('changqing-2022.docx'));
    expect(squeezedTaskRows(tablesOf(document)[0])).toEqual(goldRowsOfChangqing());
  });

  it('gives the grid of 鄞州 exactly', async () => {
    const document = await documentGiven(realPlan('yinzhou-2022.docx'));
    const rows = squeezedTaskRows(tablesOf(document)[0]).map((cells) => cells.slice(1));
    expect(rows).toEqual(goldRowsOfYinzhou());
  });
});
