/**
 * From a file's bytes to the reading of its document in one call: what `gongkai document read` and the library's desk
 * run. Joins the source reader and the document reader; knows neither database nor command line.
 */
import { type Day, parseDay } from '#kernel/day.ts';
import { decodeText } from '#kernel/reading/formats/text-encoding.ts';
import { type IsolatedReadingOptions, readSourceIsolated } from '#kernel/reading/read-source-isolated.ts';
import type { SourceDocument, SourceFormat } from '#kernel/reading/source.ts';
import type { DocumentReading } from './document-reading.ts';
import { readDocument } from './read-document.ts';

/** Why a file yields no document: a Chinese sentence, what speaks for it and what the person can do. */
export interface DocumentFileRefusal {
  readonly code: string;
  readonly sentence: string;
  readonly reasons: readonly string[];
  readonly remedy: string | null;
}

export type DocumentFileReading =
  | {
      readonly ok: true;
      readonly format: SourceFormat;
      readonly document: DocumentReading;
      /** The blocks it was read from. */
      readonly source: SourceDocument;
    }
  | { readonly ok: false; readonly refusal: DocumentFileRefusal };

const tagReach = 60_000;

/** What a government page says about itself in its tags (政府网站网页标签: ArticleTitle, PubDate). */
export function readPageTags(html: string): {
  readonly title: string | null;
  readonly publishedOn: Day | null;
} {
  const head = html.slice(0, tagReach);
  const contentOf = (name: string): string | null => {
    const tag = new RegExp(`<meta\\b[^>]{0,200}name=["']${name}["'][^>]{0,600}>`, 'iu').exec(head)?.[0];
    return /content=["'](?<content>[^"']*)["']/iu.exec(tag ?? '')?.groups?.content?.trim() ?? null;
  };
  const title = contentOf('ArticleTitle');
  const day = contentOf('PubDate')?.slice(0, 10) ?? '';
  return { title: title === '' ? null : title, publishedOn: parseDay(day) ?? null };
}

/** Reads a document file in a thread with bounds on time and memory, so hostile files end as refusals. */
export async function readDocumentFile(
  bytes: Uint8Array,
  fileName: string,
  options: IsolatedReadingOptions = {},
): Promise<DocumentFileReading> {
  const source = await readSourceIsolated(bytes, { fileName }, options);
  if (!source.ok) {
    const { code, sentence, remedy } = source.refusal;
    return { ok: false, refusal: { code, sentence, reasons: [], remedy } };
  }
  const page =
    source.document.format === 'html'
      ? readPageTags(decodeText(bytes.subarray(0, tagReach))?.text ?? '')
      : undefined;
  const verdict = readDocument(source.document, page === undefined ? {} : { page });
  if (!verdict.ok) {
    const { sentence, reasons } = verdict.notADocument;
    const remedy = '请确认文件是通知、意见、办法等公文；只有信息栏时，请连同标题一起粘贴。';
    return { ok: false, refusal: { code: 'notADocument', sentence, reasons, remedy } };
  }
  return { ok: true, format: source.document.format, document: verdict.document, source: source.document };
}
