/** Web pages, and the pages that call themselves .doc or .xls. */
import type { SourceDocument } from '../../source.ts';
import { type FormatRun, SourceRefused } from '../format-run.ts';
import { gatherPageAsides } from './page-asides.ts';
import { PageReading } from './page-blocks.ts';
import { bodyOfPage, decodePage, parsePage } from './page-tree.ts';

/** @throws SourceRefused `unsupported`, `damaged` (nested without end), `cancelled` */
export async function readHtml(bytes: Uint8Array, run: FormatRun): Promise<SourceDocument> {
  const text = decodePage(bytes);
  if (text === undefined) throw new SourceRefused('unsupported', { cause: '内容不是文字' });
  const page = parsePage(text);
  const blocks = await new PageReading(run).read(bodyOfPage(page));
  if (run.gathersAsides) gatherPageAsides(page, run);
  return { format: 'html', blocks, notes: run.notes };
}
