/** Builds files with things planted beside their text, for the tests of reading and of the command. */
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import ExcelJS from 'exceljs';
import { givenPdf } from '#kernel/reading/formats/given-pdf.ts';

const changed = { author: '李校对', date: '2026-03-20T08:00:00Z', id: 7 };

/** A Word document with something in every place that can hold text. */
export async function givenWordFileWithRemains(): Promise<Uint8Array> {
  const document = new Document({
    title: '旧文稿的标题在此',
    creator: '王起草',
    lastModifiedBy: '赵修改',
    keywords: '内部关键词',
    customProperties: [{ name: '密级', value: '自定义密级' }],
    comments: {
      children: [
        {
          id: 3,
          author: '陈审核',
          date: new Date('2026-03-20T08:00:00Z'),
          children: [new Paragraph('此处请再核实')],
        },
      ],
    },
    footnotes: { 1: { children: [new Paragraph('脚注里的话')] } },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('页眉里的话')] }) },
        footers: { default: new Footer({ children: [new Paragraph('页脚里的话')] }) },
        children: [
          new Paragraph({ text: '关于公开的通知', heading: 'Heading1' }),
          new Paragraph(''),
          new Paragraph({
            children: [
              new CommentRangeStart(3),
              new TextRun('第二段文字'),
              new CommentRangeEnd(3),
              new TextRun({ children: [new CommentReference(3)] }),
              new FootnoteReferenceRun(1),
              new DeletedTextRun({ text: '删去', ...changed }),
              new DeletedTextRun({ text: '的话', ...changed, id: 8 }),
              new InsertedTextRun({ text: '插入的话', ...changed, id: 9 }),
              new TextRun({ text: '藏起来', vanish: true }),
              new TextRun({ text: '的话', vanish: true }),
              new TextRun({ text: '白色的话', color: 'FFFFFF' }),
            ],
          }),
          new Paragraph('人员名单'),
          new Table({
            rows: [
              new TableRow({ children: ['姓名', '电话'].map(wordCell) }),
              new TableRow({ children: ['张三', '见附件'].map(wordCell) }),
            ],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function wordCell(text: string): TableCell {
  return new TableCell({ children: [new Paragraph(text)] });
}

/** A workbook with hidden sheets, rows, columns, comments, a header and names. */
export async function givenWorkbookWithRemains(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '王制表';
  workbook.title = '旧表的标题在此';
  const shown = workbook.addWorksheet('补贴发放');
  shown.addRows([
    ['姓名', '金额', '备用列'],
    ['张三', 100, '藏在列里'],
    ['李四', 200, '藏在列里二'],
    ['王五', 300, ''],
    ['赵六', 400, ''],
  ]);
  shown.getRow(4).hidden = true;
  shown.getColumn(3).hidden = true;
  shown.getCell('A2').note = { texts: [{ text: '表格批注' }] };
  shown.getCell('B3').font = { color: { argb: 'FFFFFFFF' } };
  shown.headerFooter.oddHeader = '&C表头里的话&P';
  const hidden = workbook.addWorksheet('底稿', { state: 'hidden' });
  hidden.addRows([
    ['姓名', '身份证号'],
    ['张三', '隐藏的号码'],
  ]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function pdfObjectAt(file: Buffer, number: number): string {
  const text = file.toString('latin1');
  const from = text.lastIndexOf(`\n${number} 0 obj\n`);
  return text.slice(from + 1, text.indexOf('endobj', from));
}

function utf16Hex(text: string): string {
  const units = [...text].map((sign) => (sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0'));
  return `<feff${units.join('')}>`;
}

/** A PDF whose page was replaced by appending: the earlier state is still in the file, with properties and a note. */
export function givenPdfWithRemains(): Uint8Array {
  const before = Buffer.from(givenPdf([[{ text: '先前版本里的话', x: 60, y: 120 }]]));
  const after = Buffer.from(givenPdf([[{ text: '现在公开的话', x: 60, y: 120 }]]));
  const page = pdfObjectAt(before, 8).replace(
    '/Contents',
    `/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /T ${utf16Hex('陈审核')} /Contents ${utf16Hex('页上的批注')} >>] /Contents`,
  );
  const replaced: readonly (readonly [number, string])[] = [
    [8, `${page}endobj\n`],
    [9, `${pdfObjectAt(after, 9)}endobj\n`],
    [10, `10 0 obj\n<< /Title ${utf16Hex('旧文件的标题')} /Author ${utf16Hex('王起草')} >>\nendobj\n`],
  ];
  let file = before.toString('latin1');
  const earlierTable = /startxref\n(\d+)/u.exec(file)?.[1] ?? '0';
  let table = 'xref\n';
  for (const [number, object] of replaced) {
    table += `${number} 1\n${String(file.length).padStart(10, '0')} 00000 n \n`;
    file += object;
  }
  const at = file.length;
  file += `${table}trailer\n<< /Size 11 /Root 1 0 R /Info 10 0 R /Prev ${earlierTable} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** A page with comments, hidden elements, descriptions and values nobody sees. */
export const pageWithRemains = `<!doctype html><html><head><title>网页的标题</title>
<meta name="keywords" content="网页关键词"><script>var a = '脚本里的话';</script></head>
<body><nav><a href="/">首页</a></nav><h1>关于公开的公告</h1><!-- 注释里的话 -->
<p>第一段<span style="display:none">藏起来的话</span>文字。</p>
<img src="a.jpg" alt="图片说明的话"><input type="hidden" value="隐藏值的话">
<a href="mailto:zhang@example.gov.cn">联系我们</a>
<table><tr><td>姓名</td><td>电话</td></tr><tr><td>张三</td><td>见附件</td></tr></table>
<footer>页面底部的话</footer></body></html>`;
