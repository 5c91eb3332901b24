/** Tells the formats that live in an OLE container apart by their streams and hands over to their readers. */
import { noteCompoundContents } from './formats/compound-asides.ts';
import { CompoundFile } from './formats/compound-file.ts';
import { readDoc } from './formats/doc/read-doc.ts';
import { type FormatRun, SourceRefused } from './formats/format-run.ts';
import { convertWithOffice } from './formats/office-converter.ts';
import { readArchiveSource } from './read-archive.ts';
import type { SourceDocument } from './source.ts';

const passwordRecord = 0x002f;
/** Records looked at: the password stands among the first of a workbook. */
const firstRecords = 40;

/** Whether a workbook stream ([MS-XLS] 2.4.117) says among its first records that it is encrypted. */
function hasPassword(stream: Buffer): boolean {
  let at = 0;
  for (let record = 0; record < firstRecords && at + 4 <= stream.length; record++) {
    if (stream.readUInt16LE(at) === passwordRecord) return true;
    at += 4 + stream.readUInt16LE(at + 2);
  }
  return false;
}

async function readOldWorkbook(
  file: CompoundFile,
  bytes: Uint8Array,
  stream: Buffer,
  run: FormatRun,
): Promise<SourceDocument> {
  if (hasPassword(stream)) throw new SourceRefused('encrypted', { format: 'xls' });
  // Properties come with the converted workbook, macros do not.
  noteCompoundContents(file, run);
  const converted = await convertWithOffice(bytes, { from: 'xls', to: 'xlsx', format: 'xls' }, run);
  return { ...(await readArchiveSource(converted, run)), format: 'xls' };
}

/** @throws SourceRefused `encrypted`, `damaged`, `unsupported`, `converterMissing`, `cancelled` */
export async function readCompoundSource(bytes: Uint8Array, run: FormatRun): Promise<SourceDocument> {
  const file = new CompoundFile(bytes);
  if (file.has('EncryptedPackage') || file.has('EncryptionInfo')) throw new SourceRefused('encrypted');
  if (file.has('WordDocument')) return readDoc(file, run);
  const sheets = file.read('Workbook') ?? file.read('Book');
  if (sheets !== undefined) return readOldWorkbook(file, bytes, sheets, run);
  throw new SourceRefused('unsupported', { cause: '容器里没有认识的文档' });
}
