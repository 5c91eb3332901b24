/** PDF files with a text layer: glyphs and lines of every page, put together by position. */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { SourceBlock, SourceDocument } from '../../source.ts';
import { FormatRun, SourceRefused } from '../format-run.ts';
import { blocksOfPages } from '../page-layout/blocks-of-pages.ts';
import type { PageInk } from '../page-layout/ink.ts';
import { InkCollector } from '../page-layout/ink-collector.ts';
import { matrixOf } from '../page-layout/matrix.ts';
import { readRecognised } from '../text-recognition.ts';
import { gatherEarlierRevisions } from './earlier-revisions.ts';
import { type PageFont, PageInkReader } from './page-ink.ts';
import { PageSight, unseenPieces } from './page-sight.ts';
import { gatherAnnotations, gatherPdfAsides } from './pdf-asides.ts';

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;
type PdfLibrary = Awaited<ReturnType<typeof getResolvedPDFJS>>;

const boldName = /bold|black|heavy|simhei|黑体/iu;
const operationsPerBreath = 2_000;

/** Node 20 lacks this method, and the PDF library calls it when it hands over fonts. */
function provideTransfer(): void {
  if ('transferToFixedLength' in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength) {
      const next = new ArrayBuffer(length);
      new Uint8Array(next).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return next;
    },
  });
}

function refusedByLibrary(problem: unknown): SourceRefused {
  const name = problem instanceof Error ? problem.name : '';
  return new SourceRefused(name === 'PasswordException' ? 'encrypted' : 'damaged', { format: 'pdf' });
}

/** Fonts of a page by the name they are set with, asked for once each. */
function fontsOf(page: PdfPage): (name: string) => PageFont | undefined {
  const known = new Map<string, PageFont | undefined>();
  return (name) => {
    if (known.has(name)) return known.get(name);
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined;
    const described = typeof font === 'object' && font !== null ? describedFont(font) : undefined;
    known.set(name, described);
    return described;
  };
}

function describedFont(font: object): PageFont {
  const name = 'name' in font && typeof font.name === 'string' ? font.name : '';
  const isBold = ('bold' in font && font.bold === true) || ('black' in font && font.black === true);
  const matrix = 'fontMatrix' in font && Array.isArray(font.fontMatrix) ? Number(font.fontMatrix[0]) : 0.001;
  return {
    vertical: 'vertical' in font && font.vertical === true,
    bold: isBold || boldName.test(name),
    unit: Number.isFinite(matrix) && matrix > 0 ? matrix : 0.001,
  };
}

async function inkOfPage(
  page: PdfPage,
  number: number,
  library: PdfLibrary,
  run: FormatRun,
): Promise<PageInk> {
  const view = page.getViewport({ scale: 1 });
  const collector = new InkCollector(number, view.width, view.height);
  const operations = await page.getOperatorList({ annotationMode: library.AnnotationMode.DISABLE });
  const sight = new PageSight(view.width, view.height);
  const reader = new PageInkReader(library.OPS, matrixOf(view.transform), fontsOf(page), collector, sight);
  for (const [index, operation] of operations.fnArray.entries()) {
    if (index % operationsPerBreath === 0) await run.breathe();
    reader.operate(operation, operations.argsArray[index]);
    if (sight.glyphCount > run.limits.elements) throw new SourceRefused('tooLarge', { format: 'pdf' });
  }
  const glyphs = sight.finish();
  for (const { glyph, isUnseen } of glyphs) if (!isUnseen || !run.gathersAsides) collector.glyph(glyph);
  if (run.gathersAsides) gatherUnseen(unseenPieces(glyphs), number, run);
  for (const words of collector.wordsAside()) run.aside('header', words, { page: number });
  if (run.gathersAsides) await gatherAnnotations(page, number, run);
  page.cleanup();
  return collector.page();
}

/** Text anybody can copy out of the page and nobody sees on it. */
function gatherUnseen(pieces: readonly string[], page: number, run: FormatRun): void {
  if (pieces.length === 0) return;
  run.note('hiddenText', '页面上有看不见的文字，没有当作正文。', { page });
  for (const piece of pieces) run.aside('hiddenText', piece, { page });
}

