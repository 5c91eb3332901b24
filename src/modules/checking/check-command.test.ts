import { Document, Packer, Paragraph } from 'docx';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CommandInput } from '#kernel/cli/command-line.ts';
import { givenPdf } from '#kernel/reading/formats/given-pdf.ts';
import { testCommandInput } from '#kernel/testing/command-input.ts';
import { checkTextCommand } from './check-command.ts';
import { givenWordFileWithRemains } from './testing/given-files.ts';

const idNumber = '11010519491231002X';
const lines = ['望澜县民政局公告', `联系人张三，身份证号${idNumber}。`, '特此公告。'];

const printed = z.array(
  z.object({
    file: z.string(),
    class: z.string(),
    severity: z.enum(['block', 'confirm', 'hint']),
    start: z.number(),
    end: z.number(),
    text: z.string(),
    reason: z.string().min(1),
    suggestion: z.string().nullable(),
    code: z.string(),
    place: z.record(z.string(), z.unknown()),
    part: z.string().optional(),
  }),
);

async function checked(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: CommandInput['options'] = {},
) {
  const input = testCommandInput({ operands: Object.keys(files), files, options });
  const output = await checkTextCommand.run(input);
  return { ...output, findings: printed.parse(output.data) };
}

async function filesOfAllFormats(): Promise<Record<string, string | Uint8Array>> {
  const workbook = new ExcelJS.Workbook();
  for (const [index, line] of lines.entries()) {
    if (index === 0) workbook.addWorksheet('Sheet1');
    workbook.worksheets[0]?.addRow([line]);
  }
  const word = new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] });
  return {
    'a.txt': lines.join('\n'),
    'a.docx': new Uint8Array(await Packer.toBuffer(word)),
    'a.xlsx': new Uint8Array(await workbook.xlsx.writeBuffer()),
    'a.pdf': givenPdf([lines.map((text, index) => ({ text, x: 60, y: 80 + index * 30 }))]),
    'a.html': `<!doctype html><body>${lines.map((line) => `<p>${line}</p>`).join('')}</body>`,
  };
}

describe('gongkai check text', () => {
  it('finds nothing in a clean text and ends with 0', async () => {
    const output = await checked({ 'a.txt': '望澜县今天公开了一批信息。\n' });
    expect(output).toMatchObject({ exitCode: 0, data: [], text: 'a.txt：没有发现问题' });
  });

  it('says the same of the same text in every format, with offsets into the text and exit code 2', async () => {
    const files = await filesOfAllFormats();
    const { findings, exitCode } = await checked(files, { class: '个人信息' });
    expect(exitCode).toBe(2);
    for (const file of Object.keys(files)) {
      const own = findings.filter((finding) => finding.file === file);
      expect(
        own.map(({ severity, text }) => [severity, text]),
        file,
      ).toEqual([['block', idNumber]]);
    }
    const inText = findings.find((finding) => finding.file === 'a.txt');
    expect(lines.join('\n').slice(inText?.start, inText?.end)).toBe(idNumber);
    const places = findings.map((finding) => finding.place);
    expect(places).toEqual([
      { line: 2 },
      { paragraph: 2 },
      { sheet: 'Sheet1', cell: 'A2' },
      { page: 1 },
      expect.objectContaining({ line: 1 }),
    ]);
  });

  it('says what stays in a file beside its text', async () => {
    const { findings, text } = await checked(
      { '定稿.docx': await givenWordFileWithRemains() },
      { class: 'remains' },
    );
    const codes = findings.map((finding) => finding.code);
    expect(codes).toEqual(
      expect.arrayContaining([
        'remains.trackedChanges',
        'remains.comments',
        'remains.hiddenText',
        'remains.propertyTitle',
      ]),
    );
    expect(text).toContain('【不得发布】文稿遗留  第2段  批注  “此处请再核实”');
  });

  it('looks at the name of a plain text too, without moving its offsets', async () => {
    const { findings } = await checked({ '名单（机密）.txt': '好。' }, { class: 'secretMark' });
    expect(findings).toMatchObject([{ start: 2, end: 2, text: '机密', severity: 'block', part: 'fileName' }]);
  });

  it('looks for the attachments among the files given together', async () => {
    const notice = '关于公布名单的通知\n\n现将名单予以公布。\n\n附件：1. 补贴名单\n      2. 发放标准\n';
    const files = { '通知.txt': notice, '补贴名单.txt': '无。' };
    const alone = await checked(files, { class: 'attachment' });
    expect(alone.findings.map(({ code }) => code)).toEqual(['attachment.unseen']);
    const { findings } = await checked(files, { class: 'attachment', together: true });
    expect(findings.map(({ file, severity, text }) => [file, severity, text])).toEqual([
      ['通知.txt', 'confirm', '2. 发放标准'],
    ]);
  });

  it('never passes a file it could not read', async () => {
    const { findings, exitCode } = await checked({
      'a.docx': Buffer.from('PK\u0003\u0004'),
      'b.txt': '好。',
    });
    expect(exitCode).toBe(2);
    expect(findings).toMatchObject([{ file: 'a.docx', class: 'unreadable', severity: 'block' }]);
  });

  it('shows only findings of the wanted severity', async () => {
    const file = { '定稿.docx': await givenWordFileWithRemains() };
    const { findings } = await checked(file, { severity: 'block' });
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['block']));
  });

  it.each([
    ['a day that is none', { day: '2026-02-30' }],
    ['an unknown class', { class: 'typos' }],
    ['an unknown severity', { severity: 'grave' }],
  ])('refuses %s as wrong use', async (_what, options) => {
    await expect(checked({ 'a.txt': '好' }, options)).rejects.toMatchObject({ code: 'cli.badUse' });
  });
});
