/** Exported files open elsewhere with the same cells; the workbook is read back by an independent library. */
import ExcelJs from 'exceljs';
import { describe, expect, it } from 'vitest';
import { writeCsv, writeXlsx } from './write-table-file.ts';

const sheet = {
  title: '任务[2026]',
  head: ['序号', '任务', '时限'],
  rows: [
    [1, '优化“一网通办”<平台> & 首页', '2026-03-31'],
    [12, '=HYPERLINK("http://x")', null],
    [3, '两行\n文字,逗号', ''],
  ],
} as const;

describe('an exported table', () => {
  it('is a workbook with numbers as numbers and texts as they were', async () => {
    const book = new ExcelJs.Workbook();
    await book.xlsx.load(writeXlsx(sheet).buffer);
    const [page] = book.worksheets;
    expect(page?.name).toBe('任务2026');
    const cells = [1, 2, 3, 4].map((row) =>
      [1, 2, 3].map((column) => page?.getRow(row).getCell(column).value),
    );
    expect(cells).toEqual([
      ['序号', '任务', '时限'],
      [1, '优化“一网通办”<平台> & 首页', '2026-03-31'],
      [12, '=HYPERLINK("http://x")', null],
      [3, '两行\n文字,逗号', null],
    ]);
  });

  it('drops characters that no workbook can hold', async () => {
    const book = new ExcelJs.Workbook();
    await book.xlsx.load(writeXlsx({ title: 'x', head: ['a'], rows: [['甲\u0000\u000B乙']] }).buffer);
    expect(book.worksheets[0]?.getCell('A2').value).toBe('甲乙');
  });

  it('is CSV that quotes, marks its encoding and runs no formula', () => {
    const bytes = writeCsv(sheet);
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes).split('\r\n')).toEqual([
      '序号,任务,时限',
      '1,优化“一网通办”<平台> & 首页,2026-03-31',
      `12,"'=HYPERLINK(""http://x"")",`,
      '3,"两行\n文字,逗号",',
      '',
    ]);
  });
});
