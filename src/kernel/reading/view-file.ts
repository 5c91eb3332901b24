/**
 * A file as a page: docx, xlsx, pdf, txt and whatever else the readers know, read in the isolated thread, with what
 * cannot be shown said in sentences. The same text goes into search.
 */
import type { RichBody } from '../rich-text/body.ts';
import { bodyOfSource } from '../rich-text/body-of-source.ts';
import { readPlainText } from '../rich-text/plain-text.ts';
import { type IsolatedReadingOptions, readSourceIsolated } from './read-source-isolated.ts';
import type { SourceFormat, SourceRefusal } from './source.ts';

export type FileView =
  | {
      readonly ok: true;
      readonly format: SourceFormat;
      readonly body: RichBody;
      /** Plain text for search and checks, cut at `longestFileText`. */
      readonly text: string;
      /** What is not shown, in Chinese sentences. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly refusal: SourceRefusal };

/** Longest text that is given on, in UTF-16 units. */
export const longestFileText = 1_000_000;

/** Reads a file for showing and finding. Never throws for what the file holds. */
export async function viewFile(
  file: { readonly bytes: Uint8Array; readonly fileName: string },
  options: IsolatedReadingOptions = {},
): Promise<FileView> {
  const reading = await readSourceIsolated(
    file.bytes,
    { fileName: file.fileName },
    { ...options, gatherAsides: true },
  );
  if (!reading.ok) return reading;
  const { body, notes } = bodyOfSource(reading.document);
  const { text } = readPlainText(body);
  return { ok: true, format: reading.document.format, body, text: text.slice(0, longestFileText), notes };
}
