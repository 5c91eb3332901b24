import { describe, expect, it } from 'vitest';
import { givenArchive } from '#kernel/reading/formats/given.ts';
import { givenPropertySet, givenWordBinary } from '#kernel/reading/formats/given-doc.ts';
import { givenPdf } from '#kernel/reading/formats/given-pdf.ts';
import type { CheckedDocument, PartKind } from '../rules/checked-document.ts';
import {
  givenPdfWithRemains,
  givenWordFileWithRemains,
  givenWorkbookWithRemains,
  pageWithRemains,
} from '../testing/given-files.ts';
import { readCheckedFile } from './read-checked-file.ts';

async function documentGiven(content: Uint8Array | string, name: string): Promise<CheckedDocument> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const reading = await readCheckedFile(bytes, name);
  if (!reading.ok) throw new Error(reading.refusal.sentence);
  return reading.document;
}

const textsOf = ({ text, parts }: CheckedDocument, kind: PartKind) =>
  parts.filter((part) => part.kind === kind).map((part) => text.slice(part.start, part.end));

function placeOf(document: CheckedDocument, text: string) {
  const start = document.text.indexOf(text);
  return document.parts.find((part) => part.start <= start && start < part.end)?.place;
}

const remarkCodes = (document: CheckedDocument) => document.remarks.map((remark) => remark.code);

describe('a plain text', () => {
  it('is the text of the file itself, whatever its encoding and line ends', async () => {
    const text = '第一行\r\n第二行\r\n';
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    // 第一行 in GBK.
    const gbk = Uint8Array.from([0xb5, 0xda, 0xd2, 0xbb, 0xd0, 0xd0]);
    for (const bytes of [Buffer.from(text), utf16]) {
      const document = await documentGiven(bytes, 'a.txt');
      expect(document.text).toBe(text);
      expect(textsOf(document, 'body')).toEqual(['第一行', '第二行', '']);
    }
    expect((await documentGiven(gbk, 'a.txt')).text).toBe('第一行');
  });

  it('keeps markup and blanks of a file that calls itself text', async () => {
    const text = '<html>\n# 标题\n|a|b|\n|---|---|\n\n';
    expect((await documentGiven(text, 'a.txt')).text).toBe(text);
    expect((await documentGiven('', 'a.txt')).text).toBe('');
  });

  it('has tables where lines are parted by tabs, or by commas in such a file', async () => {
    const document = await documentGiven('名单\n姓名\t电话\n张三\t\n说明\t\n\t缩进\n', 'a.txt');
    expect(document.tables).toMatchObject([{ title: '名单' }]);
    expect(document.tables[0]?.rows).toHaveLength(4);
    expect(textsOf(document, 'cell').slice(0, 4)).toEqual(['姓名', '电话', '张三', '']);
    const values = await documentGiven('姓名,备注\n张三,"甲,乙"\n', 'a.csv');
    expect(textsOf(values, 'cell')).toEqual(['姓名', '备注', '张三', '"甲,乙"']);
  });

  it('says which characters could not be read', async () => {
    const broken = Uint8Array.from([0xef, 0xbb, 0xbf, 0xe7, 0xac, 0xff, 0x41]);
    expect(remarkCodes(await documentGiven(broken, 'a.txt'))).toEqual(['unreadablePart']);
  });
});

