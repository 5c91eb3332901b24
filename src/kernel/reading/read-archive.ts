/** Tells the formats that live in a zip archive apart by their members and hands over to their readers. */
import { type Archive, openArchive } from './formats/archive.ts';
import { readDocx } from './formats/docx/read-docx.ts';
import { type FormatRun, SourceRefused } from './formats/format-run.ts';
import { readOfd } from './formats/ofd/read-ofd.ts';
import { type Conversion, convertWithOffice } from './formats/office-converter.ts';
import { readXlsx } from './formats/xlsx/read-xlsx.ts';
import type { SourceDocument } from './source.ts';

/** How an OpenDocument file is converted; undefined for other archives. */
async function openDocumentKind(archive: Archive): Promise<Conversion | undefined> {
  const kind = new TextDecoder().decode((await archive.read('mimetype')) ?? new Uint8Array());
  if (kind.startsWith('application/vnd.oasis.opendocument.text')) return { from: 'odt', to: 'docx' };
  if (kind.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return { from: 'ods', to: 'xlsx' };
  return undefined;
}

/** @throws SourceRefused `damaged`, `encrypted`, `archiveBomb`, `unsupported`, `cancelled` */
export async function readArchiveSource(bytes: Uint8Array, run: FormatRun): Promise<SourceDocument> {
  const archive = await openArchive(bytes, run);
  const names = archive.names();
  if (archive.has('word/document.xml') || names.some((name) => /^word\/document\d*\.xml$/u.test(name))) {
    return readDocx(archive, run);
  }
  const workbook = names.find((name) => /^(?:xl\/)?workbook\.xml$/u.test(name));
  if (workbook !== undefined) return readXlsx(archive, workbook, run);
  if (archive.has('OFD.xml')) return readOfd(archive, run);
  const openDocument = await openDocumentKind(archive);
  if (openDocument !== undefined) {
    const converted = await convertWithOffice(bytes, openDocument, run);
    return readArchiveSource(converted, run);
  }
  throw new SourceRefused('unsupported', { cause: '压缩包里没有认识的文档' });
}
