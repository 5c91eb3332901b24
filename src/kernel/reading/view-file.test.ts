import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { Workbook } from 'exceljs';
import { describe, expect, it } from 'vitest';
import { findOutsideSubset } from '../rich-text/given.ts';
import { writeRichText } from '../rich-text/write-body.ts';
import { givenPdf } from './formats/given-pdf.ts';
import { viewFile } from './view-file.ts';

async function shown(bytes: Uint8Array, fileName: string) {
  const view = await viewFile({ bytes, fileName });
  if (!view.ok) throw new Error(view.refusal.sentence);
  const html = writeRichText(view.body);
  expect(findOutsideSubset(html)).toEqual([]);
  return { ...view, html };
}

describe('a file as a page', () => {
  it('shows Word with headings and merged cells', async () => {
    const cell = (text: string, columnSpan = 1) =>
      new TableCell({ columnSpan, children: [new Paragraph(text)] });
    const file = new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: '实施办法', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ text: '总则', heading: HeadingLevel.HEADING_2 }),
            new Paragraph('为规范公开工作，制定本办法。'),
            new Table({
              rows: [
                new TableRow({ tableHeader: true, children: [cell('单位'), cell('时限')] }),
                new TableRow({ children: [cell('全县', 2)] }),
                new TableRow({ children: [cell('财政局'), cell('5日')] }),
              ],
            }),
          ],
        },
      ],
    });
    const { html, text, format } = await shown(new Uint8Array(await Packer.toBuffer(file)), '办法.docx');
    expect(format).toBe('docx');
    expect(html).toBe(
      '<h2>实施办法</h2><h3>总则</h3><p>为规范公开工作，制定本办法。</p><table><thead><tr><th scope="col"><p>单位</p></th><th scope="col"><p>时限</p></th></tr></thead>' +
        '<tbody><tr><td colspan="2"><p>全县</p></td></tr><tr><td><p>财政局</p></td><td><p>5日</p></td></tr></tbody></table>',
    );
    expect(text).toContain('为规范公开工作');
  });

  it('shows a workbook sheet by sheet, with heads, and says what it leaves out', async () => {
    const workbook = new Workbook();
    workbook.addWorksheet('收入').addRows([
      ['科目', '金额'],
      ['税收', 1200],
      ['其他', 30],
    ]);
    workbook.addWorksheet('支出').addRows([
      ['科目', '金额'],
      ['教育', 500],
    ]);
    const hidden = workbook.addWorksheet('内部');
    hidden.addRow(['勿外传']);
    hidden.state = 'hidden';
    const view = await shown(new Uint8Array(await workbook.xlsx.writeBuffer()), '预算.xlsx');
    expect(view.html).toContain('<h2>收入</h2><table><thead><tr><th scope="col"><p>科目</p></th>');
    expect(view.html).toContain('<h2>支出</h2>');
    expect(view.html + view.text).not.toContain('勿外传');
    expect(view.notes.join('')).toContain('隐藏');
  });

  it('shows PDF by page and plain text by line', async () => {
    const line = (text: string) => [{ text, x: 80, y: 700 }];
    const pdf = givenPdf([line('first page of the notice'), line('second page of the notice')]);
    const { html } = await shown(pdf, 'a.pdf');
    expect(html).toBe(
      '<h2>第1页</h2><p>first page of the notice</p><h2>第2页</h2><p>second page of the notice</p>',
    );
    const text = await shown(new TextEncoder().encode('通知\n1. 甲\n2. 乙\n'), '通知.txt');
    expect(text.html).toBe('<p>通知</p><ol><li><p>甲</p></li><li><p>乙</p></li></ol>');
  });

  it('says why a file cannot be shown', async () => {
    const view = await viewFile({
      bytes: new TextEncoder().encode('PK\u0003\u0004 not an archive'),
      fileName: '附件.zip',
    });
    expect(view).toMatchObject({ ok: false, refusal: { remedy: expect.any(String) } });
  });

  it('cuts what is too long for a page and says so', async () => {
    const lines = Array.from({ length: 6000 }, (_, index) => `第${index}条公开事项。`).join('\n');
    const view = await shown(new TextEncoder().encode(lines), '长.txt');
    expect(view.body.length).toBe(5000);
    expect(view.notes).toEqual(['文件很长，这里只显示前面的部分，全文请下载原文件。']);
  });
});
