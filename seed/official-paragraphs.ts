/** Paragraphs, type and page of an official document (GB/T 9704-2012), shared by the demonstration documents. */
import {
  AlignmentType,
  BorderStyle,
  Footer,
  type IParagraphOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';

export const typefaces = {
  song: '方正小标宋简体',
  fangsong: '仿宋_GB2312',
  hei: '黑体',
  kai: '楷体_GB2312',
} as const;
const figures = 'Times New Roman';

/** Half-points: 二号, 小二, 三号. */
export const sizes = { title: 44, longTitle: 36, body: 32 } as const;
/** Twips: 1 cm is 567. */
export const a4 = { width: 11906, height: 16838 };
export const pageMargin = { top: 2098, bottom: 1984, left: 1587, right: 1474 };

function fontOf(eastAsia: string) {
  return { eastAsia, ascii: figures, hAnsi: figures, cs: figures };
}

/** A paragraph with the fixed line height of official documents. */
export function officialLine(
  text: string,
  options: IParagraphOptions & { readonly font?: string; readonly size?: number } = {},
) {
  const { font = typefaces.fangsong, size = sizes.body, ...paragraph } = options;
  return new Paragraph({
    spacing: { line: 560, lineRule: LineRuleType.EXACT },
    ...paragraph,
    children: [new TextRun({ text, font: fontOf(font), size })],
  });
}

export const indented = { indent: { firstLine: 640 } };
export const centred = { alignment: AlignmentType.CENTER };

/** 2026-03-20 as documents print it. */
function printedDay(day: string): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return `${year}年${month}月${dayOfMonth}日`;
}

/** The red head, the document number over its rule, and the title broken into the given lines. */
export function documentHead(issuer: string, docNumber: string, titleLines: readonly string[]): Paragraph[] {
  const red = 'C00000';
  return [
    new Paragraph({
      ...centred,
      spacing: { before: 0, after: 240 },
      children: [new TextRun({ text: `${issuer}文件`, font: fontOf(typefaces.song), size: 64, color: red })],
    }),
    officialLine(docNumber, {
      ...centred,
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 6 } },
    }),
    new Paragraph({
      ...centred,
      spacing: { before: 400, after: 300, line: 600, lineRule: LineRuleType.EXACT },
      children: titleLines.map(
        (text, index) =>
          new TextRun({
            text,
            font: fontOf(typefaces.song),
            size: sizes.longTitle,
            ...(index > 0 && { break: 1 }),
          }),
      ),
    }),
  ];
}

/** Signature, day and the mark of openness that close a document. */
export function documentEnd(issuer: string, issuedOn: string): Paragraph[] {
  return [
    officialLine(issuer, {
      alignment: AlignmentType.RIGHT,
      indent: { right: 640 },
      spacing: { before: 420, line: 560, lineRule: LineRuleType.EXACT },
    }),
    officialLine(printedDay(issuedOn), { alignment: AlignmentType.RIGHT, indent: { right: 1280 } }),
    officialLine('（此件公开发布）', indented),
  ];
}

export function pageFooter(): Footer {
  const run = (part: string) => new TextRun({ children: [part], font: fontOf('宋体'), size: 28 });
  return new Footer({
    children: [new Paragraph({ ...centred, children: [run('— '), run(PageNumber.CURRENT), run(' —')] })],
  });
}
