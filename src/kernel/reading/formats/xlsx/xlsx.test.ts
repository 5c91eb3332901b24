import { Workbook, type Worksheet } from 'exceljs';
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
import { showCellNumber } from './number-code.ts';

async function givenWorkbook(...fills: ((sheet: Worksheet) => void)[]): Promise<Uint8Array> {
  const workbook = new Workbook();
  for (const [index, fill] of fills.entries()) fill(workbook.addWorksheet(`表${index + 1}`));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('sheets as blocks', () => {
  it('reads titles above the table, merges in both directions, rich text and notes below', async () => {
    const file = await givenWorkbook((sheet) => {
      sheet.addRows([
        ['望澜县任务分解表'],
        ['任务', null, '单位', '时限'],
        ['公开', '预算', { richText: [{ text: '县' }, { text: '财政局' }] }, '全年'],
        [null, '决算\n报告', null, '8月底前'],
        ['二、解读'],
        ['解读', '文件', '县府办', '全年'],
        ['注：本表由县府办解释。'],
      ]);
      for (const range of ['A1:D1', 'A2:B2', 'A3:A4', 'C3:C4', 'A5:D5', 'A7:D7']) sheet.mergeCells(range);
    });
    const document = await documentGiven(file, '任务.xlsx');
    expect(paragraphTexts(document.blocks)).toEqual(['望澜县任务分解表', '注：本表由县府办解释。']);
    expect(spreadGrid(tablesOf(document)[0])).toEqual([
      ['任务', '任务', '单位', '时限'],
      ['公开', '预算', '县财政局', '全年'],
      ['公开', '决算\n报告', '县财政局', '8月底前'],
      ['二、解读', '二、解读', '二、解读', '二、解读'],
      ['解读', '文件', '县府办', '全年'],
    ]);
    expect(tablesOf(document)[0]?.rows[1]?.cells[1]?.place).toEqual({ cell: '表1!B3' });
  });

  it('leaves hidden rows, columns and sheets out and says so', async () => {
    const file = await givenWorkbook(
      (sheet) => {
        sheet.addRows([
          ['任务', '内部备注', '单位'],
          ['公开预算', '勿外传', '县财政局'],
          ['草稿', '', '县府办'],
          ['公开决算', '', '县财政局'],
        ]);
        sheet.getColumn(2).hidden = true;
        sheet.getRow(3).hidden = true;
      },
      (sheet) => {
        sheet.addRow(['不要']);
        sheet.state = 'hidden';
      },
    );
    const document = await documentGiven(file);
    expect(spreadGrid(tablesOf(document)[0])).toEqual([
      ['任务', '单位'],
      ['公开预算', '县财政局'],
      ['公开决算', '县财政局'],
    ]);
    expect(document.notes.map((note) => note.code)).toEqual(['hiddenSheets', 'hiddenRows', 'hiddenColumns']);
  });

  it('prints dates as the sheet does and takes the results of formulas', async () => {
    const file = await givenWorkbook((sheet) => {
      sheet.addRow(['时限', '数量']);
      sheet.addRow([new Date(Date.UTC(2031, 5, 30)), { formula: '1+1', result: 2 }]);
      sheet.getCell('A2').numFmt = 'yyyy"年"m"月"d"日前"';
    });
    expect(spreadGrid(tablesOf(await documentGiven(file))[0])[1]).toEqual(['2031年6月30日前', '2']);
  });

  it('drops empty rows and columns around and inside the table and reads several sheets', async () => {
    const fill = (sheet: Worksheet) => {
      sheet.getCell('C5').value = '任务';
      sheet.getCell('F5').value = '单位';
      sheet.getCell('C9').value = '公开';
      sheet.getCell('F9').value = '县府办';
    };
    const document = await documentGiven(await givenWorkbook(fill, fill));
    const grid = [
      ['任务', '单位'],
      ['公开', '县府办'],
    ];
    expect(tablesOf(document).map(spreadGrid)).toEqual([grid, grid]);
  });

  it('refuses a workbook without cells as empty and one without its sheets as damaged', async () => {
    expect(await refusalCodeGiven(await givenWorkbook(() => undefined))).toBe('empty');
    const lost = givenArchive({
      'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/></R>',
    });
    expect(await refusalCodeGiven(lost)).toBe('damaged');
  });

  it('survives a merge over the whole sheet', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>公开</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>';
    const file = givenArchive({
      'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/></R>',
      'xl/worksheets/sheet1.xml': sheet,
    });
    expect(paragraphTexts((await documentGiven(file)).blocks)).toEqual(['公开']);
  });
});

describe('numbers as printed', () => {
  it.each([
    [44742, 'yyyy/m/d', '2022/6/30'],
    [44742, '[$-804]yyyy"年"m"月"d"日";@', '2022年6月30日'],
    [44742, '[DBNum1][$-804]yyyy"年"m"月"d"日"', '二〇二二年六月三十日'],
    [44742.5, 'yyyy-mm-dd hh:mm', '2022-06-30 12:00'],
    [44742, 'm"月底前"', '6月底前'],
    [3, '000', '003'],
    [0.985, '0.0%', '98.5%'],
    [12345.6, '#,##0.00', '12,345.60'],
    [5, '"第"0"项"', '第5项'],
    [0.1 + 0.2, 'General', '0.3'],
    [-2, '0.0', '-2.0'],
    [1, '@', '1'],
  ])('%d with %s is %s', (value, code, shown) => {
    expect(showCellNumber(value, code, false)).toBe(shown);
  });
});

describe.runIf(realPlansPresent)('the real plans as workbooks', () => {
  it('gives the grids exactly', async () => {
    const changqing = await documentGiven(realPlan('changqing-2022.xlsx'));
    expect(squeezedTaskRows(tablesOf(changqing)[0])).toEqual(goldRowsOfChangqing());
    const yinzhou = await documentGiven(realPlan('yinzhou-2022.xlsx'));
    const rows = squeezedTaskRows(tablesOf(yinzhou)[0]).map((cells) => cells.slice(1));
    expect(rows).toEqual(goldRowsOfYinzhou());
  });
});
