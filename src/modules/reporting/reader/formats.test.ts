/** The same report saved as a page, a Word file and a workbook reads the same, whole and damaged. */
import { describe, expect, it } from 'vitest';
import { readSource } from '#kernel/reading/read-source.ts';
import { checkReport } from '../rules/check-report.ts';
import { givenCountyYear } from '../testing/given-figures.ts';
import { givenReportDocument, givenReportWorkbook } from '../testing/report-files.ts';
import { givenReportPage } from '../testing/report-pages.ts';
import { type FigureWriter, formTables, plainWriter } from '../testing/report-tables.ts';
import { readReport } from './read-report.ts';

const blankZeros: FigureWriter = (value, kind) => (value === 0 ? '' : plainWriter(value, kind));

async function reportOfBytes(bytes: Uint8Array, fileName: string) {
  const reading = await readSource(bytes, { fileName });
  if (!reading.ok) throw new Error(reading.refusal.sentence);
  return readReport(reading.document, fileName).report;
}

async function inAllFormats(tables: ReturnType<typeof formTables>) {
  const page = new TextEncoder().encode(givenReportPage(tables));
  return [
    await reportOfBytes(page, 'a.html'),
    await reportOfBytes(await givenReportDocument(tables), 'a.docx'),
    await reportOfBytes(await givenReportWorkbook(tables), 'a.xlsx'),
  ];
}

describe('the format of the file', () => {
  it.each([
    ['2021', plainWriter],
    ['2021', blankZeros],
    ['2019', plainWriter],
    ['2019', blankZeros],
  ] as const)('changes no figure: form of %s', async (layout, write) => {
    const values = givenCountyYear(layout);
    for (const report of await inAllFormats(formTables(values, layout, write))) {
      const read = Object.entries(report.figures).map(([key, { value }]) => [key, value]);
      expect(Object.fromEntries(read)).toEqual(values);
      expect(report.year).toBe(2025);
    }
  });

  it('changes no finding', async () => {
    const damaged = {
      ...givenCountyYear(),
      'requests.partial.legalService': 4,
      'disputes.lawsuitAfterReview.total': 2,
    };
    const [page, ...others] = (await inAllFormats(formTables(damaged, '2021', blankZeros))).map((report) =>
      checkReport(report).map(({ sentence }) => sentence),
    );
    expect(page).toHaveLength(3);
    for (const findings of others) expect(findings).toEqual(page);
  });

  it('keeps the place of every figure', async () => {
    const tables = formTables({ ...givenCountyYear(), 'requests.granted.total': 27 });
    const places = (await inAllFormats(tables)).map(
      (report) => checkReport(report).find(({ identity }) => identity === 'I3')?.place.cell,
    );
    expect(places).toEqual(['文件第2个表第6行第10列', '文件第2个表第6行第10列', '工作表“年报”J24']);
  });
});