describe('a Word document', () => {
  it('gives every text it holds with its kind', async () => {
    const document = await documentGiven(await givenWordFileWithRemains(), '通知（定稿）.docx');
    expect(textsOf(document, 'heading')).toEqual(['关于公开的通知']);
    expect(textsOf(document, 'body')).toEqual(['第二段文字插入的话', '人员名单']);
    expect(textsOf(document, 'header')).toEqual(['页眉里的话']);
    expect(textsOf(document, 'footer')).toEqual(['页脚里的话']);
    expect(textsOf(document, 'footnote').join()).toContain('脚注里的话');
    expect(textsOf(document, 'comment')).toEqual(['此处请再核实']);
    expect(textsOf(document, 'deletedText')).toEqual(['删去的话']);
    expect(textsOf(document, 'hiddenText')).toEqual(['藏起来的话白色的话']);
    expect(textsOf(document, 'property')).toEqual(
      expect.arrayContaining(['旧文稿的标题在此', '王起草', '赵修改', '内部关键词', '自定义密级']),
    );
    expect(textsOf(document, 'fileName')).toEqual(['通知（定稿）']);
    expect(remarkCodes(document).sort()).toEqual(['comments', 'hiddenText', 'trackedChanges']);
    expect(document.remarks.find(({ code }) => code === 'comments')?.sentence).toContain('1 条（陈审核）');
  });

  it('leads back to paragraphs as a person counts them, and to cells', async () => {
    const document = await documentGiven(await givenWordFileWithRemains(), 'a.docx');
    expect(placeOf(document, '第二段文字')).toEqual({ paragraph: 2 });
    expect(placeOf(document, '此处请再核实')).toEqual({ paragraph: 2 });
    expect(placeOf(document, '藏起来')).toEqual({ paragraph: 2 });
    expect(placeOf(document, '见附件')).toEqual({ cell: '表1 第2行第2列' });
    expect(document.tables).toMatchObject([{ title: '人员名单' }]);
  });

  it('says that it holds macros, embedded files and cropped pictures', async () => {
    const picture =
      '<w:p><w:r><w:drawing><wp:docPr name="张三身份证.jpg" descr=""/><a:blip/><a:srcRect l="1200"/></w:drawing></w:r></w:p>';
    const document = await documentGiven(
      givenArchive({
        'word/document.xml': `<w:document><w:body><w:p><w:r><w:t>正文</w:t></w:r></w:p>${picture}</w:body></w:document>`,
        'word/vbaProject.bin': 'x',
        'word/embeddings/oleObject1.bin': 'x',
      }),
      'a.docm',
    );
    expect(textsOf(document, 'pictureName')).toEqual(['张三身份证.jpg']);
    expect(remarkCodes(document).sort()).toEqual([
      'croppedPicture',
      'embeddedFile',
      'macro',
      'pictureWithoutText',
    ]);
  });

  it('reads on when a part beside the body is broken, and says so', async () => {
    const document = await documentGiven(
      givenArchive({
        'word/document.xml':
          '<w:document><w:body><w:p><w:r><w:t>正文</w:t></w:r></w:p></w:body></w:document>',
        'docProps/core.xml': '<broken',
      }),
      'a.docx',
    );
    expect(textsOf(document, 'body')).toEqual(['正文']);
    expect(remarkCodes(document)).toEqual(['unreadablePart']);
  });
});

describe('a workbook', () => {
  it('gives what is hidden, written beside the cells and kept in names', async () => {
    const document = await documentGiven(await givenWorkbookWithRemains(), 'a.xlsx');
    expect(textsOf(document, 'cell')).toEqual(['姓名', '金额', '张三', '100', '李四', '赵六', '400']);
    const hidden = textsOf(document, 'hiddenCell');
    expect(hidden).toEqual(expect.arrayContaining(['藏在列里', '王五', '隐藏的号码', '200']));
    expect(textsOf(document, 'comment')).toEqual(['表格批注']);
    expect(textsOf(document, 'header')).toEqual(['表头里的话']);
    expect(textsOf(document, 'property')).toEqual(expect.arrayContaining(['补贴发放', '底稿', '王制表']));
    expect(placeOf(document, '隐藏的号码')).toEqual({ sheet: '底稿', cell: 'B2' });
    expect(remarkCodes(document)).toEqual(
      expect.arrayContaining(['hiddenSheet', 'hiddenRows', 'hiddenText', 'comments']),
    );
  });

  it('keeps hidden cells as tables, so that a column has its heading', async () => {
    const document = await documentGiven(await givenWorkbookWithRemains(), 'a.xlsx');
    const sheet = document.tables.find((table) => table.title === '底稿');
    const texts = sheet?.rows.map((row) =>
      row.map(({ part }) => {
        const { start = 0, end = 0 } = document.parts[part] ?? {};
        return document.text.slice(start, end);
      }),
    );
    expect(texts).toEqual([
      ['姓名', '身份证号'],
      ['张三', '隐藏的号码'],
    ]);
  });
});

