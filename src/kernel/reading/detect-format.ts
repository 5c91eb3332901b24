/** Tells a file's format by its content; the name only chooses between kinds of text. Reads no document. */
import { decodeText } from './formats/text-encoding.ts';
import type { SourceFormat } from './source.ts';

/** What the first bytes say. `zip` and `ole` hold several formats: their members decide. */
export type FileFamily = 'zip' | 'ole' | 'pdf' | 'rtf' | 'html' | 'md' | 'txt' | 'image' | 'binary' | 'empty';

const familyMarks: readonly (readonly [FileFamily, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
];

const pdfHeaderReach = 1024;
const htmlOpening =
  /^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|style|table|div|section|article|p|h[1-6]|span|title)\b/iu;
const markdownTableRule = /^\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)+\|?\s*$/mu;
const markdownHeading = /^#{1,6}\s+\S/mu;

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

function hasPdfHeader(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, pdfHeaderReach)).includes('%PDF-');
}

/** The extension of a file name in lower case without the dot; empty when there is none. */
export function fileExtension(fileName: string | undefined): string {
  return /\.([a-z0-9]{1,8})$/iu.exec(fileName?.trim() ?? '')?.[1]?.toLowerCase() ?? '';
}

/** Sorts a file into its family by content; `fileName` only tells Markdown from plain text in doubt. */
export function detectFileFamily(bytes: Uint8Array, fileName: string | undefined): FileFamily {
  if (bytes.length === 0) return 'empty';
  for (const [family, mark] of familyMarks) if (startsWith(bytes, mark)) return family;
  if (hasPdfHeader(bytes)) return 'pdf';
  const opening = decodeText(bytes.subarray(0, 64 * 1024));
  if (opening === undefined) return 'binary';
  const text = opening.text.trimStart();
  if (text === '') return bytes.length > 64 * 1024 ? 'txt' : 'empty';
  if (htmlOpening.test(text)) return 'html';
  const extension = fileExtension(fileName);
  if (extension === 'md' || extension === 'markdown') return 'md';
  if (extension === 'txt') return 'txt';
  return markdownTableRule.test(text) || markdownHeading.test(text) ? 'md' : 'txt';
}

const extensionFormats: ReadonlyMap<string, SourceFormat> = new Map([
  ['docx', 'docx'],
  ['docm', 'docx'],
  ['doc', 'doc'],
  ['wps', 'doc'],
  ['xlsx', 'xlsx'],
  ['xlsm', 'xlsx'],
  ['xls', 'xls'],
  ['et', 'xls'],
  ['pdf', 'pdf'],
  ['ofd', 'ofd'],
  ['html', 'html'],
  ['htm', 'html'],
  ['md', 'md'],
  ['markdown', 'md'],
  ['txt', 'txt'],
]);

/** The format a file name promises; undefined when it promises none we know. */
export function promisedFormat(fileName: string | undefined): SourceFormat | undefined {
  return extensionFormats.get(fileExtension(fileName));
}
