import { describe, expect, it } from 'vitest';
import {
  documentGiven,
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
import { type GivenInk, givenGrid, givenPdf } from '../given-pdf.ts';

const at = (x: number, y: number, text: string, size = 10): GivenInk => ({ x, y, text, size });
const line = (x1: number, y1: number, x2: number, y2: number): GivenInk => ({ from: [x1, y1], to: [x2, y2] });

describe('running text of a PDF', () => {
  it('joins full lines, parts at indents and short lines, and knows a centred title', async () => {
    const document = await documentGiven(
      givenPdf([
        [
          at(200, 60, '望澜县政务公开工作要点', 18),
          at(70, 100, '为进一步做好全县政务公开工作，现就有关事项提出如下要点，请各乡镇、各部'),
          at(50, 115, '门认真抓好落实，并于年底前报送情况。'),
          at(70, 130, '一、公开预算'),
          at(70, 145, '县财政局应当公开年度预算。'),
        ],
      ]),
      '要点.pdf',
    );
    expect(paragraphTexts(document.blocks)).toEqual([
      '望澜县政务公开工作要点',
      '为进一步做好全县政务公开工作，现就有关事项提出如下要点，请各乡镇、各部门认真抓好落实，并于年底前报送情况。',
      '一、公开预算',
      '县财政局应当公开年度预算。',
    ]);
    expect(document.blocks[0]).toMatchObject({ centred: true, place: { page: 1 } });
  });

  it('parts the next number of a list from a line that happens to be full', async () => {
    const full = '牵头单位：县政府办公室；责任单位：县司法局、县级各部门；完成时限：六月底前建成并长期坚持';
    const document = await documentGiven(
      givenPdf([
        [
          at(50, 100, '3.建设政策文件库，对现行有效的文件集中归类展示，标注有效状态，并按月更新目录。'),
          at(50, 115, full),
          at(50, 130, '4.开展政策进企业活动。'),
          at(50, 145, '责任单位：县商务局'),
        ],
      ]),
    );
    expect(paragraphTexts(document.blocks).slice(1)).toEqual([
      full,
      '4.开展政策进企业活动。',
      '责任单位：县商务局',
    ]);
  });

  it('drops running headers and page numbers and joins a paragraph over the page break', async () => {
    const page = (number: number, ...inks: GivenInk[]) => [
      at(220, 30, '望澜县文件汇编'),
      ...inks,
      at(290, 775, `— ${number} —`),
    ];
    const long = '各部门要加强组织领导明确责任分工细化工作措施确保各项任务按时完成并及时报送进展情况同时做好';
    const document = await documentGiven(
      givenPdf([
        page(1, at(50, 100, '第一段结束。'), at(70, 115, long)),
        page(2, at(50, 100, '宣传工作。'), at(70, 115, '第三段。')),
      ]),
    );
    expect(paragraphTexts(document.blocks)).toEqual(['第一段结束。', `${long}宣传工作。`, '第三段。']);
  });

  it('reads a page that is turned, and text set sideways', async () => {
    const inks = [at(60, 100, '公开预算'), at(60, 130, '公开决算')];
    const turned = await documentGiven(givenPdf([inks], { rotate: 180 }));
    expect(paragraphTexts(turned.blocks)).toEqual(['公开预算', '公开决算']);
    const sideways = await documentGiven(givenPdf([inks], { rotate: 90 }));
    expect(paragraphTexts(sideways.blocks)).toEqual(['公开预算', '公开决算']);
  });
});

describe('drawn tables of a PDF', () => {
  const xs = [50, 150, 350, 500];

  it('reads cells, merges in both directions and wrapped lines', async () => {
    const grid: GivenInk[] = [
      ...[100, 120, 180].map((y) => line(50, y, 500, y)),
      line(150, 150, 500, 150),
      ...[50, 350, 500].map((x) => line(x, 100, x, 180)),
      line(150, 120, 150, 180),
    ];
    const document = await documentGiven(
      givenPdf([
        [
          ...grid,
          at(160, 114, '任务'),
          at(400, 114, '单位'),
          at(55, 154, '预算公开'),
          at(155, 134, '公开部门预算和政府预算全文并做好解读工'),
          at(155, 146, '作'),
          at(355, 134, '县财政局'),
          at(355, 146, '县审计局'),
          at(155, 164, '公开决算'),
          at(355, 164, '县财政局'),
        ],
      ]),
    );
    expect(spreadGrid(tablesOf(document)[0])).toEqual([
      ['任务', '任务', '单位'],
      ['预算公开', '公开部门预算和政府预算全文并做好解读工作', '县财政局\n县审计局'],
      ['预算公开', '公开决算', '县财政局'],
    ]);
  });

  it('joins a table over pages: repeated headings dropped, a cut row made whole, a merged cell continued', async () => {
    const heading = [at(80, 114, '事项'), at(230, 114, '任务'), at(400, 114, '单位')];
    const first = [
      ...heading,
      ...givenGrid(xs, [100, 120, 150]),
      at(55, 134, '预算'),
      at(155, 134, '公开部门预算和政府预算全文并做好解读工'),
      at(355, 134, '县财政局'),
    ];
    const second = [
      ...heading,
      ...givenGrid(xs, [100, 120, 140, 160]),
      at(155, 134, '作'),
      at(55, 154, '决算'),
      at(155, 154, '公开决算。'),
      at(355, 154, '县财政局'),
    ];
    const tables = tablesOf(await documentGiven(givenPdf([first, second])));
    expect(tables.map(spreadGrid)).toEqual([
      [
        ['事项', '任务', '单位'],
        ['预算', '公开部门预算和政府预算全文并做好解读工作', '县财政局'],
        ['决算', '公开决算。', '县财政局'],
      ],
    ]);
    expect(tables[0]?.rows[2]?.place.page).toBe(2);
  });

  it('reads a table whose outer sides are not drawn', async () => {
    const open = [
      ...[100, 120, 140].map((y) => line(50, y, 500, y)),
      line(150, 100, 150, 140),
      line(350, 100, 350, 140),
    ];
    const document = await documentGiven(
      givenPdf([
        [
          ...open,
          at(60, 114, '事项'),
          at(160, 114, '任务'),
          at(360, 114, '单位'),
          at(60, 134, '甲'),
          at(160, 134, '乙'),
          at(360, 134, '丙'),
        ],
      ]),
    );
    expect(spreadGrid(tablesOf(document)[0])).toEqual([
      ['事项', '任务', '单位'],
      ['甲', '乙', '丙'],
    ]);
  });
});

describe('aligned tables of a PDF', () => {
  it('finds columns and rows from where the text stands', async () => {
    const document = await documentGiven(
      givenPdf([
        [
          at(180, 60, '任务分解表', 16),
          at(55, 100, '序号'),
          at(160, 100, '任务'),
          at(400, 100, '单位'),
          at(55, 120, '1'),
          at(100, 120, '公开部门预算和政府预算全文，做好解读工作，'),
          at(100, 134, '回应社会关切。'),
          at(400, 120, '县财政局'),
          at(55, 154, '2'),
          at(100, 154, '公开决算。'),
          at(400, 154, '县审计局'),
          at(55, 174, '二、推进政策解读工作全面覆盖所有部门和乡镇以及重点领域'),
          at(55, 194, '3'),
          at(100, 194, '解读文件。'),
          at(400, 194, '县府办'),
        ],
      ]),
    );
    expect(paragraphTexts(document.blocks)).toEqual(['任务分解表']);
    const heading = '二、推进政策解读工作全面覆盖所有部门和乡镇以及重点领域';
    expect(spreadGrid(tablesOf(document)[0])).toEqual([
      ['序号', '任务', '单位'],
      ['1', '公开部门预算和政府预算全文，做好解读工作，回应社会关切。', '县财政局'],
      ['2', '公开决算。', '县审计局'],
      [heading, heading, heading],
      ['3', '解读文件。', '县府办'],
    ]);
  });
});

describe('bad PDF files', () => {
  it('refuses pictures without text, empty pages, passwords and broken files', async () => {
    expect(await refusalCodeGiven(givenPdf([], { picture: true }))).toBe('imageOnly');
    expect(await refusalCodeGiven(givenPdf([[at(10, 10, '公开')]], { encrypted: true }))).toBe('encrypted');
    expect(await refusalCodeGiven(Buffer.from('%PDF-1.7\nnothing of it'))).toBe('damaged');
    expect(await refusalCodeGiven(givenPdf([[at(10, 10, '公开')], []]), '', { limits: { pages: 1 } })).toBe(
      'tooLarge',
    );
  });

  it('notes pages without text among others', async () => {
    const document = await documentGiven(givenPdf([[at(60, 100, '公开预算')]], { picture: true }));
    expect(document.notes).toMatchObject([{ code: 'pagesWithoutText', place: { page: 2 } }]);
  });
});

describe.runIf(realPlansPresent)('the real plans as PDF files', () => {
  it('gives the grid of 长清 exactly', async () => {
    const document = await documentGiven(realPlan('changqing-2022.pdf'));
    expect(paragraphTexts(document.blocks)[0]).toBe('附件');
    expect(squeezedTaskRows(tablesOf(document)[0])).toEqual(goldRowsOfChangqing());
  });

  it('gives the grid of 鄞州 exactly', async () => {
    const document = await documentGiven(realPlan('yinzhou-2022.pdf'));
    const rows = squeezedTaskRows(tablesOf(document)[0]).map((cells) => cells.slice(1));
    expect(rows).toEqual(goldRowsOfYinzhou());
  });
});
