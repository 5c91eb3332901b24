/** What a PDF holds beside its pages: properties, annotations, fields of forms, attached files, scripts, bookmarks. */
import type { FormatRun } from '../format-run.ts';
import type { PdfDocument, PdfPage } from './read-pdf.ts';

const infoLabels: Readonly<Record<string, string>> = {
  Title: '标题',
  Author: '作者',
  Subject: '主题',
  Keywords: '关键词',
};
const tellingAddress = /^(?:mailto|tel|file|ftp):/iu;
const deepestOutline = 20;

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('、');
  return typeof value === 'object' && value !== null && 'str' in value ? textOf(value.str) : '';
}

/** Notes, highlights and fields of one page. */
export async function gatherAnnotations(page: PdfPage, number: number, run: FormatRun): Promise<void> {
  const annotations: readonly unknown[] = await page.getAnnotations();
  for (const annotation of annotations) {
    if (typeof annotation !== 'object' || annotation === null) continue;
    const field = (name: string) => textOf(Reflect.get(annotation, name));
    const place = { page: number };
    const contents = field('contentsObj');
    switch (field('subtype')) {
      case 'Link':
        if (tellingAddress.test(field('url'))) run.aside('property', field('url'), place, '链接地址');
        break;
      case 'Widget':
        run.aside('drawing', field('fieldValue'), place, '表单');
        break;
      case 'FreeText':
        run.aside('drawing', contents, place);
        break;
      case 'Popup':
        break;
      case 'FileAttachment':
        run.note('embeddedFile', '文件中附有其他文件，其内容没有读取。', place);
        run.aside('comment', contents, place, field('titleObj'));
        break;
      default:
        if (contents.trim() === '') break;
        run.note('comments', '文件中有批注。', place);
        run.aside('comment', contents, place, field('titleObj'));
    }
  }
}

function gatherXmp(raw: string, known: ReadonlySet<string>, run: FormatRun): void {
  const texts = raw.split(/<[^>]*>/u).map((text) => text.trim());
  for (const text of new Set(texts))
    if (/\p{Script=Han}/u.test(text) && !known.has(text)) run.aside('property', text, {}, '元数据');
}

async function gatherMetadata(pdf: PdfDocument, run: FormatRun): Promise<void> {
  const { info, metadata } = await pdf.getMetadata();
  const known = new Set<string>();
  const tell = (text: string, label: string) => {
    known.add(text.trim());
    run.aside('property', text, {}, label);
  };
  for (const [name, value] of Object.entries(info)) {
    const label = infoLabels[name];
    if (label !== undefined) tell(textOf(value), label);
    else if (name === 'Custom' && typeof value === 'object' && value !== null)
      for (const [custom, text] of Object.entries(value)) tell(textOf(text), custom);
  }
  const raw: unknown = metadata === null ? undefined : Reflect.get(metadata, 'getRaw');
  const xmp: unknown = typeof raw === 'function' ? Reflect.apply(raw, metadata, []) : undefined;
  if (typeof xmp === 'string') gatherXmp(xmp, known, run);
}

function gatherOutline(items: unknown, run: FormatRun, depth = 0): void {
  if (!Array.isArray(items) || depth > deepestOutline) return;
  for (const item of items) {
    if (typeof item !== 'object' || item === null) continue;
    run.aside('property', textOf(Reflect.get(item, 'title')), {}, '书签');
    gatherOutline(Reflect.get(item, 'items'), run, depth + 1);
  }
}

/** Gathers what belongs to the document as a whole. */
export async function gatherPdfAsides(pdf: PdfDocument, run: FormatRun): Promise<void> {
  await gatherMetadata(pdf, run);
  const attachments: unknown = await pdf.getAttachments();
  if (typeof attachments === 'object' && attachments !== null) {
    const names = Object.keys(attachments);
    if (names.length > 0)
      run.note('embeddedFile', `文件中附有其他文件（${names.slice(0, 5).join('、')}），其内容没有读取。`);
    for (const name of names) run.aside('property', name, {}, '附带文件');
  }
  if ((await pdf.getJSActions()) !== null) run.note('macro', '文件中有脚本。');
  gatherOutline(await pdf.getOutline(), run);
}