describe('a PDF', () => {
  it('gives its properties, notes and the text of earlier states', async () => {
    const document = await documentGiven(givenPdfWithRemains(), 'a.pdf');
    expect(textsOf(document, 'body')).toEqual(['现在公开的话']);
    expect(textsOf(document, 'earlierRevision')).toEqual(['先前版本里的话']);
    expect(textsOf(document, 'property')).toEqual(['旧文件的标题', '王起草']);
    expect(textsOf(document, 'comment')).toEqual(['页上的批注']);
    expect(placeOf(document, '现在公开的话')).toEqual({ page: 1 });
    expect(remarkCodes(document).sort()).toEqual(['comments', 'earlierRevision']);
  });
});

describe('a PDF with text nobody sees', () => {
  it('keeps it apart from the body and says so', async () => {
    const bytes = givenPdf([
      [
        { text: '现在公开的话', x: 60, y: 120 },
        { text: '白色的话', x: 60, y: 160, paint: '1 g' },
      ],
    ]);
    const document = await documentGiven(bytes, 'a.pdf');
    expect(textsOf(document, 'body')).toEqual(['现在公开的话']);
    expect(textsOf(document, 'hiddenText')).toEqual(['白色的话']);
    expect(placeOf(document, '白色的话')).toEqual({ page: 1 });
    expect(remarkCodes(document)).toEqual(['hiddenText']);
  });
});

describe('a binary Word document', () => {
  it('gives its headers and properties', async () => {
    const bytes = givenWordBinary([{ text: '公开预算\r' }], 0, {
      headers: '页眉里的话\r',
      streams: { '\u0005SummaryInformation': givenPropertySet({ 2: '旧稿的标题', 4: '王起草' }) },
    });
    const document = await documentGiven(bytes, 'a.doc');
    expect(textsOf(document, 'body')).toEqual(['公开预算']);
    expect(textsOf(document, 'header')).toEqual(['页眉里的话']);
    expect(textsOf(document, 'property')).toEqual(['旧稿的标题', '王起草']);
    expect(remarkCodes(document)).toEqual([]);
  });

  it('says that it holds macros', async () => {
    const streams = { _VBA_PROJECT: new Uint8Array(8) };
    const document = await documentGiven(givenWordBinary([{ text: '公开预算\r' }], 0, { streams }), 'a.doc');
    expect(remarkCodes(document)).toEqual(['macro']);
  });

  it('is read when its properties are broken, and that is said', async () => {
    const broken = givenPropertySet({ 2: '标题' });
    broken.writeUInt32LE(0xfffffff0, 60);
    const streams = { '\u0005SummaryInformation': broken };
    const document = await documentGiven(givenWordBinary([{ text: '公开预算\r' }], 0, { streams }), 'a.doc');
    expect(textsOf(document, 'body')).toEqual(['公开预算']);
    expect(remarkCodes(document)).toEqual(['unreadablePart']);
  });
});

