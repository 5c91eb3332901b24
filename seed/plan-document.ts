/**
 * Builds the demonstration plan as a Word document in the customary form of an issued plan: cover notice, the table of
 * tasks in landscape with merged cells, the annex of members. The same data gives the same bytes.
 */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import type { SeedPlan } from './plan-2026/seed-plan.ts';
import { planTable } from './plan-table.ts';
import { withFixedZipTimes } from './zip-times.ts';

const song = '方正小标宋简体';
const fangsong = '仿宋_GB2312';
const hei = '黑体';
const figures = 'Times New Roman';

/** Half-points: 二号, 小二, 三号. */
const sizeTitle = 44;
const sizeLongTitle = 36;
const sizeBody = 32;
/** Twips: 1 cm is 567. */
const a4 = { width: 11906, height: 16838 };

function fontOf(eastAsia: string) {
  return { eastAsia, ascii: figures, hAnsi: figures, cs: figures };
}

function line(
  text: string,
  options: IParagraphOptions & { readonly font?: string; readonly size?: number } = {},
) {
  const { font = fangsong, size = sizeBody, ...paragraph } = options;
  return new Paragraph({
    spacing: { line: 560, lineRule: LineRuleType.EXACT },
    ...paragraph,
    children: [new TextRun({ text, font: fontOf(font), size })],
  });
}

const indented = { indent: { firstLine: 640 } };
const centred = { alignment: AlignmentType.CENTER };

/** 2026-03-20 as documents print it. */
function printedDay(day: string): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return `${year}年${month}月${dayOfMonth}日`;
}

/** A long title is broken around the name of what is issued, so that no line ends inside it. */
function noticeTitleLines(title: string): readonly string[] {
  return title.split(/(?=《)|(?<=》)/);
}

function coverNotice(plan: SeedPlan): Paragraph[] {
  const red = 'C00000';
  return [
    new Paragraph({
      ...centred,
      spacing: { before: 0, after: 240 },
      children: [new TextRun({ text: `${plan.issuer}文件`, font: fontOf(song), size: 64, color: red })],
    }),
    line(plan.docNumber, {
      ...centred,
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 6 } },
    }),
    new Paragraph({
      ...centred,
      spacing: { before: 400, after: 300, line: 600, lineRule: LineRuleType.EXACT },
      children: noticeTitleLines(plan.noticeTitle).map(
        (text, index) =>
          new TextRun({ text, font: fontOf(song), size: sizeLongTitle, ...(index > 0 && { break: 1 }) }),
      ),
    }),
    line(plan.addressees),
    ...plan.noticeParagraphs.map((text) => line(text, indented)),
    line(`附件：1. ${plan.title}`, {
      ...indented,
      spacing: { before: 280, line: 560, lineRule: LineRuleType.EXACT },
    }),
    line(`2. ${plan.memberList.title}`, { indent: { left: 1600 } }),
    line(plan.issuer, {
      alignment: AlignmentType.RIGHT,
      indent: { right: 640 },
      spacing: { before: 420, line: 560, lineRule: LineRuleType.EXACT },
    }),
    line(printedDay(plan.issuedOn), { alignment: AlignmentType.RIGHT, indent: { right: 1280 } }),
    line('（此件公开发布）', indented),
  ];
}

function annexHead(number: number, title: string): Paragraph[] {
  return [
    line(`附件${number}`, { font: hei }),
    line(title, {
      ...centred,
      font: song,
      size: sizeTitle,
      spacing: { before: 200, after: 300, line: 620, lineRule: LineRuleType.EXACT },
    }),
  ];
}

function pageFooter(): Footer {
  const run = (part: string) => new TextRun({ children: [part], font: fontOf('宋体'), size: 28 });
  return new Footer({
    children: [new Paragraph({ ...centred, children: [run('— '), run(PageNumber.CURRENT), run(' —')] })],
  });
}

function coreProperties(plan: SeedPlan): string {
  const written = `${plan.issuedOn}T00:00:00Z`;
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${written}</dcterms:${name}>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${plan.title}</dc:title><dc:creator>${plan.issuer}</dc:creator>` +
    `<cp:lastModifiedBy>${plan.issuer}</cp:lastModifiedBy><cp:revision>1</cp:revision>` +
    `${stamp('created')}${stamp('modified')}</cp:coreProperties>`
  );
}

/** The document's bytes; equal for equal data on every machine and at every time. */
export async function buildPlanDocument(plan: SeedPlan): Promise<Uint8Array> {
  const margin = { top: 2098, bottom: 1984, left: 1587, right: 1474 };
  const narrow = { top: 1134, bottom: 1134, left: 1134, right: 1134 };
  const portrait = { size: { ...a4, orientation: PageOrientation.PORTRAIT }, margin };
  const landscape = { size: { ...a4, orientation: PageOrientation.LANDSCAPE }, margin: narrow };
  const footers = { default: pageFooter() };
  const document = new Document({
    creator: plan.issuer,
    title: plan.title,
    sections: [
      { properties: { page: portrait }, footers, children: coverNotice(plan) },
      {
        properties: { page: landscape },
        footers,
        children: [...annexHead(1, plan.title), planTable(plan)],
      },
      {
        properties: { page: portrait },
        footers,
        children: [
          ...annexHead(2, plan.memberList.title),
          line(`${plan.memberList.phrase}（${plan.memberList.members.length}个）：`, indented),
          line(`${plan.memberList.members.join('、')}。`, indented),
        ],
      },
    ],
  });
  const bytes = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(plan) },
  ]);
  return withFixedZipTimes(bytes);
}
