/**
 * The door of the source reader: bytes of any document in, a `SourceDocument` or a refusal out. Finds the format
 * by content and hands over to the format's own reader; knows no module and no database.
 */
import { detectFileFamily, promisedFormat } from './detect-format.ts';
import { defaultSourceLimits, FormatRun, type SourceLimits, SourceRefused } from './formats/format-run.ts';
import { readHtml } from './formats/html/read-html.ts';
import { readMarkdown } from './formats/markdown.ts';
import { convertWithOffice } from './formats/office-converter.ts';
import { readPdf } from './formats/pdf/read-pdf.ts';
import { readPlainTextFile } from './formats/plain-text.ts';
import { refusalOfSource, sourceFormatName } from './formats/source-refusals.ts';
import { readRecognised } from './formats/text-recognition.ts';
import { readArchiveSource } from './read-archive.ts';
import { readCompoundSource } from './read-compound.ts';
import type { SourceDocument, SourceRefusal } from './source.ts';

/** What is known about the file besides its bytes. */
export interface SourceHint {
  readonly fileName?: string;
}

export interface SourceReadingOptions {
  readonly signal?: AbortSignal;
  /** Called with 0 to 1, never backwards. */
  readonly onProgress?: (fraction: number) => void;
  /** Overrides single limits of `defaultSourceLimits`. */
  readonly limits?: Partial<SourceLimits>;
  /** Lets pages without text be recognised by a local `tesseract`, when it is installed. Slow. */
  readonly recogniseImages?: boolean;
  /** Gathers what stands beside the body too: headers, comments, hidden and deleted text, properties. */
  readonly gatherAsides?: boolean;
}

export type SourceReading =
  | { readonly ok: true; readonly document: SourceDocument }
  | { readonly ok: false; readonly refusal: SourceRefusal };

async function documentOf(bytes: Uint8Array, hint: SourceHint, run: FormatRun): Promise<SourceDocument> {
  if (bytes.length > run.limits.fileSize) {
    throw new SourceRefused('tooLarge', { limit: Math.round(run.limits.fileSize / 1024 / 1024) });
  }
  const family = detectFileFamily(bytes, hint.fileName);
  switch (family) {
    case 'empty':
      throw new SourceRefused('empty');
    case 'zip':
      return readArchiveSource(bytes, run);
    case 'ole':
      return readCompoundSource(bytes, run);
    case 'pdf':
      return readPdf(bytes, run);
    case 'html':
      return readHtml(bytes, run);
    case 'md':
      return readMarkdown(bytes, run);
    case 'txt':
      return readPlainTextFile(bytes, run);
    case 'rtf':
      return readArchiveSource(await convertWithOffice(bytes, { from: 'rtf', to: 'docx' }, run), run);
    case 'image':
      return readRecognised(bytes, 'image', run);
    case 'binary':
      throw new SourceRefused('unsupported');
  }
}

/**
 * Reads a file. Never throws for what the file holds: every bad file is a refusal with a Chinese sentence and
 * a remedy. Runs in the caller's thread; for files from outside use `readSourceIsolated`.
 */
export async function readSource(
  bytes: Uint8Array,
  hint: SourceHint,
  options: SourceReadingOptions = {},
): Promise<SourceReading> {
  const run = new FormatRun({ ...defaultSourceLimits, ...options.limits }, options);
  try {
    run.stopIfCancelled();
    const document = await documentOf(bytes, hint, run);
    const promised = promisedFormat(hint.fileName);
    if (promised !== undefined && promised !== document.format) {
      run.note(
        'wrongExtension',
        `文件名写的是${sourceFormatName(promised)}，内容其实是${sourceFormatName(document.format)}，已按内容读取。`,
      );
    }
    const asides = run.gathersAsides ? { asides: run.asides } : {};
    if (document.blocks.length === 0 && run.asides.length === 0) {
      return { ok: false, refusal: refusalOfSource('empty', { format: document.format }) };
    }
    options.onProgress?.(1);
    return { ok: true, document: { ...document, notes: run.notes, ...asides } };
  } catch (problem) {
    if (problem instanceof SourceRefused) return { ok: false, refusal: problem.refusal };
    throw problem;
  }
}

/** Reads text pasted by a person. */
export async function readPastedText(
  text: string,
  options: SourceReadingOptions = {},
): Promise<SourceReading> {
  return readSource(new TextEncoder().encode(text), {}, options);
}
