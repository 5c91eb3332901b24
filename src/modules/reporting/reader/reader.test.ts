import { describe, expect, it } from 'vitest';
import { readSource } from '#kernel/reading/read-source.ts';
import type { SourceBlock, SourceDocument } from '#kernel/reading/source.ts';
import { reportLayouts } from '../law/layouts.ts';
import { layoutOfReport } from '../rules/annual-report.ts';
import { checkReport } from '../rules/check-report.ts';
import { type FigureValues, givenCountyYear } from '../testing/given-figures.ts';
import {
  bareTable,
  barTable,
  givenReportPage,
  htmlTable,
  lineTable,
  runTable,
} from '../testing/report-pages.ts';
import { type FigureWriter, type FormTable, formTables, plainWriter } from '../testing/report-tables.ts';
import { readReport } from './read-report.ts';

async function readPage(html: string, fileName = '年报.html') {
  const reading = await readSource(new TextEncoder().encode(html), { fileName });
  if (!reading.ok) throw new Error(reading.refusal.sentence);
  return readReport(reading.document, fileName);
}

async function valuesOfPage(html: string): Promise<FigureValues> {
  const { report } = await readPage(html);
  return Object.fromEntries(
    Object.entries(report.figures).map(([key, { value }]) => [key, value ?? Number.NaN]),
  );
}

const fullWidth: FigureWriter = (value, kind) =>
  plainWriter(value, kind).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const blankZeros: FigureWriter = (value, kind) => (value === 0 ? '' : plainWriter(value, kind));
const dashZeros: FigureWriter = (value, kind) => (value === 0 ? '—' : plainWriter(value, kind));
const slashZeros: FigureWriter = (value, kind) => (value === 0 ? '/' : plainWriter(value, kind));
const withUnits: FigureWriter = (value, kind) => (kind === 'count' ? `${value}件` : plainWriter(value, kind));

const inLayoutTable = (table: FormTable) =>
  `<table><tr><td>导航</td><td>${htmlTable(table)}</td></tr></table>`;

describe('a published report', () => {
  const county = givenCountyYear();
  it.each<[string, string]>([
    ['true tables', givenReportPage(formTables(county))],
    ['full-width digits', givenReportPage(formTables(county, '2021', fullWidth))],
    ['blanks for zero', givenReportPage(formTables(county, '2021', blankZeros))],
    ['dashes for zero', givenReportPage(formTables(county, '2021', dashZeros))],
    ['slashes for zero', givenReportPage(formTables(county, '2021', slashZeros))],
    ['units behind figures', givenReportPage(formTables(county, '2021', withUnits))],
    ['tables inside tables', givenReportPage(formTables(county), {}, inLayoutTable)],
    ['bars between cells', givenReportPage(formTables(county), {}, barTable)],
    ['bars and blanks for zero', givenReportPage(formTables(county, '2021', blankZeros), {}, barTable)],
    ['one cell a line with bars', givenReportPage(formTables(county), {}, lineTable)],
    [
      'one cell a line with bars, blanks',
      givenReportPage(formTables(county, '2021', blankZeros), {}, lineTable),
    ],
    ['one cell a line', givenReportPage(formTables(county), {}, bareTable)],
    ['all in one run', givenReportPage(formTables(county), {}, runTable)],
  ])('reads every cell: %s', async (_, html) => {
    expect(await valuesOfPage(html)).toEqual(county);
    const { report, isReport } = await readPage(html);
    expect(isReport).toBe(true);
    expect(report).toMatchObject({ year: 2025, unit: '望澜县人民政府' });
    expect(layoutOfReport(report)).toBe('2021');
    expect(checkReport(report).map(({ sentence }) => sentence)).toEqual([]);
  });

  it('reads the form of 2019 with its block of procurement', async () => {
    const values = givenCountyYear('2019');
    const html = givenReportPage(formTables(values, '2019'), {
      title: '2019年望澜县人民政府办公室政府信息公开工作年度报告',
    });
    expect(await valuesOfPage(html)).toEqual(values);
    const { report } = await readPage(html);
    expect(report).toMatchObject({ year: 2019, unit: '望澜县人民政府办公室' });
    expect(layoutOfReport(report)).toBe('2019');
    expect(checkReport(report).map(({ sentence }) => sentence)).toEqual([]);
  });
});

/** The document with the figures of other tables in its own cells: the page is parsed once for all damages. */
function sourceOfTables(source: SourceDocument, tables: readonly FormTable[]): SourceDocument {
  let at = 0;
  const blocks = source.blocks.map((block): SourceBlock => {
    if (block.kind !== 'table') return block;
    const form = tables[at++];
    return {
      ...block,
      rows: block.rows.map((row, down) => ({
        ...row,
        cells: row.cells.map((cell, across) => ({
          ...cell,
          text: form?.rows[down]?.[across]?.text ?? cell.text,
        })),
      })),
    };
  });
  return { ...source, blocks };
}

