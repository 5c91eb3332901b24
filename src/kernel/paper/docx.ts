/** A paper as a Word document with the typefaces official offices have (GB/T 9704-2012): A4, its margins and line grid. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  type Table,
  TableOfContents,
  TextRun,
} from 'docx';
import { longDay } from '../day-words.ts';
import { coreProperties } from './core-properties.ts';
import { officialTable } from './docx-table.ts';
import { type faces, fontOf, lineGrid, sizes, textRuns } from './docx-text.ts';
import type { OfficialPaper, PaperAlign, PaperBlock, PaperPicture } from './paper.ts';
import { withFixedZipTimes } from './zip-times.ts';

/** Twentieths of a point. */
const a4 = { width: 11_906, height: 16_838 };
const margins = { top: 2098, bottom: 1984, left: 1587, right: 1474 };
const landscapeMargins = { top: 1247, bottom: 1247, left: 1134, right: 1134 };
/** Two characters of 16 points. */
const indent = 640;
const red = 'C00000';

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const satisfies Record<PaperAlign, unknown>;

/** Width of the text in points, and how high a picture may be. */
const pictureRoom = { width: 442, height: 560 };

/** Width and height in pixels, from the head of the file; undefined when it is cut short. */
function pictureSize(picture: PaperPicture): { readonly width: number; readonly height: number } | undefined {
  const view = Buffer.from(picture.bytes);
  if (picture.mediaType === 'image/png') {
    return view.length < 24 ? undefined : { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
  }
  for (let at = 2; at + 9 < view.length && view[at] === 0xff; ) {
    const marker = view[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.readUInt16BE(at + 7), height: view.readUInt16BE(at + 5) };
    at += 2 + view.readUInt16BE(at + 2);
  }
  return undefined;
}

function pictureRun(picture: PaperPicture): ParagraphChild {
  const size = pictureSize(picture) ?? { width: 4, height: 3 };
  const wide = Math.min(1, picture.width) * pictureRoom.width;
  const scale = Math.min(wide / size.width, pictureRoom.height / size.height);
  return new ImageRun({
    type: picture.mediaType === 'image/png' ? 'png' : 'jpg',
    data: Buffer.from(picture.bytes),
    transformation: { width: Math.round(size.width * scale), height: Math.round(size.height * scale) },
    altText: { name: picture.alt, title: picture.alt, description: picture.alt },
  });
}

function line(text: string, face: keyof typeof faces, align: PaperAlign, more: { size?: number } = {}) {
  return new Paragraph({
    alignment: alignments[align],
    spacing: lineGrid,
    children: textRuns(text, face, more.size ?? sizes.body),
  });
}

const headingFaces = { 1: 'black', 2: 'kai', 3: 'body', 4: 'body' } as const;
const headingLevels = {
  1: HeadingLevel.HEADING_2,
  2: HeadingLevel.HEADING_3,
  3: HeadingLevel.HEADING_4,
  4: HeadingLevel.HEADING_5,
} as const;

function signature(block: Extract<PaperBlock, { kind: 'signature' }>): Paragraph[] {
  const right = (text: string, size: number, before = 0) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      indent: { right: indent },
      keepNext: true,
      spacing: { ...lineGrid, before },
      children: textRuns(text, 'body', size),
    });
  return [
    right(block.office, sizes.body, 420),
    ...(block.seal ? [right('（印章）', sizes.small)] : []),
    ...(block.day === null ? [] : [right(longDay(block.day), sizes.body)]),
  ];
}

