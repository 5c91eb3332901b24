/** A document as it is taken in for redaction: read as text, or drawn page by page. What cannot be done is refused. Touches no rows. */

import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { writePaperPdf } from '#kernel/paper/pdf.ts';
import { readSourceIsolated } from '#kernel/reading/read-source-isolated.ts';
import { drawPages, mostPages, type PageImage } from '../../reader/page-images.ts';
import { comparableWords, type RedactionText, redactionTextOf } from '../../rules/redaction/redacted-text.ts';
import { redactionRefusals } from '../../words/redactions.ts';

export interface UploadedSource {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export type PreparedSource =
  | { readonly mode: 'text'; readonly text: RedactionText; readonly bytes: Uint8Array }
  /** `bytes` is a PDF, also where a picture was handed in. */
  | { readonly mode: 'pages'; readonly pages: readonly PageImage[]; readonly bytes: Uint8Array };

function unfit(sentence: string, remedy: string) {
  return redactionRefusals.refuse('requests.redactionSourceUnfit', { sentence, remedy });
}

async function prepareText(source: UploadedSource, signal: AbortSignal): Promise<PreparedSource> {
  const reading = await readSourceIsolated(source.bytes, { fileName: source.name }, { signal });
  if (!reading.ok) {
    const { code, sentence, remedy } = reading.refusal;
    throw unfit(sentence, code === 'imageOnly' ? '请改用“页面遮盖”' : remedy);
  }
  const partial = reading.document.notes.find(({ code }) =>
    ['pagesWithoutText', 'unreadableFonts'].includes(code),
  );
  if (partial !== undefined) throw unfit(partial.sentence, '请改用“页面遮盖”，以免遗漏没有读出的内容');
  const text = redactionTextOf(reading.document);
  if (text.parts.every((part) => comparableWords(part) === '')) {
    throw unfit('文件中没有文字', '请改用“页面遮盖”');
  }
  return { mode: 'text', text, bytes: source.bytes };
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
}

function pictureTypeOf(bytes: Uint8Array): 'image/png' | 'image/jpeg' | undefined {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  if (head === '89504e470d0a1a0a') return 'image/png';
  return head.startsWith('ffd8ff') ? 'image/jpeg' : undefined;
}

async function pdfOfSource(app: App, source: UploadedSource): Promise<Uint8Array> {
  if (isPdf(source.bytes)) return source.bytes;
  const mediaType = pictureTypeOf(source.bytes);
  if (mediaType === undefined) {
    throw unfit('页面遮盖只处理 PDF、PNG 和 JPEG', '请改用“文字遮盖”，或者先另存为 PDF');
  }
  const picture = { bytes: source.bytes, mediaType, alt: '扫描件', width: 1 };
  const { bytes } = await writePaperPdf({
    title: '扫描件',
    issuer: '',
    day: beijingDayOf(app.clock.now()),
    pageNumbers: false,
    blocks: [{ kind: 'picture', picture, caption: '' }],
  });
  return bytes;
}

async function preparePages(app: App, source: UploadedSource): Promise<PreparedSource> {
  const bytes = await pdfOfSource(app, source);
  const drawing = await drawPages(bytes);
  switch (drawing.kind) {
    case 'drawn':
      return { mode: 'pages', pages: drawing.pages, bytes };
    case 'noProgram':
      throw unfit(
        '服务器没有安装绘制页面的程序 pdftoppm，无法证明遮盖后的图像不含原文',
        '请管理员安装 poppler-utils，或者改用“文字遮盖”',
      );
    case 'tooManyPages':
      throw unfit(`页数超过${mostPages}页`, '请拆成几份分别遮盖');
    case 'unreadable':
      throw unfit('文件加密、损坏或者页面过大，不能绘出', '请重新扫描或者另存后再试');
  }
}

/** Reads or draws what was uploaded. */
export function prepareRedactionSource(
  app: App,
  mode: 'text' | 'pages',
  source: UploadedSource,
  signal: AbortSignal,
): Promise<PreparedSource> {
  return mode === 'text' ? prepareText(source, signal) : preparePages(app, source);
}