describe('an OFD file', () => {
  it('gives its properties, annotations and attached files', async () => {
    const glyphs =
      '<ofd:TextObject ID="1" Boundary="20 50 100 5" Font="3" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="g 3 4">公开预算</ofd:TextCode></ofd:TextObject>';
    const document = await documentGiven(
      givenArchive({
        'OFD.xml':
          '<ofd:OFD><ofd:DocBody><ofd:DocInfo><ofd:Title>旧稿的标题</ofd:Title><ofd:Author>王起草</ofd:Author></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
        'Doc_0/Document.xml':
          '<ofd:Document><ofd:CommonData/><ofd:Pages><ofd:Page ID="1" BaseLoc="Page.xml"/></ofd:Pages><ofd:Annotations>Annots/List.xml</ofd:Annotations><ofd:Attachments>Files.xml</ofd:Attachments></ofd:Document>',
        'Doc_0/Page.xml': `<ofd:Page><ofd:Content><ofd:Layer>${glyphs}</ofd:Layer></ofd:Content></ofd:Page>`,
        'Doc_0/Annots/List.xml':
          '<ofd:Annotations><ofd:Page PageID="1"><ofd:FileLoc>Page_1.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>',
        'Doc_0/Annots/Page_1.xml':
          '<ofd:PageAnnot><ofd:Annot Creator="陈审核"><ofd:Remark>请再核实</ofd:Remark></ofd:Annot></ofd:PageAnnot>',
        'Doc_0/Files.xml': '<ofd:Attachments><ofd:Attachment Name="底稿名单"/></ofd:Attachments>',
      }),
      'a.ofd',
    );
    expect(textsOf(document, 'body')).toEqual(['公开预算']);
    expect(textsOf(document, 'property')).toEqual(['旧稿的标题', '王起草', '底稿名单']);
    expect(textsOf(document, 'comment')).toEqual(['请再核实']);
    expect(remarkCodes(document).sort()).toEqual(['comments', 'embeddedFile']);
  });
});

describe('a web page', () => {
  it('gives what its readers do not see, and its menus and foot too', async () => {
    const document = await documentGiven(pageWithRemains, 'a.html');
    expect(textsOf(document, 'heading')).toEqual(['关于公开的公告']);
    expect(textsOf(document, 'body')).toEqual(
      expect.arrayContaining(['第一段文字。', '首页', '页面底部的话']),
    );
    expect(textsOf(document, 'cell')).toEqual(['姓名', '电话', '张三', '见附件']);
    expect(textsOf(document, 'comment')).toEqual(['注释里的话']);
    expect(textsOf(document, 'pictureName')).toEqual(['图片说明的话']);
    expect(textsOf(document, 'property')).toEqual(
      expect.arrayContaining(['网页的标题', '网页关键词', 'mailto:zhang@example.gov.cn']),
    );
    expect(textsOf(document, 'hiddenText').join()).toMatch(/藏起来的话.*隐藏值的话|隐藏值的话.*藏起来的话/su);
    expect(textsOf(document, 'hiddenText').join()).toContain('脚本里的话');
    // Hidden menus are how pages are built; their words are checked, but nobody need explain them.
    expect(document.remarks).toEqual([]);
  });
});

it('survives markup nested without end where nobody looks', async () => {
  const deep = `<del>${'<del>'.repeat(20_000)}深处的话</del>`;
  const hidden = `<div hidden>${'<div>'.repeat(20_000)}更深处的话</div>`;
  const document = await documentGiven(`<!doctype html><body><p>正文</p>${deep}`, 'a.html');
  expect(textsOf(document, 'deletedText')).toEqual(['深处的话']);
  const other = await documentGiven(`<!doctype html><body><p>正文</p>${hidden}`, 'a.html');
  expect(textsOf(other, 'hiddenText')).toEqual(['更深处的话']);
});

describe('a file that cannot be read', () => {
  it.each([
    ['an archive', givenArchive({ 'a.txt': '文字' }), 'a.zip', 'unsupported'],
    ['a broken document', Buffer.from('PK\u0003\u0004broken'), 'a.docx', 'damaged'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), 'a.png', 'imageOnly'],
  ])('is refused: %s', async (_what, bytes, name, code) => {
    expect(await readCheckedFile(bytes, name)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('is refused before it is read when it is too large', async () => {
    const large = new Uint8Array(51 * 1024 * 1024);
    expect(await readCheckedFile(large, 'a.txt')).toMatchObject({ ok: false, refusal: { code: 'tooLarge' } });
  });
});