function writeBlock(block: PaperBlock, pageWidth: number): (Paragraph | Table | TableOfContents)[] {
  switch (block.kind) {
    case 'redHead':
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { after: 240 },
          children: [
            new TextRun({ text: block.text, font: fontOf('song'), size: 68, bold: true, color: red }),
          ],
        }),
      ];
    case 'number':
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: lineGrid,
          ...(block.ruled && {
            border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: red, space: 6 } },
          }),
          children: textRuns(block.text, 'body', sizes.body),
        }),
      ];
    case 'title':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          alignment: AlignmentType.CENTER,
          spacing: { before: 300, after: 300, line: 620, lineRule: LineRuleType.EXACT },
          children: block.lines.map(
            (text, index) =>
              new TextRun({ text, font: fontOf('song'), size: sizes.title, ...(index > 0 && { break: 1 }) }),
          ),
        }),
      ];
    case 'addressee':
      return [line(`${block.text}：`, 'body', 'left')];
    case 'heading':
      return [
        new Paragraph({
          heading: headingLevels[block.level],
          keepNext: true,
          spacing: lineGrid,
          indent: { firstLine: indent },
          children: textRuns(block.text, headingFaces[block.level], sizes.body),
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          alignment: alignments[block.align ?? 'justify'],
          spacing: lineGrid,
          ...((block.indent ?? true) && { indent: { firstLine: indent } }),
          children: textRuns(block.text, 'body', sizes.body),
        }),
      ];
    case 'table': {
      const caption = block.caption === undefined ? [] : [line(block.caption, 'black', 'center')];
      return [...caption, officialTable(block, pageWidth)];
    }
    case 'facts':
      return [
        officialTable(
          {
            kind: 'table',
            widths: [1, 4],
            headRows: 0,
            rows: block.rows.map(([label, value]) => [{ text: label, header: true }, { text: value }]),
          },
          pageWidth,
        ),
      ];
    case 'attachments':
      return block.titles.map((title, index) => {
        const words = block.titles.length > 1 ? `${index + 1}. ${title}` : title;
        return new Paragraph({
          spacing: { ...lineGrid, before: index === 0 ? 280 : 0 },
          indent: index === 0 ? { left: indent + 960, hanging: 960 } : { left: indent + 960 },
          children: textRuns(index === 0 ? `附件：${words}` : words, 'body', sizes.body),
        });
      });
    case 'signature':
      return signature(block);
    case 'note':
      return [
        new Paragraph({
          spacing: lineGrid,
          indent: { firstLine: indent },
          children: textRuns(block.text, 'body', sizes.body),
        }),
      ];
    case 'blank':
      return Array.from({ length: block.lines }, () => line('', 'body', 'left'));
    case 'picture':
      return [
        new Paragraph({ alignment: AlignmentType.CENTER, children: [pictureRun(block.picture)] }),
        ...(block.caption === '' ? [] : [line(block.caption, 'body', 'center', { size: sizes.small })]),
      ];
    case 'contents':
      return [
        line(block.title, 'song', 'center', { size: sizes.title }),
        new TableOfContents(block.title, { hyperlink: true, headingStyleRange: '1-2' }),
      ];
    case 'pageBreak':
      return [new Paragraph({ pageBreakBefore: true, children: [] })];
  }
}

function pageFooter(): Footer {
  const run = (part: string) => new TextRun({ children: [part], font: fontOf('page'), size: 28 });
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [run('— '), run(PageNumber.CURRENT), run(' —')],
      }),
    ],
  });
}

/** Office programs colour headings blue unless told otherwise. */
const black = { run: { color: '000000' } };
const blackHeadings = { heading1: black, heading2: black, heading3: black, heading4: black, heading5: black };

/** Writes a paper as .docx. The same paper gives the same bytes. */
export async function writePaperDocx(paper: OfficialPaper): Promise<Uint8Array> {
  const landscape = paper.landscape ?? false;
  const margin = landscape ? landscapeMargins : margins;
  const pageWidth = (landscape ? a4.height : a4.width) - margin.left - margin.right;
  const size = {
    ...a4,
    orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
  };
  const document = new Document({
    creator: paper.issuer,
    title: paper.title,
    styles: { default: blackHeadings },
    features: { updateFields: paper.blocks.some(({ kind }) => kind === 'contents') },
    sections: [
      {
        properties: { page: { size, margin } },
        ...((paper.pageNumbers ?? true) && { footers: { default: pageFooter() } }),
        children: paper.blocks.flatMap((block) => writeBlock(block, pageWidth)),
      },
    ],
  });
  const bytes = await Packer.toBuffer(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(paper) },
  ]);
  return withFixedZipTimes(bytes);
}
