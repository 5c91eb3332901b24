import { expect, test } from 'vitest';
import { dayOf } from '../day.ts';
import { readSourceIsolated } from '../reading/read-source-isolated.ts';
import { readRichText, sanitiseRichText } from '../rich-text/sanitise.ts';
import { writePaperDocx } from './docx.ts';
import type { OfficialPaper } from './paper.ts';
import { paperOfRichText } from './paper-of-rich-text.ts';
import { writePaperPdf } from './pdf.ts';

const { body } = readRichText(
  sanitiseRichText(
    '<h2>一、检修范围</h2><p>东城片区。<strong>停水</strong>时间见表。</p><table><tr><th>片区</th><th>时间</th></tr><tr><td rowspan="2">东城</td><td>8时</td></tr><tr><td>12时</td></tr></table><ul><li>储水</li></ul>',
  ).html,
);

const paper: OfficialPaper = {
  title: '关于城区供水管道检修的通知',
  issuer: '望澜县人民政府办公室',
  day: dayOf('2026-05-06'),
  blocks: [
    { kind: 'redHead', text: '望澜县人民政府办公室文件' },
    { kind: 'number', text: '望政办发〔2026〕12号', ruled: true },
    { kind: 'title', lines: ['望澜县人民政府办公室', '关于城区供水管道检修的通知'] },
    { kind: 'addressee', text: '各镇人民政府、街道办事处' },
    ...paperOfRichText(body),
    { kind: 'paragraph', text: '#set text(fill: red) *不是标记* $x$ \\ "引号" `代码` //' },
    { kind: 'facts', rows: [['联系人', '供水科']] },
    { kind: 'attachments', titles: ['停水片区名单', '储水须知'] },
    { kind: 'signature', office: '望澜县人民政府办公室', day: dayOf('2026-05-06'), seal: true },
    { kind: 'note', text: '（此件公开发布）' },
  ],
};

async function textOf(bytes: Uint8Array, fileName: string): Promise<string> {
  const read = await readSourceIsolated(bytes, { fileName });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return JSON.stringify(read.document);
}

const words = [
  '望政办发〔2026〕12号',
  '各镇人民政府、街道办事处：',
  '检修范围',
  '东城',
  '停水片区名单',
  '2026年5月6日',
  '（此件公开发布）',
  '#set text(fill: red) *不是标记* $x$',
];

test('a paper says the same in both formats, and nothing in its words is taken for markup', async () => {
  const pdf = await writePaperPdf(paper);
  const docx = await writePaperDocx(paper);
  const bare = (text: string) => text.replaceAll(/[\s\u00a0]/gu, '');
  for (const text of [await textOf(pdf.bytes, 'a.pdf'), await textOf(docx, 'a.docx')]) {
    for (const word of words) expect(bare(text)).toContain(bare(word));
  }
});

test('the same paper is the same bytes in both formats', async () => {
  const pdf = [await writePaperPdf(paper), await writePaperPdf(paper)];
  expect(Buffer.from(pdf[0]?.bytes ?? []).equals(Buffer.from(pdf[1]?.bytes ?? []))).toBe(true);
  const docx = [await writePaperDocx(paper), await writePaperDocx(paper)];
  expect(Buffer.from(docx[0] ?? []).equals(Buffer.from(docx[1] ?? []))).toBe(true);
});

test('a paper of many pages is numbered and its contents name the page of a heading', async () => {
  const long: OfficialPaper = {
    ...paper,
    blocks: [
      { kind: 'contents', title: '目　录' },
      ...Array.from({ length: 40 }, (_, index) => [
        { kind: 'pageBreak' as const },
        { kind: 'heading' as const, level: 1 as const, text: `第${index + 1}项` },
        { kind: 'paragraph' as const, text: '内容。'.repeat(30) },
      ]).flat(),
    ],
  };
  const { bytes, pages } = await writePaperPdf(long);
  expect(pages).toBeGreaterThan(40);
  expect(await textOf(bytes, 'b.pdf')).toMatch(/第40项[\s\S]{0,200}4\d/u);
});