describe('a damaged report', () => {
  it('shows every single figure of tables 3 and 4 that was changed by one', async () => {
    const county = givenCountyYear();
    const cells = reportLayouts['2021'].cells.filter(({ table }) => table !== 'proactive');
    const html = givenReportPage(formTables(county));
    const reading = await readSource(new TextEncoder().encode(html), { fileName: '年报.html' });
    if (!reading.ok) throw new Error(reading.refusal.sentence);
    const damage = (key: string) => {
      const tables = formTables({ ...county, [key]: (county[key] ?? 0) + 1 });
      return readReport(sourceOfTables(reading.document, tables), '年报.html').report;
    };
    const silent = cells.filter(({ key }) => {
      const findings = checkReport(damage(key));
      return !findings.some((finding) => finding.cells.includes(key));
    });
    expect(cells).toHaveLength(190);
    expect(silent).toEqual([]);
  });

  it('says which rows and tables it did not find', async () => {
    const [proactive, requests] = formTables(givenCountyYear());
    if (proactive === undefined || requests === undefined) throw new Error('no tables');
    const torn = {
      ...requests,
      rows: requests.rows.filter((row) => !row.some(({ text }) => text === '（七）总计')),
    };
    const { report } = await readPage(givenReportPage([proactive, torn]));
    expect(checkReport(report).map(({ identity, sentence }) => [identity, sentence])).toEqual([
      ['reading', '表3没有找到“三、本年度办理结果（七）总计”这一行。'],
      [
        'reading',
        '没有找到表4“政府信息公开行政复议、行政诉讼情况”；表格如果是图片，请换成可以选中文字的文件。',
      ],
    ]);
  });

  it('names a cell that holds no number and takes it for none', async () => {
    const html = givenReportPage(formTables(givenCountyYear()))
      .replace('>11398<', '>约1.1万<')
      .replace('>40<', '>4O<');
    const { report } = await readPage(html);
    expect(checkReport(report).map(({ sentence }) => sentence)).toEqual([
      '表2“行政许可”行“本年处理决定数量”列没有读出来“约1.1万”：不是单独一个数。',
      '表3“一、本年新收政府信息公开申请数量”行“自然人”列没有读出来“4O”：不是单独一个数。',
    ]);
    expect(report.figures['requests.received.naturalPerson']).toMatchObject({
      state: 'unreadable',
      value: null,
      place: { cell: '文件第2个表第4行第4列' },
    });
  });

  it('calls the old form in a later year by its name', async () => {
    const html = givenReportPage(formTables(givenCountyYear('2019'), '2019'), {
      title: '望澜县民政局2022年政府信息公开工作年度报告',
    });
    const { report } = await readPage(html);
    expect(checkReport(report).map(({ identity }) => identity)).toEqual(['layout', 'layout']);
  });

  it('finds the totals that were left empty', async () => {
    const county = givenCountyYear();
    const html = givenReportPage(formTables(county)).replace('>26<', '>&nbsp;<');
    const { report } = await readPage(html);
    expect(checkReport(report).map(({ identity, row, column }) => [identity, row, column])).toEqual([
      ['I3', 'granted', 'total'],
    ]);
  });

  it('knows the year by the period of the figures, the names of the page, or the text', async () => {
    const tables = formTables(givenCountyYear());
    const listed = givenReportPage(tables, {
      title: '望澜县民政局政府信息公开工作年度报告',
      sections: {
        1: ['2023年政府信息公开工作年度报告', '本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。'],
      },
    });
    expect((await readPage(listed)).report).toMatchObject({ year: 2024, unit: '望澜县民政局' });
    const bare = givenReportPage(tables, { title: '年度工作' });
    expect((await readPage(bare, '望澜县民政局2022年政府信息公开工作年度报告.html')).report).toMatchObject({
      year: 2022,
      unit: '望澜县民政局',
    });
    const told = givenReportPage(tables, { title: '年报', sections: { 1: ['2023年，我局公开信息150条。'] } });
    expect((await readPage(told, 'a.html')).report.year).toBe(2023);
  });

  it('reads the sections and compares their numbers with the tables', async () => {
    const html = givenReportPage(formTables(givenCountyYear()), {
      sections: {
        1: ['（二）依申请公开。全年共收到政府信息公开申请50件，上年结转4件，引发行政复议7件、行政诉讼5件。'],
        6: ['本年度没有收取信息处理费。'],
      },
    });
    const { report } = await readPage(html);
    expect(report.sections.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(checkReport(report)).toMatchObject([
      { identity: 'I7', quotation: '收到政府信息公开申请50件', place: { line: expect.any(Number) } },
    ]);
  });
});
