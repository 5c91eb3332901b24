import { describe, expect, it } from 'vitest';
import { readSource } from '#kernel/reading/read-source.ts';
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
