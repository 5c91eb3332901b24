/**
 * Recognises the text of scanned pages with an installed `tesseract` (and `pdftoppm` for PDF), when the caller wants
 * it. Gives pages with glyphs at their places, so that tables are rebuilt as from any other page.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceDocument, SourceFormat } from '../source.ts';
import { type FormatRun, SourceRefused } from './format-run.ts';
import { findProgram, inOwnFolder, runProgram } from './outside-program.ts';
import { blocksOfPages } from './page-layout/blocks-of-pages.ts';
import type { InkGlyph, PageInk } from './page-layout/ink.ts';

/** Dots per inch pages are drawn with. */
const resolution = 300;
const pointsPerDot = 72 / resolution;
const unsure = 60;
const installRemedy =
  '请优先索取电子原件；没有时请管理员在服务器安装 tesseract（含简体中文数据 chi_sim）和 pdftoppm（poppler-utils），再选择识别扫描件，或粘贴识别后的文字。';
const chooseRemedy =
  '本机已安装文字识别程序：请选择识别扫描件后重新读取，并逐条核对结果；有电子原件时请优先使用原件。';

/** The program ran and found no text: installing or running it again would change nothing. */
const nothingRecognised =
  '扫描可能太模糊、倾斜或是空白页。请索取电子原件，重新扫描得清楚些再上传，或把正文打成文字后粘贴进来。';

interface Recogniser {
  readonly tesseract: string;
  readonly pdftoppm: string | undefined;
}

async function installedRecogniser(run: FormatRun): Promise<Recogniser | undefined> {
  const tesseract = await findProgram('tesseract');
  if (tesseract === undefined) return undefined;
  const languages = await runProgram(tesseract, ['--list-langs'], '/', run);
  if (languages?.toString('utf8').includes('chi_sim') !== true) return undefined;
  return { tesseract, pdftoppm: await findProgram('pdftoppm') };
}

/** Words of a page in tesseract's table: level, …, left, top, width, height, confidence, text. */
function glyphsOfTable(table: string): { glyphs: InkGlyph[]; unsureWords: number } {
  const glyphs: InkGlyph[] = [];
  let unsureWords = 0;
  const heights: number[] = [];
  const words = table
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'))
    .filter((row) => row[0] === '5' && (row[11] ?? '').trim() !== '');
  for (const row of words) heights.push(Number(row[9]));
  const usual = heights.sort((left, right) => left - right)[heights.length >> 1] ?? 30;
  for (const row of words) {
    const [left = 0, top = 0, width = 0, height = 0] = row.slice(6, 10).map(Number);
    const signs = [...(row[11] ?? '').trim()];
    if (Number(row[10]) < unsure) unsureWords++;
    // Heights of single words jump; those near the usual height are taken to be of one size.
    const size = (Math.abs(height - usual) < usual * 0.45 ? usual : height) * pointsPerDot;
    for (const [index, text] of signs.entries()) {
      const step = (width * pointsPerDot) / signs.length;
      glyphs.push({
        text,
        x: left * pointsPerDot + step * index,
        width: step,
        y: (top + height / 2) * pointsPerDot + size * 0.36,
        size,
        bold: false,
      });
    }
  }
  return { glyphs, unsureWords };
}

async function picturesOf(
  bytes: Uint8Array,
  format: SourceFormat | 'image',
  folder: string,
  recogniser: Recogniser,
  run: FormatRun,
): Promise<string[]> {
  const source = join(folder, 'source');
  await writeFile(source, bytes);
  if (format === 'image') return [source];
  if (format !== 'pdf' || recogniser.pdftoppm === undefined) return [];
  const args = ['-r', String(resolution), '-gray', '-png', source, join(folder, 'page')];
  await runProgram(recogniser.pdftoppm, args, folder, run);
  const names = (await readdir(folder)).filter((name) => name.startsWith('page') && name.endsWith('.png'));
  return names
    .sort((left, right) => left.localeCompare(right, 'en', { numeric: true }))
    .map((name) => join(folder, name));
}

/** Width and height in dots out of a PNG's header; undefined for other pictures. */
async function pictureSize(path: string): Promise<readonly [number, number] | undefined> {
  const bytes = await readFile(path);
  return bytes.length > 24 && bytes.toString('latin1', 1, 4) === 'PNG'
    ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
    : undefined;
}

/**
 * Reads a file whose pages are pictures. Without the caller's wish or without the programs it is refused with what
 * to do. @throws SourceRefused `imageOnly`, `empty`, `cancelled`
 */
export async function readRecognised(
  bytes: Uint8Array,
  format: SourceFormat | 'image',
  run: FormatRun,
): Promise<SourceDocument> {
  const named = format === 'image' ? {} : { format };
  const recogniser = await installedRecogniser(run);
  const canDraw = format === 'image' || (format === 'pdf' && recogniser?.pdftoppm !== undefined);
  if (recogniser === undefined || !canDraw)
    throw new SourceRefused('imageOnly', { ...named, remedy: installRemedy });
  if (!run.recogniseImages) throw new SourceRefused('imageOnly', { ...named, remedy: chooseRemedy });
  return inOwnFolder(async (folder) => {
    const pictures = await picturesOf(bytes, format, folder, recogniser, run);
    const pages: PageInk[] = [];
    let unsureWords = 0;
    for (const [index, picture] of pictures.entries()) {
      await run.breathe((0.7 * index) / pictures.length);
      const args = [picture, 'stdout', '-l', 'chi_sim', '--dpi', String(resolution), '--psm', '3', 'tsv'];
      const table = await runProgram(recogniser.tesseract, args, folder, run);
      const read = glyphsOfTable(table?.toString('utf8') ?? '');
      const [width, height] = (await pictureSize(picture)) ?? [2480, 3508];
      unsureWords += read.unsureWords;
      pages.push({
        number: index + 1,
        width: width * pointsPerDot,
        height: height * pointsPerDot,
        glyphs: read.glyphs,
        horizontal: [],
        vertical: [],
      });
    }
    const blocks = await blocksOfPages(pages, run);
    if (blocks.length === 0)
      throw new SourceRefused('imageOnly', {
        ...named,
        cause: '文字识别没有结果',
        remedy: nothingRecognised,
      });
    run.note(
      'recognised',
      `文字由扫描图像识别而来，可能有错字、漏字（把握不大的词语 ${unsureWords} 处），请逐条核对。`,
    );
    return { format: format === 'image' ? 'pdf' : format, blocks, notes: run.notes };
  });
}
