/**
 * From a file's bytes to the document the checks see, in the caller's thread: `checking/thread` runs it where it can do
 * no harm. Knows neither database nor command line.
 */
import { detectFileFamily, fileExtension } from '#kernel/reading/detect-format.ts';
import { defaultSourceLimits } from '#kernel/reading/formats/format-run.ts';
import { refusalOfSource } from '#kernel/reading/formats/source-refusals.ts';
import { decodeText } from '#kernel/reading/formats/text-encoding.ts';
import { readSource } from '#kernel/reading/read-source.ts';
import type { SourceFormat, SourceRefusal } from '#kernel/reading/source.ts';
import type { CheckedDocument } from '../rules/checked-document.ts';
import { documentOfSource } from './document-of-source.ts';
import { documentOfPlainText } from './plain-text-document.ts';

export type CheckedFileReading =
  | { readonly ok: true; readonly format: SourceFormat; readonly document: CheckedDocument }
  | { readonly ok: false; readonly refusal: SourceRefusal };

export interface CheckedFileOptions {
  readonly signal?: AbortSignal;
  /** Called with 0 to 1, never backwards. */
  readonly onProgress?: (fraction: number) => void;
  /** Lets pictures be recognised where the machine can. Slow. */
  readonly recogniseImages?: boolean;
}

/** A file that calls itself plain text is taken by its word: only so do offsets stay those of the file. */
function readPlainFile(bytes: Uint8Array, extension: string): CheckedFileReading {
  const decoded = bytes.length === 0 ? { text: '', replaced: 0 } : decodeText(bytes);
  if (decoded === undefined)
    return { ok: false, refusal: refusalOfSource('unsupported', { cause: '内容不是文字' }) };
  const document = documentOfPlainText(decoded.text, extension === 'csv' ? ',' : '\t');
  if (decoded.replaced === 0) return { ok: true, format: 'txt', document };
  const sentence = `有 ${decoded.replaced} 个字符的编码无法识别，没有检测。`;
  const remarks = [{ code: 'unreadablePart' as const, sentence, place: {} }];
  return { ok: true, format: 'txt', document: { ...document, remarks } };
}

/** Reads a file. Never throws for what the file holds; a refusal says what a person can do. */
export async function readCheckedFile(
  bytes: Uint8Array,
  fileName: string,
  options: CheckedFileOptions = {},
): Promise<CheckedFileReading> {
  const { fileSize } = defaultSourceLimits;
  if (bytes.length > fileSize)
    return { ok: false, refusal: refusalOfSource('tooLarge', { limit: fileSize / 1024 / 1024 }) };
  const family = detectFileFamily(bytes, fileName);
  const extension = fileExtension(fileName);
  const isNamedText = /^(?:txt|text|csv|log)$/u.test(extension);
  const isText = ['txt', 'md', 'html', 'empty'].includes(family);
  if ((isNamedText && isText) || (family === 'txt' && extension !== 'md'))
    return readPlainFile(bytes, extension);
  const reading = await readSource(bytes, { fileName }, { ...options, gatherAsides: true });
  if (!reading.ok) return reading;
  return {
    ok: true,
    format: reading.document.format,
    document: documentOfSource(reading.document, fileName),
  };
}