async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // The library takes the bytes over, so it is given its own.
    return await getDocumentProxy(Uint8Array.from(bytes), {
      verbosity: 0,
      maxImageSize: 1,
      disableFontFace: true,
      useSystemFonts: false,
      isEvalSupported: false,
    });
  } catch (problem) {
    throw refusedByLibrary(problem);
  }
}

function hasPictures(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('/Image', 0, 'latin1');
}

/** Share of glyphs whose characters the file does not tell. */
function unreadableShare(pages: readonly PageInk[]): number {
  let unreadable = 0;
  let total = 0;
  for (const glyph of pages.flatMap((page) => page.glyphs)) {
    if (glyph.text.trim() === '' && glyph.text !== '') continue;
    total++;
    if (glyph.text === '' || /[\p{Co}\p{Cn}\p{Cc}\ufffd]/u.test(glyph.text)) unreadable++;
  }
  return total === 0 ? 0 : unreadable / total;
}

async function inkOfPages(pdf: PdfDocument, run: FormatRun): Promise<PageInk[]> {
  const library = await getResolvedPDFJS();
  if (pdf.numPages > run.limits.pages) {
    throw new SourceRefused('tooLarge', { format: 'pdf', cause: `页数超过 ${run.limits.pages} 页` });
  }
  const pages: PageInk[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    await run.breathe((0.7 * (number - 1)) / pdf.numPages);
    pages.push(await inkOfPage(await pdf.getPage(number), number, library, run));
  }
  return pages;
}

/** Blocks of an earlier state of the file; none when that state cannot be read by itself. */
async function blocksOfRevision(bytes: Uint8Array, run: FormatRun): Promise<SourceBlock[]> {
  const alone = new FormatRun(run.limits, run.signal === undefined ? {} : { signal: run.signal });
  try {
    const pdf = await openPdf(bytes);
    try {
      return await blocksOfPages(await inkOfPages(pdf, alone), alone);
    } finally {
      await pdf.destroy();
    }
  } catch {
    run.stopIfCancelled();
    return [];
  }
}

/** @throws SourceRefused `encrypted`, `damaged`, `imageOnly`, `empty`, `tooLarge`, `cancelled` */
export async function readPdf(bytes: Uint8Array, run: FormatRun): Promise<SourceDocument> {
  provideTransfer();
  const pdf = await openPdf(bytes);
  let pages: PageInk[] = [];
  try {
    pages = await inkOfPages(pdf, run);
    if (run.gathersAsides) await gatherPdfAsides(pdf, run);
  } catch (problem) {
    if (problem instanceof SourceRefused) throw problem;
    throw refusedByLibrary(problem);
  } finally {
    await pdf.destroy();
  }
  const blank = pages.filter((page) => page.glyphs.length === 0);
  const isAllUnseen = blank.length === pages.length && run.notes.some(({ code }) => code === 'hiddenText');
  if (blank.length === pages.length && !isAllUnseen) {
    if (hasPictures(bytes)) return readRecognised(bytes, 'pdf', run);
    throw new SourceRefused('empty', { format: 'pdf' });
  }
  if (unreadableShare(pages) > 0.3) {
    run.note('unreadableFonts', '文件的文字编码无法还原，只能按图像识别。');
    return readRecognised(bytes, 'pdf', run);
  }
  if (blank.length > 0 && hasPictures(bytes)) {
    const numbers = blank.map((page) => page.number).slice(0, 10);
    run.note('pagesWithoutText', `第 ${numbers.join('、')} 页没有文字，可能是扫描图像，没有读取。`, {
      page: numbers[0] ?? 1,
    });
  }
  const blocks = await blocksOfPages(pages, run);
  if (run.gathersAsides)
    await gatherEarlierRevisions(bytes, blocks, run, (earlier) => blocksOfRevision(earlier, run));
  return { format: 'pdf', blocks, notes: run.notes };
}
